#!/bin/sh
# misses.sh DOCUMENT: what the probes ask, and what they show to be wrong, is counted in DOCUMENT.
set -eu
cases=$(find . -name '*.c' -o -name '*.cpp' -o -name '*.h' | sort)
tells() { # tells TEXT FILE
    grep -q "^$1" "$2" || { echo "$2 does not say: $1" >&2; exit 1; }
}
count() { # count EXPRESSION
    # shellcheck disable=SC2086
    cat $cases | grep -cE "$1"
}
asked=$(count 'expected-remark')
denied=$(count 'expected-remark.*: (nothing|no|0|handle: nothing)\.\}\}')
# shellcheck disable=SC2086
files=$(grep -lE 'expected-remark' $cases | wc -l)
tells "$asked questions in $files files; $denied of the answers" "$1"
tells "$(count 'MISS:') known misses" "$1"
