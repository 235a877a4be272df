# dump CLANG=IR_DUMP INPUT FLAG...: the dump of INPUT on standard output. $work is a folder for it.
dump() {
    clang=${1%%=*} tool=${1#*=} input=$2
    shift 2
    # Before any pass, as the plugin sees it; sized delete is not the default of every Clang.
    "$clang" -w -gline-tables-only -fsized-deallocation "$@" -Xclang -disable-llvm-passes \
        -emit-llvm -c "$input" -o "$work/unit.bc" && "$tool" "$work/unit.bc"
}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
