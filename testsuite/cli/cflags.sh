# The flags that turn the plugin on.
. "$LIB"
mkdir -p tree/bin tree/lib "odd folder/lib"
cp "$VITRINE" tree/bin/vitrine
: >tree/lib/vitrine-16.so; : >tree/lib/vitrine-19.so; : >"odd folder/lib/vitrine-19.so"

VITRINE=$PWD/tree/bin/vitrine
run 0 cflags --llvm 19
[ "$(cat out)" = "-fplugin=$(realpath tree)/lib/vitrine-19.so" ] || fail "flags for 19"
run 0 cflags --llvm=16
[ "$(cat out)" = "-fplugin=$(realpath tree)/lib/vitrine-16.so -Rpass=vitrine" ] || fail "flags for 16"
run 2 cflags --llvm 14
says "vitrine: cflags: no plugin for LLVM 14 below '$(realpath tree)'"
[ ! -s out ] || fail "prints flags for 14"
run 2 cflags --llvm ../19
run 0 cflags --llvm 19 --prefix "odd folder"
eval "set -- $(cat out)"
[ $# -eq 1 ] && [ "$1" = "-fplugin=$(realpath 'odd folder')/lib/vitrine-19.so" ] || fail "blank in a path"
run 2 cflags --llvm 16 --prefix "odd folder"
# Found through a link in PATH too.
ln -s "$VITRINE" here; VITRINE=$PWD/here
run 0 cflags --llvm 19
prints "$(realpath tree)/lib/vitrine-19.so"
