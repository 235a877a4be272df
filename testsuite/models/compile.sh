#!/bin/sh
# vitrine-modelc: same files, same bytes, wherever they lie; and errors stop it.
#   compile.sh MODELC MODELS_FOLDER BUILTIN_C WORK_FOLDER
set -eu
modelc=$1 models=$2 builtin=$3 work=$4
rm -rf "$work"
mkdir -p "$work/elsewhere"
cp "$models"/*.json "$work/elsewhere"
cp -r "$models/tables" "$work/elsewhere"
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
    echo --tables "$1"/tables/*.json
}

LC_ALL=C
export LC_ALL
"$modelc" "$work/one.c" $(list "$work/elsewhere")
cmp "$work/one.c" "$builtin" || fail "copied models give other bytes than the build's own"

# Another byte in any file is another digest.
digest() { sed -n '/^const struct vt_models/,$p' "$1"; }
printf '\n' >> "$work/elsewhere/zlib.json"
"$modelc" "$work/two.c" $(list "$work/elsewhere")
sed -i 's/637c777b/647c777b/' "$work/elsewhere/tables/ciphers.json"
"$modelc" "$work/three.c" $(list "$work/elsewhere")
test "$(digest "$work/two.c")" != "$(digest "$work/three.c")" || fail "tables are not in the digest"
test "$(digest "$work/one.c")" != "$(digest "$work/two.c")" || fail "digest does not change"

# Errors: exit 1, a message with the place, and no output.
echo '{"library": "twice", "functions": [{"name": "recv", "as": "read"}]}' > "$work/twice.json"
if "$modelc" "$work/bad.c" "$work/twice.json" $(list "$models") 2> "$work/message"; then
    fail "a function in two files was accepted"
fi
grep -q 'function recv stands twice' "$work/message" || fail "message is: $(cat "$work/message")"
test ! -e "$work/bad.c" || fail "an output was written in spite of the error"
echo '{"tables": [{"name": "short", "element": 4, "values": ["12"]}]}' > "$work/table.json"
if "$modelc" "$work/bad.c" $(list "$models") "$work/table.json" 2> "$work/message"; then
    fail "a table without elements was accepted"
fi
grep -q 'table.json: table 0 is no table' "$work/message" || fail "message is: $(cat "$work/message")"
test ! -e "$work/bad.c" || fail "an output was written in spite of the error"
if "$modelc" "$work/bad.c" "$work/missing.json" 2> "$work/message"; then
    fail "a missing file was accepted"
fi
grep -q 'missing.json: No such file' "$work/message" || fail "message is: $(cat "$work/message")"
echo "compile.sh: all as expected"
