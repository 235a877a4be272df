#!/bin/sh
# misses.sh DOCUMENT: what the probes ask, and what they show to be wrong, is counted in DOCUMENT.
set -eu
tells() { # tells TEXT
    grep -q "^$1" "$2" || { echo "$2 does not say: $1" >&2; exit 1; }
}
asked=$(cat ./*.c ./*.cpp | grep -c 'expected-remark')
denied=$(cat ./*.c ./*.cpp | grep -cE 'expected-remark.*: (nothing|no|0|handle: nothing)\.\}\}')
files=$(find . -name '*.c' -o -name '*.cpp' | wc -l)
tells "$asked questions in $files files; $denied of the answers" "$1"
tells "$(cat ./*.c ./*.cpp | grep -c 'MISS:') known misses" "$1"
