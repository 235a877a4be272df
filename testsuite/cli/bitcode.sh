# Facts in LLVM bitcode, as the plugin leaves them under -flto: a metadata string behind a mark.
. "$LIB"
unit a -c b
unit b
"$PYTHON" - <<'P'
import struct
facts = open("a.s.facts", "rb").read()
mark = b".vitrine.facts\0"
body = b"BC\xc0\xde" + b"\x35\x14\0\0" * 20
def save(name, data): open(name, "wb").write(data)
save("raw.o", body + mark + facts + b"\x21\x0c\x01" * 40)
save("wrapped.o", struct.pack("<IIIII", 0x0B17C0DE, 0, 20, len(body), 7) + body + mark + facts + b"x" * 9)
save("none.o", body)
save("cut.o", body + mark + facts[:-20])
save("cut_mark.o", body + mark)
save("cut_header.o", body + mark + facts[:7])
broken = bytearray(facts); broken[30] ^= 4
save("broken.o", body + mark + broken + b"tail" * 9)
save("long.o", body + mark + facts[:5] + b"\xff\xff\xff\xff" + facts[9:])
P
takes "raw.o" 0 raw.o
takes "wrapped.o" 0 wrapped.o
ar rc lto.a raw.o b.o 2>/dev/null
takes "lto.a(raw.o) lto.a(b.o)" 0 lto.a
image app a.o b.o
rm a.o
takes "raw.o b.o" 0 app raw.o b.o
for name in cut cut_mark cut_header broken long; do
    takes "b.o" 3 $name.o b.o
    says "vitrine: report: $name.o: "
done
takes "b.o" 3 none.o b.o
says "none.o: no facts: not compiled with vitrine's plugin"

# With a real compiler's file around the string.
command -v opt-19 >/dev/null && "$PYTHON" - <<'P' && opt-19 -o real.o real.ll && takes "real.o" 0 real.o
facts = b".vitrine.facts\0" + open("a.s.facts", "rb").read()
text = "".join("\\%02X" % byte for byte in facts)
open("real.ll", "w").write('define i32 @f() {\n  ret i32 7\n}\n!vitrine.facts = !{!0}\n!0 = !{!"%s"}\n' % text)
P
exit 0
