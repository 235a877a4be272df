#!/bin/sh
# same.sh INPUT CLANG=IR_DUMP...: fails unless INPUT has one dump with every compiler and flags.
# "// LEVELS: a; b" in INPUT replaces the usual sets of flags, "// ALSO: a; b" adds to them.
. "$(dirname "$0")/dump.sh"
input=$1
shift
usual='-O0; -O1; -O2; -O3; -Os; -O0 -g; -O2 -g; -O2 -flto; -O2 -fPIC; -O0 -fsanitize=address;
-O2 -fsanitize=address; -O2 -fno-discard-value-names'
levels=$(sed -n 's,^// LEVELS: ,,p' "$input")
also=$(sed -n 's,^// ALSO: ,,p' "$input")
status=0
for compiler; do
    IFS=';'
    for flags in ${levels:-$usual} $also; do
        unset IFS
        # shellcheck disable=SC2086
        dump "$compiler" "$input" $flags >"$work/now" || exit 1
        [ -s "$work/now" ] || { echo "$input: empty dump with ${compiler%%=*} $flags"; exit 1; }
        if [ ! -e "$work/first" ]; then
            mv "$work/now" "$work/first"
        elif ! diff -u "$work/first" "$work/now" >"$work/diff"; then
            echo "$input: differs with ${compiler%%=*} $flags:"
            head -40 "$work/diff"
            status=1
        fi
    done
done
exit $status
