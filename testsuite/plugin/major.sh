# Loading the plugin of another major ends the compile with a clear error: sh major.sh MAJOR PLUGIN
# OTHER-MAJOR..., the majors the plugin must refuse to run in.
. "$(dirname "$0")/common.sh"
shift 2
echo 'int f(void) { return 1; }' > unit.c
for other in "$@"; do
    compiler=/usr/lib/llvm-$other/bin/clang
    [ -x "$compiler" ] || compiler=clang-$other
    for action in -c -fsyntax-only -S; do
        rm -f out.o
        "$compiler" "-fplugin=$plugin" $action unit.c -o out.o 2>errors.txt &&
            fail "plugin $major ran in clang $other $action"
        grep -q "error: vitrine: this plugin was built for Clang $major" errors.txt ||
            fail "plugin $major in clang $other: unclear: $(cat errors.txt)"
        [ ! -e out.o ] || fail "plugin $major in clang $other $action: an object was written"
    done
done
finish
