# Facts say nothing about the machine: same sources, same bytes, wherever they lie.
. "$(dirname "$0")/common.sh"

build()
{
    mkdir -p "$1/project/src" "$1/project/include" "$1/project/build"
    cp "$here/input/mixed.c" "$1/project/src/unit.c"
    echo '#include <unit.h>' | cat - "$here/input/mixed.c" > "$1/project/src/unit.c"
    echo 'static inline int twice(int a) { return 2 * a; }' > "$1/project/include/unit.h"
    shift
}

facts()
{
    section .vitrine.facts "$1"
}

build one
build two/deeper
# As make does it: relative paths. As CMake does it: absolute ones, from a folder beside the sources.
for style in relative absolute; do
    for root in one two/deeper; do
        project=$work/$root/project
        source=../src/unit.c include=../include
        [ $style = relative ] || { source=$project/src/unit.c include=$project/include; }
        (cd "$project/build" && "$cc" $with -O2 -I$include -c $source -o unit.o) ||
            fail "$style in $root does not compile"
    done
    facts one/project/build/unit.o > one.facts
    facts two/deeper/project/build/unit.o > two.facts
    [ -s one.facts ] || fail "$style: no facts"
    cmp one.facts two.facts >&2 || fail "$style: facts depend on the folder"
done

# Prefix maps hold for everything written.
for map in file debug; do
    expect "$map map" "$cc" $with -Ione/project/include "-f$map-prefix-map=$work=/mapped" \
        "-f$map-prefix-map=one=mapped" -c one/project/src/unit.c -o "$map.o"
    [ -s "$map.o" ] || fail "no object"
    "$bin/llvm-readelf" -n "$map.o" >note.txt
    section .note.vitrine "$map.o" | grep -qaF 'mapped/project/src/unit.c' ||
        fail "-f$map-prefix-map: the note does not have the mapped path"
    grep -qaF "$work" "$map.o" && fail "-f$map-prefix-map: the object names the folder"
done

# Twice the same.
expect "once" "$cc" $with -O2 -Ione/project/include -c one/project/src/unit.c -o first.o
expect "twice" "$cc" $with -O2 -Ione/project/include -c one/project/src/unit.c -o second.o
cmp first.o second.o >&2 || fail "two compiles differ"

# The facts are the same at every level of optimization and with and without debug information.
for flags in -O1 -O2 -Os "-O2 -g" "-O2 -fPIC"; do
    expect "$flags" "$cc" $with $flags -Ione/project/include -c one/project/src/unit.c -o level.o
    facts first.o > one.facts
    facts level.o > two.facts
    cmp one.facts two.facts >&2 || fail "facts differ with $flags"
done
finish
