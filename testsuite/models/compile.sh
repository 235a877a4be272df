#!/bin/sh
# vitrine-modelc: same files, same bytes, wherever they lie; and errors stop it.
#   compile.sh MODELC MODELS_FOLDER BUILTIN_C WORK_FOLDER
set -eu
modelc=$1 models=$2 builtin=$3 work=$4
rm -rf "$work"
mkdir -p "$work/elsewhere"
cp "$models"/*.json "$work/elsewhere"
rm "$work/elsewhere/schema.json"

fail() {
    echo "compile.sh: $*" >&2
    exit 1
}

list() { # the files of folder $1 in build order
    echo "$1/classes.json"
    for file in "$1"/*.json; do
        case $file in */classes.json | */schema.json) ;; *) echo "$file" ;; esac
    done
}

LC_ALL=C
export LC_ALL
"$modelc" "$work/one.c" $(list "$work/elsewhere")
cmp "$work/one.c" "$builtin" || fail "copied models give other bytes than the build's own"

# Another byte in any file is another digest.
digest() { sed -n '/^const struct vt_models/,$p' "$1"; }
printf '\n' >> "$work/elsewhere/zlib.json"
"$modelc" "$work/two.c" $(list "$work/elsewhere")
test "$(digest "$work/one.c")" != "$(digest "$work/two.c")" || fail "digest does not change"

# Errors: exit 1, a message with the place, and no output.
echo '{"library": "twice", "functions": [{"name": "recv", "as": "read"}]}' > "$work/twice.json"
if "$modelc" "$work/bad.c" $(list "$models") "$work/twice.json" 2> "$work/message"; then
    fail "a function in two files was accepted"
fi
grep -q 'function recv stands twice' "$work/message" || fail "message is: $(cat "$work/message")"
test ! -e "$work/bad.c" || fail "an output was written in spite of the error"
if "$modelc" "$work/bad.c" "$work/missing.json" 2> "$work/message"; then
    fail "a missing file was accepted"
fi
grep -q 'missing.json: No such file' "$work/message" || fail "message is: $(cat "$work/message")"
echo "compile.sh: all as expected"
