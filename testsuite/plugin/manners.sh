# A guest in somebody's compiler: everything but compiling to an object goes on as without the plugin.
. "$(dirname "$0")/common.sh"

mkdir src && cd src
cat > good.c <<'C'
#include "part.h"
int good(int a) { return part(a) + 1; }
C
cat > part.h <<'C'
static inline int part(int a) { return 2 * a; }
C
echo 'int other(void) { return 3; }' > other.c
echo 'int bad(void) { return missing; }' > bad.c
printf '.globl low\n.text\nlow: .byte %s\n' 1 > low.S
echo 'namespace n { int plus(int a) { return a + 1; } }' > plus.c
echo 'int from_pch(void) { return part(2); }' > uses.c
echo 'int unused(int a) { int b; return a; }' > warns.c
cat > inlines.c <<'C'
__attribute__((always_inline)) static inline int twice(int a) { return 2 * a; }
int four(int a) { return twice(twice(a)); }
C

# same WHAT ARGUMENTS...: status, standard output, standard error and the files called out.* of a run
# with the plugin equal those of a run without. -S and -emit-llvm carry facts: see carries().
same()
{
    what=$1
    shift
    rm -f out.*
    status=0
    "$cc" $locations "$@" >plain.out 2>plain.err <good.c || status=$?
    for file in out.*; do
        [ -f "$file" ] && cp "$file" "plain.$file"
    done
    rm -f out.*
    with_status=0
    "$cc" $with "$@" >with.out 2>with.err <good.c || with_status=$?
    [ $status -eq $with_status ] || fail "$what: exit $with_status instead of $status"
    cmp plain.out with.out >&2 || fail "$what: standard output differs"
    cmp plain.err with.err >&2 || fail "$what: standard error differs"
    for file in out.*; do
        [ -f "$file" ] || continue
        cmp "$file" "plain.$file" >&2 || fail "$what: $file differs"
    done
    rm -f plain.*
}

same "preprocess" -E good.c
same "preprocess, no line markers" -E -P good.c
same "dependencies" -M good.c
same "dependency file" -MD -MF out.d -fsyntax-only good.c
same "syntax only" -fsyntax-only good.c
same "AST dump" -Xclang -ast-print -fsyntax-only good.c
same "a unit with an error" -c bad.c -o out.o
same "a unit with an error, to assembly" -S bad.c -o out.s
same "a missing file" -c nothing.c -o out.o
same "warnings" -Wall -Wextra -fsyntax-only warns.c
same "warnings as errors" -Wall -Werror -c warns.c -o out.o
same "preprocessed assembly" -c low.S -o out.o
same "remarks of passes" -O2 -Rpass=inline -foptimization-record-file=out.yaml -c inlines.c -o unit.o
same "help" --help
same "precompiled header" -x c-header part.h -o out.pch

# carries WHAT ARGUMENTS...: compiles silently, and out.o has facts and note.
carries()
{
    what=$1
    shift
    rm -f out.*
    "$cc" $with "$@" >with.out 2>with.err <good.c || fail "$what: $(cat with.err)"
    [ -s with.err ] && fail "$what: says $(cat with.err)"
    has_section .vitrine.facts out.o || fail "$what: no facts"
    has_section .note.vitrine out.o || fail "$what: no note"
    section .vitrine.facts out.o | grep -qaF VTRN || fail "$what: facts are not facts"
}

carries "C" -c good.c -o out.o
carries "-O0" -O0 -c good.c -o out.o
carries "C++ by language" -x c++ -c plus.c -o out.o
carries "standard input" -I. -x c -c - -o out.o
carries "warnings as errors" -Wall -Wextra -Werror -c good.c -o out.o
carries "no integrated assembler" -fno-integrated-as -c good.c -o out.o
"$cc" -x c-header part.h -o part.h.pch
carries "precompiled header" -include-pch part.h.pch -c uses.c -o out.o
"$cc" $with -x c-header part.h -o part.h.pch
carries "precompiled header made with the plugin" -include-pch part.h.pch -c uses.c -o out.o

# Assembly and LLVM IR carry the facts to the object that is made of them.
"$cc" $with -S good.c -o out.s && "$cc" -c out.s -o out.o
has_section .vitrine.facts out.o || fail "facts lost on the way through assembly"
"$cc" $with -S -emit-llvm good.c -o out.ll && "$cc" -c out.ll -o out.o
has_section .vitrine.facts out.o || fail "facts lost on the way through LLVM IR"
"$cc" $with -c -emit-llvm good.c -o out.bc && "$cc" -c out.bc -o out.o
has_section .vitrine.facts out.o || fail "facts lost on the way through bitcode"

# Several inputs in one call.
rm -f good.o other.o
expect "several inputs" "$cc" $with -c good.c other.c
for object in good.o other.o; do
    has_section .vitrine.facts $object || fail "several inputs: $object has no facts"
done
cp good.o both.o
expect "one of them" "$cc" $with -c good.c
cmp good.o both.o >&2 || fail "facts depend on the other inputs of the call"

# Linking with the flag, as build systems do.
echo 'int main(void) { return 0; }' > main.c
expect "compile and link" "$cc" $with main.c good.o -o program
has_section .note.vitrine program || fail "the note did not survive the link"
has_section .vitrine.facts program && fail "the facts survived the link"
expect "link only" "$cc" $with -Werror good.o main.c -shared -fPIC -o program.so

# Objective-C, no runtime needed.
echo '@interface Thing { int count; } - (int)count; @end
@implementation Thing - (int)count { return self->count; } @end' > thing.m
carries "Objective-C" -Wno-everything -c thing.m -o out.o

# Steps that run no passes have no place for facts: that is said, and nothing changes.
mkdir temps && cd temps
cp ../good.c ../part.h .
"$cc" $locations -O2 -save-temps -c good.c -o plain.o
"$cc" $with -O2 -save-temps -c good.c -o with.o 2>said.txt || fail "-save-temps: $(cat said.txt)"
cmp plain.o with.o >&2 || fail "-save-temps: the object differs"
grep -q 'warning: vitrine: .*-save-temps' said.txt || fail "-save-temps: says $(cat said.txt)"
cd ..

# A crash of the analysis is none of the compile.
echo 'void vt_probe_crash(void); int crash(void) { vt_probe_crash(); return 4; }' > crash.c
for flags in "-O0" "-O2" "-O2 -g" "-fno-integrated-cc1"; do
    "$cc" $locations $flags -c crash.c -o plain.o
    "$cc" $with -fplugin-arg-vitrine-probe=on $flags -c crash.c -o with.o 2>said.txt ||
        fail "crash, $flags: $(cat said.txt)"
    grep -q 'warning: vitrine: the analysis crashed' said.txt || fail "crash: $(cat said.txt)"
    has_section .vitrine.facts with.o || fail "crash, $flags: no facts"
    bare with.o bare.o
    bare plain.o plain_bare.o
    cmp bare.o plain_bare.o >&2 || fail "crash, $flags: the object differs"
done

finish
