# Wrong command lines: one line that names the mistake, exit code 2. Help comes from the tables.
. "$LIB"

wrong() { # wrong LINE WORD...
    line=$1; shift
    run 2 "$@"
    [ "$(cat err)" = "$line" ] || fail "vitrine $*: other than '$line'"
    [ ! -s out ] || fail "vitrine $*: prints"
}

wrong "vitrine: a command is missing (see 'vitrine help')"
wrong "vitrine: 'reprot' is no command (see 'vitrine help')" reprot x
wrong "vitrine: report: unknown option '--x' (see 'vitrine help report')" report --x a
wrong "vitrine: report: unknown option '--x' (see 'vitrine help report')" report a --x=3
wrong "vitrine: report: unknown option '-x' (see 'vitrine help report')" report -x
wrong "vitrine: report: unknown option '--mod' (see 'vitrine help report')" report --mod a b
wrong "vitrine: report: PATH... is missing (see 'vitrine help report')" report
wrong "vitrine: report: PATH... is missing (see 'vitrine help report')" report --
wrong "vitrine: report: option '--output' needs a value (see 'vitrine help report')" report a -o
wrong "vitrine: report: option '--output' needs a value (see 'vitrine help report')" report --output=
wrong "vitrine: report: option '--quiet' takes no value (see 'vitrine help report')" report --quiet=1 a
wrong "vitrine: report: option '--quiet' takes no value (see 'vitrine help report')" report -qi a
wrong "vitrine: report: option '--fail-on' cannot be 'warn', only none|note|warning|error (see 'vitrine help report')" \
    report --fail-on warn a
wrong "vitrine: report: option '--color' cannot be '|', only auto|always|never (see 'vitrine help report')" \
    report --color '|' a
wrong "vitrine: facts: OBJECT... is missing (see 'vitrine help facts')" facts
wrong "vitrine: explain: REPORT ID is missing (see 'vitrine help explain')" explain a.sarif
wrong "vitrine: capabilities: PATH... is missing (see 'vitrine help capabilities')" capabilities
wrong "vitrine: capabilities: option '--against' needs a value (see 'vitrine help capabilities')" \
    capabilities a -a
wrong "vitrine: rules: unexpected argument 'b' (see 'vitrine help rules')" rules a b
wrong "vitrine: rules: 'a/b' is no rule (see 'vitrine help rules')" rules a/b
wrong "vitrine: help: 'a' is no command (see 'vitrine help help')" help a
wrong "vitrine: version: unexpected argument 'a' (see 'vitrine help version')" version a
wrong "vitrine: models: PATH... is missing (see 'vitrine help models')" models --unmodelled
wrong "vitrine: models: unexpected argument 'a' (see 'vitrine help models')" models a
wrong "vitrine: models: only one of --unmodelled, --show and --list (see 'vitrine help models')" \
    models --list --show send
wrong "vitrine: cflags: option '--llvm' is missing (see 'vitrine help cflags')" cflags
wrong "vitrine: cflags: '19.1' is no major version (see 'vitrine help cflags')" cflags --llvm 19.1

unit a
run 2 report --rules nix/da a.o
says "vitrine: report: "; says "nix/da"; says "(see 'vitrine help report')"

for command in report explain capabilities facts models rules cflags version help; do
    run 0 help "$command"
    prints "usage: vitrine $command"
    cp out help.txt
    run 0 "$command" --help
    cmp -s out help.txt || fail "$command --help is not help $command"
    run 0 help
    prints "  $command "
    page=$MAN/vitrine-$command.1
    [ -e "$page" ] || page=$MAN/vitrine.1
    for option in $(grep -oE -e '--[a-z-]+' help.txt | sort -u); do
        case $command:$option in report:--unmodelled) continue ;; esac
        grep -qF -e "-${option#--}" "$page" || fail "$(basename "$page") does not tell of $option"
    done
done
run 0 --version
prints "vitrine $VERSION"
run 0 --help
prints "Exit codes"
