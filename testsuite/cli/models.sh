# What is known of library functions, and what is not.
. "$LIB"
run 0 models
prints " functions"
run 0 models --list
prints "getenv (libc-stdlib)"
[ "$(sort out | uniq -d | wc -l)" -eq 0 ] || fail "a function is listed twice"
run 0 models --show getenv
prints "getenv origin "
run 1 models --show no_such_function
says "vitrine: models: no model covers 'no_such_function'"

# Calls count, definitions do not, models cover; the most used first, then by name.
unit a -c helper -c mystery -c b -c getenv
unit b -c mystery -c another
run 0 models --unmodelled a.o b.o
cat >expected <<'T'
      2 mystery
      1 another
      1 helper
modelled: 1 of 4 external functions (25.0 %)
T
cmp -s out expected || { diff expected out; fail "models --unmodelled"; }
run 0 models --unmodelled a.o
prints "      1 b"
prints "modelled: 1 of 4 external functions (25.0 %)"
unit hashes -e crypto.digest=MD5      # what a model told at compile time counts as covered
run 0 models --unmodelled hashes.o
prints "modelled: 1 of 1 external functions (100.0 %)"
unit lost -n only
run 3 models --unmodelled lost.o a.o
says "unit 'src/lost.c' are missing"

# Rows of the user lie over the built-in ones.
cat >mine.json <<'T'
{"library": "mine",
 "functions": [{"name": "mystery", "prototype": "int mystery(void)", "rows": [{"fact": "known"}]}]}
T
run 0 models --models mine.json --unmodelled a.o b.o
prints "modelled: 2 of 4 external functions (50.0 %)"
run 0 models --models mine.json --show mystery
prints "mystery known (mine)"
echo '{"library": 3}' >bad.json
run 2 models --models mine.json --models bad.json
says "bad.json"
run 2 report --models bad.json a.o
says "bad.json"
run 2 report --models none.json a.o
says "none.json"
