# How findings are told: Clang's own diagnostics, under the vendor's flags.
. "$(dirname "$0")/common.sh"

cat > unit.c <<'C'
extern unsigned char *MD5(const unsigned char *data, unsigned long size, unsigned char *digest);
extern char *getpass(const char *prompt);
void store(unsigned char *out)
{
    MD5((unsigned char *)getpass("Password: "), 8, out); // expected-warning {{vitrine: crypto/weak-algorithm}} \
                                                         // expected-note 1+ {{}}
}
C
tag='\[vitrine: crypto/weak-algorithm\]$'

# told PATTERN WHAT FLAGS...: compiles, and says PATTERN once.
told()
{
    pattern=$1 what=$2
    shift 2
    "$cc" $with "$@" -c unit.c -o unit.o 2>said.txt || fail "$what: failed: $(cat said.txt)"
    [ "$(grep -c -e "$pattern" said.txt)" -eq 1 ] || fail "$what: not said once: $(cat said.txt)"
    [ -s unit.o ] || fail "$what: no object"
}

# failing WHAT FLAGS...: the finding is an error, and there is no object.
failing()
{
    what=$1
    shift
    rm -f unit.o
    "$cc" $with "$@" -c unit.c -o unit.o 2>said.txt && fail "$what: did not fail"
    grep -q -e "^unit.c:5:.*: error: .*$tag" said.txt || fail "$what: no error: $(cat said.txt)"
    [ ! -e unit.o ] || fail "$what: an object was written"
}

# quiet WHAT FLAGS...: compiles and says nothing.
quiet()
{
    what=$1
    shift
    "$cc" $with "$@" -c unit.c -o unit.o 2>said.txt || fail "$what: failed: $(cat said.txt)"
    [ ! -s said.txt ] || fail "$what: says $(cat said.txt)"
}

option=-fplugin-arg-vitrine
for level in -O0 -O1 -O2 -Os "-O2 -g" "-O2 -flto" "-O2 -fPIC" "-O1 -fsanitize=address" \
             "-O2 -D_FORTIFY_SOURCE=2" "-O2 -gline-tables-only"; do
    told "^unit.c:5:5: warning: .*$tag" "$level" $level
    expect "-verify $level" "$cc" $with $level -Xclang -verify -c unit.c -o unit.o
    told "^unit.c:5:5: warning: .*$tag" "$level -Werror" $level -Werror -Wall -Wextra
done
told ': note: ' "a note for the step"
told "warning: .*$tag" "-Wno-error" -Wno-error
told "warning: .*$tag" "-pedantic-errors" -pedantic-errors -std=c11
told "warning: .*$tag" "-Wfatal-errors" -Wfatal-errors -Werror
told "warning: .*$tag" "fail=none" $option-fail=none
quiet "-w" -w
quiet "-w -Werror" -w -Werror
quiet "warn=off" $option-warn=off
quiet "other rules" $option-rules=exfil,update
told "warning: .*$tag" "this rule" $option-rules=crypto/weak-algorithm
failing "fail=warning" $option-fail=warning
failing "fail=warning, -w" $option-fail=warning -w
failing "fail=warning, warn=off" $option-fail=warning $option-warn=off

# A level the sources set by pragma is the vendor's, too.
printf '#pragma clang diagnostic error "-Wall"\n#line 1 "unit.c"\n' | cat - unit.c >pragma.c
expect "#pragma diagnostic error" "$cc" $with -c pragma.c -o pragma.o

# Places that #line names: shown where they are.
"$cc" -E unit.c -o unit.i
"$cc" $with -c unit.i -o unit.o 2>said.txt || fail "preprocessed: $(cat said.txt)"
grep -q -e "^unit.c:5:.*: warning: .*$tag" said.txt || fail "preprocessed: $(cat said.txt)"

# Under prefix maps the place is still shown.
told "^unit.c:5:5: warning: .*$tag" "prefix map" -ffile-prefix-map=unit=mapped
mkdir below && cd below
"$cc" $with -c "$work/unit.c" -o unit.o 2>said.txt || fail "absolute path: $(cat said.txt)"
grep -q "unit.c:5:5: warning: " said.txt || fail "absolute path: $(cat said.txt)"
cd "$work"

# Without locations there is no path to tell, and the compile goes on.
if [ "$major" -lt 17 ]; then
    expect "no -Rpass" "$cc" "-fplugin=$plugin" -c unit.c -o unit.o
    grep -q 'warning: vitrine:' expect.log && fail "no -Rpass: $(cat expect.log)"
fi

# The report of one unit has the finding, and the digest the note has.
expect "sarif" "$cc" $with $option-sarif=unit.sarif -c unit.c -o unit.o
digest=$(section .note.vitrine unit.o | od -An -v -tx1 -j22 -N32 | tr -d ' \n')
[ ${#digest} -eq 64 ] && grep -q "$digest" unit.sarif || fail "sarif does not name the facts"
[ "$(section .vitrine.facts unit.o | sha256sum | cut -d' ' -f1)" = "$digest" ] ||
    fail "the digest is not that of the facts"
grep -q '"crypto/weak-algorithm"' unit.sarif || fail "sarif lacks the finding"
grep -q '"primaryLocationLineHash"' unit.sarif || fail "sarif lacks the line's hash"
grep -q '"enabled":false' unit.sarif && fail "a rule did not run"
expect "sarif of one rule" "$cc" $with $option-sarif=one.sarif $option-rules=exfil -c unit.c -o unit.o
grep -q '"enabled":false' one.sarif || fail "sarif does not tell which rules did not run"
finish
