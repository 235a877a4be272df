#!/usr/bin/env python3
"""What the vendor claims of findings: shown, never dropped, and of no use without a reason."""
import argparse
import json
import pathlib
import subprocess
import tempfile

SOURCE = """
#include <sys/socket.h>
#include <unistd.h>
#define MEANT(rule, reason) __attribute__((annotate("vitrine: " rule ": " reason)))
#define SHELL(name) void name(int l) { int fd = accept(l, 0, 0); dup2(fd, 0); \\
                                       execl("/bin/sh", "sh", (char *)0); }
MEANT("update/remote-shell", "console of the bench") SHELL(meant)
MEANT("update", "the whole family") SHELL(family)
MEANT("exfil", "another family") SHELL(other)
MEANT("update/remote-shell", " ") SHELL(silent)
MEANT("update/no-such-rule", "a reason") SHELL(unknown)
SHELL(plain)
"""
COMMENTS = """
#include <sys/socket.h>
#include <unistd.h>
#define SHELL(name) void name(int l) { int fd = accept(l, 0, 0); dup2(fd, 0); \\
                                       execl("/bin/sh", "sh", (char *)0); }
#define CONSOLE(name) SHELL(name) /* vitrine: allow update/remote-shell: made as a console */
// vitrine: allow update/remote-shell: stands before; and has a semicolon
SHELL(before)
SHELL(plain)
void inside(int l)
{
    int fd = accept(l, 0, 0);
    dup2(fd, 0);
    /* vitrine: allow update/remote-shell: a reason
     * of two lines */
    execl("/bin/sh", "sh", (char *)0);
}
CONSOLE(by_macro)
// vitrine: allow update/remote-shell
SHELL(silent)
// vitrine: allow exfil: another family
/* and a word about it: {;} */
SHELL(other)
int one; // vitrine: allow update/remote-shell: about a variable
int two;
SHELL(after)
// vitrine allow update/remote-shell: no mark
SHELL(unmarked)
"""
CLASSES = """
#include <sys/socket.h>
#include <unistd.h>
namespace bench {
struct Console {
    explicit Console(int fd) : fd_(fd) {}
    // vitrine: allow update: a method
    void serve(int l) { fd_ = accept(l, 0, 0); dup2(fd_, 0); execl("/bin/sh", "sh", (char *)0); }
    int fd_;
};
// vitrine: allow update/remote-shell: any instance
template <typename T> void attach(T l)
{
    int fd = accept((int)l, 0, 0);
    dup2(fd, 0);
    execl("/bin/sh", "sh", (char *)0);
}
}
void plain(int l) { int fd = accept(l, 0, 0); dup2(fd, 0); execl("/bin/sh", "sh", (char *)0); }
void use(int l) { bench::attach(l); bench::attach((long)l); bench::Console(l).serve(l); }
"""
BROKEN = [
    ('{"claims": [', "claims.json:1: not JSON"),
    ('[]', "must be a JSON object"),
    ('{}', "claims: is missing"),
    ('{"claims": [{"rule": "update", "function": "f"}]}', "claims[0].reason: is missing"),
    ('{"claims": [{"rule": "update", "function": "f", "reason": ""}]}', "the reason is empty"),
    ('{"claims": [{"rule": "upd", "function": "f", "reason": "r"}]}', "no such rule"),
    ('{"claims": [{"rule": "update", "reason": "r"}]}', "must name a function, a file"),
]


def call(command, code=0):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode == code, f"exit {done.returncode}: {command}\n{done.stderr}"
    return done


def claimed_in(log):
    """What SARIF file LOG says of each function that a finding is in."""
    claimed = {}
    for result in json.loads(log.read_text())["runs"][0]["results"]:
        place = result["locations"][0]["logicalLocations"][0]["name"]
        claimed[place] = [(s["kind"], s["status"], s["justification"])
                          for s in result.get("suppressions", [])]
    return claimed


def check_comments(options, flags, folder):
    source, made, log = folder / "said.c", folder / "said.o", folder / "said.sarif"
    source.write_text(COMMENTS)
    told = call([f"clang-{options.llvm}", *flags, "-O2", "-c", source, "-o", made]).stderr
    assert "the claim on 'silent' is ignored: it gives no reason" in told, told
    assert told.count("[vitrine: update/remote-shell]") == 5, told
    call([options.vitrine, "report", "-o", log, made], 1)
    reasons = {place: [text for _, _, text in claims] for place, claims in claimed_in(log).items()}
    assert reasons == {
        "before": ["stands before; and has a semicolon"], "inside": ["a reason of two lines"],
        "by_macro": ["made as a console"],
        "plain": [], "silent": [], "other": [], "after": [], "unmarked": []}, reasons

    source = folder / "said.cpp"
    source.write_text(CLASSES)
    call([f"clang-{options.llvm}", *flags, "-O0", "-c", source, "-o", made])
    call([options.vitrine, "report", "-o", log, made], 1)
    reasons = sorted(tuple(text for _, _, text in claims) for claims in claimed_in(log).values())
    assert reasons == [(), ("a method",), ("any instance",), ("any instance",)], reasons


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vitrine", required=True)
    parser.add_argument("--llvm", required=True)
    options = parser.parse_args()
    flags = call([options.vitrine, "cflags", "--llvm", options.llvm]).stdout.split()
    clang = f"clang-{options.llvm}"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        source, made, bare = folder / "unit.c", folder / "unit.o", folder / "bare.o"
        source.write_text(SOURCE)
        told = call([clang, *flags, "-O2", "-c", source, "-o", made]).stderr
        assert "the claim on 'silent' is ignored: it gives no reason" in told, told
        assert "the claim on 'unknown' is ignored: there is no rule" in told, told
        assert told.count("[vitrine: update/remote-shell]") == 4, told  # but not meant and family

        call([clang, "-O2", "-c", source, "-o", bare])
        for section in (".text", ".rodata.str1.1"):
            dumps = [call([f"llvm-objdump-{options.llvm}", "-s", "-j", section, path]).stdout
                     .split("\n", 3)[3] for path in (made, bare)]
            assert dumps[0] == dumps[1], section

        claims, log = folder / "claims.json", folder / "log.sarif"
        claims.write_text(json.dumps({"claims": [
            {"rule": "update", "function": "plain", "file": "unit.c", "reason": "in a file"},
            {"rule": "update", "function": "plain", "file": "it.c", "reason": "half a name"},
            {"rule": "crypto", "file": "unit.c", "reason": "nothing there"}]}))
        done = call([options.vitrine, "report", "--claims", claims, "-o", log, made], 1)
        assert "claims[1] is about no finding" in done.stderr, done.stderr
        assert "claims[2] is about no finding" in done.stderr, done.stderr
        claimed = claimed_in(log)
        assert claimed == {
            "meant": [("inSource", "underReview", "console of the bench")],
            "family": [("inSource", "underReview", "the whole family")],
            "plain": [("external", "underReview", "in a file")],
            "other": [], "silent": [], "unknown": []}, claimed

        check_comments(options, flags, folder)

        told = call([options.vitrine, "explain", log, "update/remote-shell"]).stdout
        assert "console of the bench" in told and "in a file" in told, told

        claims.write_text('{"claims": [{"rule": "update", "file": "unit.c", "reason": "all"}]}')
        call([options.vitrine, "report", "--claims", claims, made], 0)
        for text, message in BROKEN:
            claims.write_text(text)
            done = call([options.vitrine, "report", "--claims", claims, made], 2)
            assert message in done.stderr, done.stderr


if __name__ == "__main__":
    main()
