# The vendor's object is the same with and without the plugin: every byte outside vitrine's sections,
# symbols, relocations and debug information included.
. "$(dirname "$0")/common.sh"

# A linker at least as new as the compiler: it must read its bitcode.
lld=
for candidate in $(seq "$major" 30); do
    [ -x "/usr/lib/llvm-$candidate/bin/ld.lld" ] && lld=/usr/lib/llvm-$candidate/bin/ld.lld && break
done

compare()
{
    name=$1
    shift
    "$cc" "$@" -c -o unit.o # the same name for both: with --coverage it is in the object
    mv unit.o plain.o
    "$cc" $with "$@" -c -o unit.o 2>with.log || fail "$name: does not compile: $(cat with.log)"
    mv unit.o with.o
    has_section .vitrine.facts with.o || fail "$name: no facts"
    bare plain.o plain.bare
    bare with.o with.bare
    cmp plain.bare with.bare >&2 || fail "$name: the object differs: $*"
}

compare_lto()
{
    [ -n "$lld" ] || return 0 # no linker here that could prove it
    name=$1
    shift
    "$cc" "$@" -flto -c -o plain.o
    "$cc" $with "$@" -flto -c -o with.o 2>with.log || fail "$name: does not compile: $(cat with.log)"
    grep -qaF .vitrine.facts with.o || fail "$name: no facts in the bitcode"
    for object in plain with; do
        "$cc" -flto -shared -fPIC "--ld-path=$lld" -Wl,--build-id=none $object.o -o $object.so
        bare $object.so $object.bare
    done
    has_section .note.vitrine with.so || fail "$name: the note did not survive the link"
    has_section .vitrine.facts with.so && fail "$name: the facts survived the link"
    cmp plain.bare with.bare >&2 || fail "$name: the linked image differs: $*"
}

for source in "$here"/input/mixed.c "$here"/input/mixed.cpp; do
    short=$(basename "$source")
    for flags in "-O0" "-O2" "-O2 -g" "-Os" "-O2 -fPIC" "-O1 -fsanitize=address" \
                 "-O2 -D_FORTIFY_SOURCE=2"; do
        compare "$short $flags" "$source" $flags
    done
    compare_lto "$short -flto" "$source" -O2 -fPIC
    [ "$major" -lt 17 ] || compare "$short -ffat-lto-objects" "$source" -O2 -flto -ffat-lto-objects
done
sample=$here/../sample
for source in "$sample"/src/*.c; do
    for flags in "-O0" "-O2 -g"; do
        compare "$(basename "$source") $flags" "-I$sample/lib" "-I$sample/src" "$source" $flags
    done
done

# What writes places in the source into the program: for people who asked for no debug information
# there are none, and --coverage has its own. Up to 16 the flag that asks for locations changes
# what OpenMP writes, plugin or not.
for flags in "-O2 --coverage" "-O0 --coverage -g" "-O2 -fprofile-instr-generate -fcoverage-mapping" \
             "-O2 $locations -fopenmp" "-O2 -g -fopenmp" "-O1 -fsanitize=undefined"; do
    compare "places.c $flags" "$here/input/places.c" $flags
done
finish
