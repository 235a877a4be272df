# Programs for Windows: their objects have no place for facts, but what one unit shows is told. The
# headers are those of mingw-w64, through which calls go by pointers that the linker fills in.
. "$(dirname "$0")/common.sh"
headers=/usr/x86_64-w64-mingw32/include
if [ ! -e $headers/windows.h ]; then
    echo "SKIPPED: no headers of mingw-w64"
    exit 0
fi
target="-target x86_64-w64-mingw32 -isystem $headers"
unit=$here/input/windows.c
for flags in -O0 -O2 "-O2 -g" -Os; do
    expect "$flags" "$cc" $with $target $flags -Wall -Wextra -Xclang -verify \
        -Xclang -verify-ignore-unexpected=note,remark -c "$unit" -o with.o
    "$cc" $target $flags -c "$unit" -o plain.o
    [ "$flags" = "-O2 -g" ] || cmp plain.o with.o >&2 || fail "$flags: the object differs"
done
"$cc" $target -S -emit-llvm -o - "$unit" | grep -q 'declare dllimport .*@send(' ||
    fail "the headers do not import from libraries"
finish
