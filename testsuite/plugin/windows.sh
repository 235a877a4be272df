# Programs for Windows: what one unit shows is told, objects carry facts, images notes. The headers are
# those of mingw-w64, through which calls go by pointers that the linker fills in.
. "$(dirname "$0")/common.sh"
headers=/usr/x86_64-w64-mingw32/include
if [ ! -e $headers/windows.h ]; then
    echo "SKIPPED: no headers of mingw-w64"
    exit 0
fi
# .llvm_addrsig counts symbols, which our sections have, too.
code()
{
    bare "$1" code.bare
    "$bin/llvm-objcopy" -R .llvm_addrsig code.bare
    "$bin/llvm-objdump" -s -r code.bare | sed 1,3d
    "$bin/llvm-nm" -a code.bare
}

target="-target x86_64-w64-mingw32 -isystem $headers"
unit=$here/input/windows.c
for flags in -O0 -O2 "-O2 -g" -Os; do
    expect "$flags" "$cc" $with $target $flags -Wall -Wextra -Xclang -verify \
        -Xclang -verify-ignore-unexpected=note,remark -c "$unit" -o with.o
    "$cc" $target $flags -c "$unit" -o plain.o
    code plain.o >plain.code
    code with.o >with.code
    cmp plain.code with.code >&2 || fail "$flags: the code differs"
done
"$cc" $target -S -emit-llvm -o - "$unit" | grep -q 'declare dllimport .*@send(' ||
    fail "the headers do not import from libraries"
# Two units: their facts meet in the command, with and without an image whose notes choose them.
found()
{
    "$vitrine" report "$@" >report.log 2>&1 || [ $? -eq 1 ] || fail "report $*: $(cat report.log)"
    grep -q '^error  update/remote-command' report.log || fail "report $*: $(cat report.log)"
}
for flags in -O2 "-O2 -flto"; do
    for unit in fetch obey; do
        expect "$unit" "$cc" $with $target $flags -w -c "$here/input/windows/$unit.c" -o $unit.o
    done
    found fetch.o obey.o
    expect "one unit alone" "$vitrine" report obey.o
    [ "$major" -eq 19 ] || continue # as the linker that is there
    for import in socket connect recv WinExec htons inet_addr; do
        echo "void *__imp_$import;"
    done >imports.c
    expect "imports" "$cc" $target -c imports.c -o imports.o
    expect "link $flags" ld.lld-19 -m i386pep -e run fetch.o obey.o imports.o -o program.exe
    grep -qF VTRN program.exe && fail "$flags: the link kept facts"
    found program.exe fetch.o obey.o
    refuse "an image alone" "$vitrine" report program.exe
    grep -q "the facts of unit '.*obey.c' are missing" expect.log || fail "$(cat expect.log)"
done
finish
