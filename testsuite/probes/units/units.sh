#!/bin/sh
# units.sh CLANG PLUGIN ANSWER FOLDER: the answers to the probes in the units of FOLDER, linked, are
# those they expect, and no others, at every level of optimization. Up to LLVM 16 a plugin cannot ask
# for locations itself: -Rpass does.
set -eu
clang=$1 plugin=$2 answer=$3 folder=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$folder"
awk '/expected-remark/ {
    line = FNR + (match($0, /@\+[0-9]+/) ? substr($0, RSTART + 2, RLENGTH - 2) : 0)
    sub(/.*\{\{/, ""); sub(/\}\}.*/, "")
    print FILENAME ":" line ": " $0
}' ./*.c* | sed 's,^\./,,' | sort > "$work/expected"
for flags in -O0 -O1 -O2 -Os "-O2 -g" "-O2 -flto"; do
    rm -f "$work"/*.o
    for unit in *.c*; do
        # shellcheck disable=SC2086
        "$clang" "-fplugin=$plugin" -fplugin-arg-vitrine-probe=on -fplugin-arg-vitrine-warn=off \
            -Rpass=vitrine -w $flags -c "$unit" -o "$work/$unit.o" 2> "$work/told" || { cat "$work/told" >&2; exit 1; }
    done
    "$answer" "$work"/*.o | sort > "$work/answered"
    diff -u "$work/expected" "$work/answered" >&2 || { echo "$folder: with $flags" >&2; exit 1; }
done
