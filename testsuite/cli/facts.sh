# The dump of a unit's facts.
. "$LIB"
unit a -c helper -c getenv -e crypto.sign=MD5
unit b

run 0 facts a.o
$FILECHECK --match-full-lines --strict-whitespace --input-file=out "$0" || fail "facts a.o"
run 0 facts a.o
cp out first
run 0 facts a.o
cmp -s first out || fail "two dumps differ"
run 0 facts --function a a.o b.o
cp out alone
$FILECHECK --check-prefix=ALONE --input-file=alone "$0" || fail "facts --function a"
run 3 facts --function nix a.o
says "vitrine: facts: no function 'nix'"
run 0 facts --stat a.o
$FILECHECK --check-prefix=STAT --match-full-lines --input-file=out "$0" || fail "facts --stat"
prints "  bytes $(stat -c %s a.s.facts)"
run 0 facts a.o b.o
prints 'unit "src/b.c"'
run 3 facts a.o nix.o
prints 'unit "src/a.c"'
says "vitrine: facts: nix.o: No such file or directory"
image app a.o
run 3 facts app
says "no facts"
exit 0

CHECK:unit "src/a.c"
CHECK-NEXT:  digest {{[0-9a-f]+}}
CHECK-NEXT:  producer "clang version 19.1.7"
CHECK-NEXT:  tool "vitrine test"
CHECK-NEXT:  target "x86_64-pc-linux-gnu"
CHECK-NEXT:  options "budget=3"
CHECK-NEXT:  models {{0+}}
CHECK-NEXT:  file "src/a.c" sha256 unknown
CHECK-NEXT:  symbol function "a" defined at src/a.c:3:5
CHECK-NEXT:  symbol function "helper" undefined
CHECK-NEXT:  symbol function "getenv" undefined
CHECK-NEXT:function "a" ("text") exported at src/a.c:3:5
CHECK-NEXT:  call 0 "helper" arguments 0 at src/a.c:4:12
CHECK-NEXT:  call 1 "getenv" arguments 0 at src/a.c:4:12
CHECK-NEXT:  event 0 effect "crypto.sign" by "do_it" at src/a.c:4:12
CHECK-NEXT:  edge formal(0) -> return take [0,8) exact put [8,16) tags xor,encode at src/a.c:4:12
CHECK-NEXT:  edge constant "MD5" -> in(algorithm) of event 0 at src/a.c:4:12
CHECK-NOT:{{.}}

ALONE: function "a"
ALONE-NOT: unit
ALONE-NOT: function

STAT:unit "src/a.c"
STAT-NEXT:  bytes {{[1-9][0-9]*}}
STAT-NEXT:  strings {{[1-9][0-9]*}}
STAT-NEXT:  files 1
STAT-NEXT:  locations 2
STAT-NEXT:  symbols 3
STAT-NEXT:  fields 0
STAT-NEXT:  constants 1
STAT-NEXT:  rewrites 2
STAT-NEXT:  blinds 0
STAT-NEXT:  functions 1
STAT-NEXT:  nodes 4
STAT-NEXT:  edges 2
STAT-NEXT:  calls 2
STAT-NEXT:  events 1
