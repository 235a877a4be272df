# What entries can do, and what that gained since an earlier report.
. "$LIB"
unit main -c decode_row -c net_open
unit decode_row -e crypto.digest=MD5
unit net_open -e net.connect=x

run 0 capabilities main.o decode_row.o net_open.o
cat >wanted <<'END'
main main (src/main.c:3)
  crypto.digest      do_it by main (src/main.c:4) > decode_row (src/decode_row.c:4)
  net.connect        do_it by main (src/main.c:4) > net_open (src/net_open.c:4)
END
cmp out wanted || fail "other capabilities"
cp out first
run 0 capabilities net_open.o decode_row.o main.o
cmp -s out first || fail "the order of objects shows"

# A library: each exported function is an entry, also those that others call.
unit both -c decode_row
run 0 capabilities both.o decode_row.o
[ "$(grep -c '^exported ' out)" -eq 2 ] || fail "not both functions are entries"

# Releases.
run 0 report --fail-on none -o old.sarif main.o decode_row.o net_open.o
run 0 capabilities --against old.sarif main.o decode_row.o net_open.o
[ ! -s out ] || fail "something changed between equal releases"
unit decode_row -e exec.shell=x
run 1 capabilities --against old.sarif main.o decode_row.o net_open.o
cat >wanted <<'END'
main (main) gained exec.shell: do_it by main (src/main.c:4) > decode_row (src/decode_row.c:4)
main (main) lost crypto.digest
END
cmp out wanted || fail "other changes"
run 0 report --fail-on none -o new.sarif main.o decode_row.o net_open.o
run 0 capabilities --against new.sarif main.o decode_row.o net_open.o

# Mistakes.
run 3 capabilities --against main.o main.o
says "vitrine: capabilities: main.o:1: "
echo '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"vitrine"}}}]}' >older.sarif
run 3 capabilities --against older.sarif main.o
says "vitrine: capabilities: older.sarif: tells nothing of capabilities"
run 3 capabilities no_such_file
says "no_such_file"
