# The SARIF file: whole or not at all, the same bytes each time, no paths of this machine.
. "$LIB"
mkdir build
unit build/a -c b -e crypto.sign=MD5
unit build/b -c getenv
unit build/lost -n only

run 3 report build
[ ! -s out ] || fail "prints on standard output without -o"
run 3 report -o 1.sarif build
run 3 report --output=2.sarif --quiet "$PWD/build"
says "lost.o"
never_says "Looked at"
run 3 report -o - build
cmp -s 1.sarif out || fail "standard output and file differ"
sed 's/\x1b/ESC/' err >plain && cmp -s err plain || fail "colour without a terminal"
run 3 report --color always build
sed 's/\x1b/ESC/' err >plain && ! cmp -s err plain || fail "no colour with --color always"
cp -r build elsewhere && mv elsewhere build2 && mkdir x && mv build x/ && mv build2 build
cmp -s 1.sarif 2.sarif || {
    diff 1.sarif 2.sarif | head -5
    fail "two runs differ"
}
! grep -q "$PWD" 1.sarif 2.sarif || fail "an absolute path in the report"
"$PYTHON" -c 'import json; json.load(open("1.sarif"))' || fail "not JSON"
! grep -q '"enabled":false' 1.sarif || fail "a rule did not run"
run 3 report -q -r exfil -o exfil.sarif build
grep -q '"enabled":false' exfil.sarif || fail "the report does not tell which rules did not run"

# What was there is replaced, links are followed, permissions are those of a new file.
umask 027
echo old >target; ln -s target link
run 3 report -q -o link build
[ -L link ] && cmp -s target 1.sarif || fail "the link's target was not replaced"
run 3 report -q -o new build
[ "$(stat -c %a new)" = 640 ] || fail "permissions $(stat -c %a new)"
[ "$(find . -name "*.??????" | wc -l)" -eq 0 ] || fail "a temporary file is left"

# Failure leaves the old file and nothing beside it.
echo old >kept
(ulimit -f 0; trap '' XFSZ; "$VITRINE" report -q -o kept build 2>err >out; [ $? -eq 3 ]) || fail "no exit code 3"
[ "$(cat kept)" = old ] || fail "the old file is gone"
[ "$(ls kept* | wc -l)" -eq 1 ] || fail "a temporary file is left"
run 3 report -q -o no/such/folder build
says "vitrine: report: no/such/folder: No such file or directory"
[ -c /dev/full ] && { run 3 report -q -o /dev/full build; says "vitrine: report: /dev/full: "; says "No space left on device"; }
[ -c /dev/full ] || fail "/dev/full was replaced"
"$VITRINE" report -q -o - build >/dev/full 2>err
[ $? -eq 3 ] || fail "no exit code 3 for a full standard output"
"$VITRINE" version >/dev/full 2>err
[ $? -eq 3 ] || fail "version: no exit code 3 for a full standard output"
"$VITRINE" facts build/a.o >/dev/full 2>err
[ $? -eq 3 ] || fail "facts: no exit code 3 for a full standard output"
