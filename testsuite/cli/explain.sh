# One finding out of a SARIF file, as `report` prints it and more; hostile files are refused.
. "$LIB"
unit severe -e crypto.sign=MD5
unit slight -e crypto.digest=MD5
run 1 report -o found.sarif severe.o slight.o
id=$(sed -n 's/^error .* of 100  //p' err)
[ ${#id} -eq 8 ] || fail "report prints no id: '$id'"
sed -n '/^error/,/^  *2 /p' err >told

# By the id, by fewer digits, and by more.
run 0 explain found.sarif "$id"
sed -n '/^error/,/^  *2 /p' out | cmp -s - told || fail "explain tells another story than report"
prints "What to do"
! grep -q '^note' out || fail "another finding is told"
cp out first
full=$(grep -o "$id[0-9a-f]*" found.sarif | head -n 1)
[ ${#full} -eq 64 ] || fail "the id does not begin a fingerprint"
for prefix in "$(echo "$id" | cut -c1-4)" "$full"; do
    run 0 explain found.sarif "$prefix"
    cmp -s out first || fail "$prefix is not $id"
done
# By the rule: all its findings.
run 0 explain found.sarif crypto/weak-algorithm
[ "$(grep -c '  rank ' out)" -eq 2 ] || fail "not all findings of the rule"

for other in "$(echo "$id" | cut -c1-3)" "${full}0" crypto exfil/secret-to-network ''; do
    run 2 explain found.sarif "$other"
    says "vitrine: explain: found.sarif: no finding '$other'"
done
run 3 explain no_such_file "$id"
says "no_such_file: No such file"
run 3 explain severe.o "$id"
says "vitrine: explain: severe.o:1: "
for text in '{}' '[]' '{"version":"2.1.0","runs":{}}' '{"version":"2.1.0","runs":[{"tool":1}]}'; do
    echo "$text" >other.sarif
    run 3 explain other.sarif "$id"
    says "other.sarif: not a report of vitrine"
done
head -c 17000000 /dev/zero | tr '\0' ' ' >long.sarif
run 3 explain long.sarif "$id"
says "long.sarif: longer than"

"$PYTHON" "$TOOLS/explain.py" || fail "hostile files"
