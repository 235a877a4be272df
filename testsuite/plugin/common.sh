# For every test here: sh TEST.sh MAJOR PLUGIN COMMAND. Sets up a scratch folder and what tests share.
set -eu
major=$1
plugin=$(readlink -f "$2")
vitrine=$(readlink -f "${3:-.}")
here=$(dirname "$(readlink -f "$0")")
bin=/usr/lib/llvm-$major/bin
[ -x "$bin/clang" ] || bin=$(dirname "$(command -v clang-$major)")
cc=$bin/clang
locations=
[ "$major" -ge 17 ] || locations=-Rpass=vitrine # up to 16 a plugin cannot ask for them itself
with="-fplugin=$plugin $locations"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
failures=0

fail()
{
    echo "FAILED: $*" >&2
    failures=$((failures + 1))
}

# expect WHAT COMMAND...: the command must succeed.
expect()
{
    what=$1
    shift
    "$@" >"$work/expect.log" 2>&1 || {
        fail "$what: $*"
        sed 's/^/    /' "$work/expect.log" | head -20 >&2
    }
}

# refuse WHAT COMMAND...: the command must fail, by exit status.
refuse()
{
    what=$1
    shift
    "$@" >"$work/expect.log" 2>&1 && fail "$what: should have failed: $*"
    return 0
}

# The bytes of section NAME of OBJECT; nothing if there is none.
section()
{
    "$bin/llvm-objcopy" -O binary --only-section="$1" --set-section-flags="$1=alloc" "$2" \
        "$work/section.bin" 2>/dev/null && cat "$work/section.bin"
    rm -f "$work/section.bin"
}

has_section()
{
    "$bin/llvm-readelf" -SW "$2" 2>/dev/null | grep -qF " $1 "
}

# The object without vitrine's sections, and without the bitcode that -ffat-lto-objects puts beside
# the machine code, as the facts are in both.
bare()
{
    "$bin/llvm-objcopy" -R .llvm.lto -R .vitrine.facts -R .note.vitrine -R .vitrine -R .vtnote "$1" "$2"
}

finish()
{
    if [ $failures -ne 0 ]; then
        echo "$failures failures" >&2
        exit 1
    fi
    exit 0
}
