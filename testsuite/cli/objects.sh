# Which units are taken from objects, archives and folders, in which order.
. "$LIB"
mkdir -p build/sub lib
unit a -c b
unit b
unit c

takes "a.o" 0 a.o
takes "b.o a.o" 0 b.o a.o              # in the order given
takes "a.o" 0 a.o a.o                  # each digest once
says "Looked at 1 unit "

# ld -r puts encodings behind each other.
ld -r -o ab.o a.o b.o || fail "ld -r"
takes "ab.o ab.o" 0 ab.o
takes "a.o ab.o" 0 a.o ab.o

# Archives: long names (over 15 characters), an odd size, and thin ones.
unit a_name_that_is_long_enough
ar rc lib/libx.a a.o b.o a_name_that_is_long_enough.o || fail "ar"
takes "libx.a(a.o) libx.a(b.o) libx.a(a_name_that_is_long_enough.o)" 0 lib/libx.a
ar rcT thin.a lib/libx.a c.o || fail "ar -T"
head -c 7 thin.a | grep -q '!<thin>' || fail "ar made no thin archive"
cp a.o b.o c.o a_name_that_is_long_enough.o lib
takes "a.o b.o a_name_that_is_long_enough.o thin.a(c.o)" 0 a.o b.o a_name_that_is_long_enough.o thin.a
takes "thin.a(libx.a)(a.o) thin.a(libx.a)(b.o) thin.a(libx.a)(a_name_that_is_long_enough.o) thin.a(c.o)" 0 thin.a
rm -f c.o
run 3 report thin.a
says "vitrine: report: c.o: No such file or directory"
unit c

# BSD names stand before the data.
llvm-ar-19 --format=bsd rc bsd.a a.o b.o 2>/dev/null && takes "bsd.a(a.o) bsd.a(b.o)" 0 bsd.a

# A folder: by name, links not followed, other files left alone, images too.
cp b.o build/1.o; cp c.o build/sub/0.o; cp a.o build/z.o
mkdir elsewhere; cp a_name_that_is_long_enough.o elsewhere/y.o
ln -s ../elsewhere build/link; ln -s ../elsewhere/y.o build/y.o; ln -s . build/loop
echo text >build/readme; mkfifo build/fifo; : >build/empty
image build/image.so a.o b.o
takes "1.o 0.o z.o" 0 build
takes "1.o 0.o z.o" 0 ./build/
takes "1.o 0.o z.o" 0 "$PWD/build"
ln -s build to_build
takes "1.o 0.o z.o" 0 to_build         # given by name, a link is followed

# What could be an object but holds no facts is named.
printf '\t.text\n\tret\n' | $CC -c -x assembler -o build/plain.o -
takes "1.o 0.o z.o" 3 build
says "vitrine: report: build/plain.o: no facts: not compiled with vitrine's plugin"
takes "1.o 0.o z.o" 0 --allow-incomplete build
says "build/plain.o: no facts"
takes "" 3 build/plain.o
takes "1.o 0.o z.o" 3 --known-gap 'build/other.o' build
takes "1.o 0.o z.o" 0 -g 'build/*.o' build
says "build/plain.o: no facts"
grep -q '"executionSuccessful":false' report.sarif || fail "a known gap is still a gap"
printf '\t.data\n\t.long 1\n' | $CC -c -x assembler -o table.o -
takes "a.o" 0 a.o table.o
run 3 report table.o
says "vitrine: report: table.o: no code there"
ar rc plain.a a.o build/plain.o
takes "plain.a(a.o)" 3 plain.a
says "plain.a(plain.o): no facts"
echo text >build/plain.o
takes "1.o 0.o z.o" 3 build
says "build/plain.o: neither ELF or COFF file nor LLVM bitcode, despite its name"
rm build/plain.o

# What cannot be read at all gives 3, also with --allow-incomplete.
for path in missing.o build/readme build/fifo build/empty; do
    run 3 report --allow-incomplete $path
    says "vitrine: report: $path: "
done
run 3 report --allow-incomplete ""
mkdir nothing
run 3 report nothing
says "nothing: no object file there"
echo >'with
line'
run 3 report 'with
line'
lines err 4                            # the name's line break is not printed

# No note (note=off): the facts stand for themselves.
unit quiet -n none
takes "quiet.o" 0 quiet.o
# A note without facts: missing.
unit lost -n only
takes "" 3 lost.o
says "lost.o: the facts of unit 'src/lost.c' are missing (digest "
# Facts the note does not name: stale.
unit stale -n wrong
takes "" 3 stale.o
says "stale.o: stale: the facts are not those of unit 'src/stale.c' (digest "
takes "" 0 --allow-incomplete stale.o
says "stale.o: stale"
objcopy --remove-section .vitrine.facts a.o lost.o
takes "" 3 lost.o
says "lost.o: the facts of unit 'src/a.c' are missing"
takes "a.o" 0 a.o lost.o               # but here they are
objcopy --update-section .vitrine.facts=b.s.facts a.o other.o
takes "" 3 other.o
says "other.o: the facts of unit 'src/a.c' are missing"
says "other.o: stale: no note names its facts of unit 'src/b.c'"
