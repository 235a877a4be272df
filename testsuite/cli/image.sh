# An image's notes choose the units.
. "$LIB"
mkdir build
unit build/a -c b
unit build/b
unit build/c
unit build/d
ar rc build/libcd.a build/c.o build/d.o
image app build/a.o build/b.o build/c.o

takes "a.o b.o c.o" 0 app build        # d is not in it
takes "a.o b.o c.o" 0 build app
takes "a.o b.o libcd.a(c.o)" 0 app build/a.o build/b.o build/libcd.a
digest=$(sha256sum app | cut -c1-64)
grep -q "$digest" report.sarif || fail "the report does not tell the image's SHA-256"

# Units without facts are named by source and digest, on the terminal and in the report.
rm build/b.o
takes "a.o c.o" 3 app build
says "vitrine: report: app: the facts of unit 'src/b.c' are missing (digest "
grep -q 'src/b.c (' report.sarif || fail "the report does not name src/b.c"
takes "a.o c.o" 0 --allow-incomplete app build
run 3 report app
says "unit 'src/a.c'"; says "unit 'src/b.c'"; says "unit 'src/c.c'"
unit build/b -n wrong
takes "a.o b.o c.o" 0 app build        # the image names the facts; the object's note is not asked
unit build/b

# A newer object than the image: its old facts are nowhere.
unit build/c -c a
ar rc build/libcd.a build/c.o
takes "a.o b.o" 3 app build
says "app: the facts of unit 'src/c.c' are missing"
unit build/c
ar rc build/libcd.a build/c.o

# Two images: what either holds.
image lib.so build/d.o
takes "d.o" 0 lib.so build
takes "a.o b.o c.o d.o" 0 lib.so app build

# strip keeps notes; an image without them cannot choose, and is named.
strip app -o stripped || fail strip
takes "a.o b.o c.o" 0 stripped build
objcopy --remove-section .note.vitrine app none
takes "a.o b.o c.o d.o" 3 none build
says "vitrine: report: none: no notes: not built with vitrine's plugin, or they were stripped"
takes "a.o b.o c.o d.o" 3 none lib.so build

# An object that is not in the image may lack facts; one that holds no note at all is named.
rm build/libcd.a
unit build/d -n only
takes "a.o b.o c.o" 0 app build
printf '\t.text\n\tret\n' | $CC -c -x assembler -o build/plain.o -
takes "a.o b.o c.o" 3 app build
says "build/plain.o: no facts"
