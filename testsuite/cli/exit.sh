# Exit codes of `vitrine report`: findings by level, gaps before findings.
. "$LIB"
unit clean -c helper
unit severe -e crypto.sign=MD5        # an error
unit middling -e crypto.encrypt=3DES  # a warning
unit slight -e crypto.digest=MD5      # a note
unit lost -n only

# levels FILE NONE NOTE WARNING ERROR: the exit code for each --fail-on.
levels() {
    file=$1; shift
    for level in none note warning error; do
        run "$1" report --fail-on $level $file
        shift
    done
}
levels clean.o    0 0 0 0
levels slight.o   0 1 0 0
levels middling.o 0 1 1 0
levels severe.o   0 1 1 1
says "crypto/weak-algorithm"
says "MD5"
run 1 report severe.o                  # error is the default
run 0 report middling.o

# The report holds the finding; --rules chooses.
run 1 report -q -o found.sarif severe.o
grep -q '"ruleId": *"crypto/weak-algorithm"' found.sarif || fail "no result in the SARIF file"
run 1 report --rules crypto severe.o
run 1 report --rules exfil,crypto/weak-algorithm severe.o
run 0 report --rules exfil severe.o

# Something missing wins over findings, unless that is allowed.
run 3 report severe.o lost.o
says "crypto/weak-algorithm"
run 1 report --allow-incomplete severe.o lost.o
run 0 report --allow-incomplete clean.o lost.o
run 3 report --fail-on none clean.o lost.o
run 3 report --allow-incomplete severe.o no_such_file.o

for rule in exfil/secret-to-network update/unverified-code crypto/weak-algorithm; do
    run 0 rules
    prints "$rule"
    run 0 rules $rule
    prints "CWE-"
    prints "What to do:"
done
