#!/bin/sh
# check.sh FILECHECK INPUT CLANG=IR_DUMP: holds the dump of INPUT against its CHECK lines.
. "$(dirname "$0")/dump.sh"
dump "$3" "$2" -O2 >"$work/dump" || exit 1
"$1" --dump-input=fail --input-file="$work/dump" "$2"
