#!/bin/sh
# selected.sh VITRINE MAJOR: what a rule finds does not depend on which others are asked for.
set -eu
vitrine=$1 major=$2
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2046
"clang-$major" $("$vitrine" cflags --llvm "$major") -w -c "$here/places.c" -o "$work/places.o"
for rules in exfil exfil/secret-to-network exfil/to-process; do
    "$vitrine" report --allow-incomplete -r "$rules" -o "$work/report.sarif" "$work/places.o" > "$work/told" ||
        { echo "with -r $rules:" >&2; cat "$work/told" >&2; exit 1; }
done
