# What the tests of the command share. They run in an empty folder, with
#   VITRINE    the command        MAKE_UNIT  make_unit.c, built
#   CC AS_FLAGS                   a compiler that assembles and links
#   PYTHON
# and stop at the first line that is not as it should be.
set -u

fail() {
    echo "FAILED: $*"
    echo "--- standard output"; head -c 4000 out 2>/dev/null
    echo "--- standard error"; head -c 4000 err 2>/dev/null
    exit 1
}

# run CODE WORD...: runs vitrine, output in `out` and `err`, and expects exit code CODE.
run() {
    wanted=$1; shift
    "$VITRINE" "$@" >out 2>err </dev/null
    code=$?
    [ $code -eq "$wanted" ] || fail "vitrine $*: exit code $code, not $wanted"
}

says() { grep -qF -e "$1" err || fail "standard error does not say: $1"; }
never_says() { ! grep -qF -e "$1" err || fail "standard error says: $1"; }
prints() { grep -qF -e "$1" out || fail "standard output does not have: $1"; }
is_silent() { [ ! -s out ] && [ ! -s err ] || fail "there is output"; }
lines() { [ "$(wc -l <"$1")" -eq "$2" ] || fail "$1 has not $2 lines"; }

# unit NAME [OPTION]...: NAME.o with facts of src/NAME.c, which defines function NAME.
unit() {
    name=$1; shift
    "$MAKE_UNIT" "$@" "src/$(basename "$name").c" "$(basename "$name")" "$name.s" ||
        fail "make_unit $name"
    $CC -c -o "$name.o" "$name.s" || fail "assembling $name.s"
}

# image NAME OBJECT...: a shared object linked from objects.
image() {
    name=$1; shift
    $CC -shared -nostdlib -o "$name" "$@" || fail "linking $name"
}

# units FILE: the units a SARIF file is about, one per line.
units() {
    "$PYTHON" -c 'import json, sys
run = json.load(open(sys.argv[1]))["runs"][0]
for u in run["properties"]["units"]: print(u["origin"])' "$1"
}

# takes UNITS CODE PATH...: `vitrine report PATH...` exits with CODE and looks at just these units.
takes() {
    expected=$1 code_wanted=$2; shift 2
    run "$code_wanted" report -o report.sarif "$@"
    got=$(units report.sarif | tr '\n' ' ')
    [ "$got" = "${expected:+$expected }" ] || fail "report $*: units '$got', not '$expected'"
}
