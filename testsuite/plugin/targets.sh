# Object formats and targets.
. "$(dirname "$0")/common.sh"
echo 'struct s { int a; }; int f(struct s *s, int b) { return s->a + b; }' > unit.c

# Code, data, relocations and symbols of an object. Not its bytes as in identity.sh: LLVM numbers ARM's
# and RISC-V's mapping symbols ($d.3) through the whole object, our sections included.
code()
{
    bare "$1" code.bare
    "$bin/llvm-objdump" -s -r code.bare | sed -e 1,3d -e 's/\$\([dx]\)\.[0-9]*/$\1/' |
        awk '/^Contents of section/ {shown = !/\.(symtab|strtab)/} /^RELOCATION/ {shown = 1} shown'
    "$bin/llvm-nm" -a code.bare | grep -v ' [A-Za-z] \$'
}

for target in x86_64-linux-gnu aarch64-linux-gnu armv7-linux-gnueabihf riscv64-linux-gnu \
              s390x-linux-gnu i386-linux-gnu; do
    "$cc" -print-targets | grep -q "^ *$(echo $target | sed 's/x86_64/x86-64/; s/armv7/arm/;
        s/s390x/systemz/; s/i386/x86/; s/-linux.*//') " || continue
    for flags in -O0 "-O2 -g"; do
        expect "$target" "$cc" $with -Werror -target $target $flags -c unit.c -o with.o
        "$bin/llvm-readelf" -SW with.o >sections.txt
        grep -Eq ' \.vitrine\.facts +PROGBITS .* E +0 ' sections.txt || fail "$target: no facts"
        grep -Eq ' \.note\.vitrine +NOTE .* 00 +0 +0 +4' sections.txt || fail "$target: no note"
        "$cc" -target $target $flags -c unit.c -o plain.o
        code plain.o > plain.code
        code with.o > with.code
        cmp plain.code with.code >&2 || fail "$target $flags: the code differs"
    done
    "$bin/llvm-readelf" -n with.o | grep -q 'vitrine' || fail "$target: the note cannot be read"
done

for target in x86_64-w64-mingw32 i686-w64-mingw32 aarch64-w64-mingw32 x86_64-pc-windows-msvc; do
    for flags in -O0 -O2; do # (with -g, CodeView repeats the command line)
        expect "$target" "$cc" $with -Werror -target $target $flags -c unit.c -o with.o
        "$bin/llvm-readobj" --sections with.o >sections.txt
        for name in .vitrine .vtnote; do
            grep -q "Name: $name " sections.txt || fail "$target: no section $name"
        done
        grep -q IMAGE_SCN_LNK_REMOVE sections.txt || fail "$target: a linker would keep facts"
        "$cc" -target $target $flags -c unit.c -o plain.o
        code plain.o > plain.code
        code with.o > with.code
        cmp plain.code with.code >&2 || fail "$target $flags: the code differs"
    done
done

target=arm64-apple-macos
expect "$target" "$cc" $with -Werror -target $target -c unit.c -o with.o
grep -q 'remark: vitrine: no facts are written for target' expect.log ||
    fail "$target: no remark: $(cat expect.log)"
"$cc" -target $target -c unit.c -o plain.o
cmp plain.o with.o >&2 || fail "$target: the object differs"
expect "$target, silent" "$cc" $with -w -target $target -c unit.c -o with.o
[ ! -s expect.log ] || fail "$target: -w is not silent: $(cat expect.log)"

# What linkers and tools do to the sections.
expect "ld -r" "$cc" $with -c unit.c -o one.o
echo 'int main(void) { return 0; }' > main.c
expect "second unit" "$cc" $with -c main.c -o two.o
expect "ld -r" ld -r one.o two.o -o both.o
[ "$(section .vitrine.facts both.o | grep -aoF VTRN | wc -l)" -eq 2 ] || fail "ld -r lost facts"
expect "link" "$cc" -Wl,--gc-sections one.o two.o -o program
expect "strip" strip program
[ "$("$bin/llvm-readelf" -n program | grep -c '^ *vitrine ')" -eq 2 ] || fail "the link lost notes"
has_section .vitrine.facts program && fail "the link kept facts"
finish
