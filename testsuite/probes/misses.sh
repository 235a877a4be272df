#!/bin/sh
# misses.sh DOCUMENT: what the probes show to be wrong is counted in DOCUMENT.
set -eu
found=$(cat ./*.c | grep -c 'MISS:')
grep -q "^$found known misses" "$1" ||
    { echo "$1 does not say that there are $found known misses" >&2; exit 1; }
