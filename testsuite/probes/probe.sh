#!/bin/sh
# probe.sh CLANG PLUGIN CASE: the answers to the probes in CASE are those it expects, and no others,
# at every level of optimization.
set -eu
clang=$1 plugin=$2 case=$3
locations=
standard=
"$clang" --version | grep -q 'version 1[4-6]' && locations=-Rpass=vitrine
case $case in *.cpp) standard=-std=gnu++17 ;; esac # what Clang 16 and later take anyway
for flags in -O0 -O1 -O2 -Os "-O2 -g" "-O2 -fPIC" "-O1 -fsanitize=address" "-O2 -flto"; do
    # shellcheck disable=SC2086
    "$clang" "-fplugin=$plugin" $locations -fplugin-arg-vitrine-probe=on \
        -fplugin-arg-vitrine-warn=off -w -Xclang -verify $standard $flags -c "$case" -o /dev/null ||
        { echo "$case: with $flags" >&2; exit 1; }
done
