# Every option, and one clear error for what cannot be understood.
. "$(dirname "$0")/common.sh"
echo 'int f(int a) { return a; }' > unit.c
echo '{"bomFormat": "CycloneDX", "specVersion": "1.6"}' > declared.json
echo '{"bomFormat": "CycloneDX", "specVersion": "1.6", "services": [{}]}' > nameless.json
echo '{"bomFormat": ' > broken.json

# wrong OPTION TEXT: compiling with OPTION fails with exactly one error, which holds TEXT, and no object.
wrong()
{
    rm -f unit.o
    "$cc" $with "-fplugin-arg-vitrine-$1" -c unit.c 2>errors.txt && fail "$1 was accepted"
    [ "$(grep -c 'error:' errors.txt)" -eq 1 ] || fail "$1: not one error: $(cat errors.txt)"
    grep -qF "error: vitrine: " errors.txt || fail "$1: not vitrine's error: $(cat errors.txt)"
    grep -qF -e "$2" errors.txt || fail "$1: the error does not say '$2': $(cat errors.txt)"
    [ ! -e unit.o ] || fail "$1: an object was written"
}

wrong colour=red "unknown option 'colour=red'"
wrong warning=on "unknown option 'warning=on'"
wrong warn "option 'warn' needs a value"
wrong warn= "option 'warn' needs a value"
wrong warn=maybe "must be one of on, off"
wrong note=ON "must be one of on, off"
wrong fail=always "must be one of none, error, warning"
wrong budget=0 "must be 1 to 10"
wrong budget=11 "must be 1 to 10"
wrong budget=3x "must be 1 to 10"
wrong probe=yes "must be one of on, off"
wrong budget=-1 "must be 1 to 10"
wrong rules= "option 'rules' needs a value"
wrong rules=exfil,, "empty rule name"
wrong rules=exfil,nonsense "no rule or family 'nonsense'"
wrong rules=exf "no rule or family 'exf'"
wrong models=missing.json "missing.json"
wrong models=broken.json "broken.json"
wrong declare=missing.json "option 'declare=missing.json': missing.json: No such file or directory"
wrong declare=. "option 'declare=.'"
wrong declare=broken.json "broken.json:1: not JSON"
wrong declare=nameless.json "nameless.json: services[0].name: is missing"
refuse "an error in options even when only checking" \
    "$cc" $with -fplugin-arg-vitrine-colour=red -fsyntax-only unit.c

# The page for users tells all there are.
for key in $("$cc" $with -fplugin-arg-vitrine-colour=red -c unit.c 2>&1 |
    sed 's/.*there are//' | grep -o '[a-z]*=' | tr -d =); do
    grep -qF "| \`$key=" "$here/../../docs/plugin.md" || fail "docs/plugin.md does not tell of $key="
done

# right OPTION...: compiles with these, silently.
right()
{
    rm -f unit.o
    options=
    for option in "$@"; do
        options="$options -fplugin-arg-vitrine-$option"
    done
    "$cc" $with $options -Werror -c unit.c 2>errors.txt || fail "$*: $(cat errors.txt)"
    [ ! -s errors.txt ] || fail "$*: says $(cat errors.txt)"
}

right warn=on
right warn=off note=on fail=none
right fail=error
right fail=warning budget=10
right budget=1
right rules=exfil
right rules=exfil,update,crypto/weak-algorithm
right declare=declared.json

right note=off
has_section .note.vitrine unit.o && fail "note=off wrote a note"
has_section .vitrine.facts unit.o || fail "note=off wrote no facts"
right note=off note=on
has_section .note.vitrine unit.o || fail "the last note= did not win"

# What changes the facts is in them; what does not, is not.
right warn=on
cp unit.o first.o
right warn=off
cmp first.o unit.o >&2 || fail "warn= changes the object"
right declare=declared.json
cmp -s first.o unit.o && fail "declare= leaves no trace in the facts"

right sarif=unit.sarif
/usr/bin/python3 -c 'import json; assert json.load(open("unit.sarif"))["version"] == "2.1.0"' ||
    fail "sarif= wrote no SARIF"
# Where it cannot be written, that is no reason to fail the build.
"$cc" $with -fplugin-arg-vitrine-sarif=no/such/folder -c unit.c 2>errors.txt ||
    fail "sarif= that cannot be written failed the compile"
grep -q 'warning: vitrine: .*no/such/folder' errors.txt || fail "nothing said: $(cat errors.txt)"
finish
