# Damaged input: never a crash, always a line that names the file, and the rest is still read.
. "$LIB"
unit good
unit a -c good -e crypto.sign=MD5
unit b
ar rc lib.a a.o b.o
ar rcT thin.a a.o b.o
image app a.o b.o good.o

# expect_broken FILE: exit code 3, the file named, good.o still taken.
expect_broken() {
    takes "${2-good.o}" 3 good.o "$1"
    says "vitrine: report: $1"
}

# Cut off anywhere: each piece is named. (An archive may end between two members.)
for file in a.o lib.a app; do
    mkdir -p cut_$file
    size=$(stat -c %s $file)
    at=0
    while [ $at -lt "$size" ]; do
        head -c $at $file >cut_$file/$at.o
        at=$((at + 1 + size / 100))
    done
    run 3 report -q good.o cut_$file/*
    for piece in cut_$file/*; do
        grep -qF "vitrine: report: $piece" err || { [ $file = lib.a ] && ar t "$piece" >list 2>&1; } ||
            fail "$piece is not named"
    done
done

# Flipped bytes in the facts and in the note: the digest tells.
"$PYTHON" "$TOOLS/damage.py" sections a.o damaged
for file in damaged/*.o; do
    run 3 report good.o "$file"
    says "vitrine: report: $file: "
done
# Flipped bytes anywhere, a fixed seed: no crash (an exit code above 3 is one).
for file in a.o lib.a thin.a app; do
    "$PYTHON" "$TOOLS/damage.py" anywhere $file any_$file 150
    "$VITRINE" report -q -o report.sarif good.o any_$file/* >out 2>err
    [ $? -eq 3 ] || fail "report any_$file: exit code $?"
    "$VITRINE" facts any_$file/* >out 2>err
    [ $? -le 3 ] || fail "facts any_$file crashes"
done

# The place is told.
objcopy --update-section .vitrine.facts=/dev/null a.o empty.o 2>/dev/null || {
    : >nothing; objcopy --update-section .vitrine.facts=nothing a.o empty.o; }
expect_broken empty.o
says "empty.o: section .vitrine.facts is empty"
head -c 20 a.s.facts >short
objcopy --update-section .vitrine.facts=short a.o short.o
expect_broken short.o
says "short.o: section .vitrine.facts, byte 0: "
printf 'junk' | cat b.s.facts - >behind
objcopy --update-section .vitrine.facts=behind b.o behind.o
expect_broken behind.o "good.o behind.o"
says "behind.o: section .vitrine.facts, byte $(stat -c %s b.s.facts): "
objcopy --compress-debug-sections a.o z.o
objcopy --set-section-flags .note.vitrine=readonly --update-section .note.vitrine=short a.o note.o
expect_broken note.o "good.o note.o"  # the facts stand for themselves
says "note.o: section .note.vitrine, byte 0: not a note of this version of vitrine"

# A thin archive that names itself, and one that names a device.
"$PYTHON" - <<'P'
name = b"self.a/\n"
def member(n, size): return n.ljust(16) + b"0".ljust(12) + b"0".ljust(12) + b"644".ljust(8) + str(size).encode().ljust(10) + b"`\n"
open("self.a", "wb").write(b"!<thin>\n" + member(b"//", len(name)).replace(b"//              0           0           644     ", b"//" + b" " * 46) + name
    + b"".join(member(b"/0", 10) + member(b"/7", 10) for _ in range(1)) )
name = b"/dev/zero/\n\n"
open("dev.a", "wb").write(b"!<thin>\n" + b"//".ljust(48) + str(len(name)).encode().ljust(10) + b"`\n" + name + member(b"/0", 10))
P
run 3 report self.a
says "self.a"
run 3 report dev.a
says "vitrine: report: "

# Terminal escapes in a source's name stay there.
"$MAKE_UNIT" -n only "$(printf 'src/\033[31m.c')" f escape.s && $CC -c -o escape.o escape.s
run 3 report escape.o
! grep -q "$(printf '\033')" err || fail "an escape reaches the terminal"
