#!/usr/bin/env python3
"""Checks on the repository itself: `tidy.py CHECK ROOT`.

headers   every header compiles alone, as C and as C++ (those that need Clang's C++: as C++ only)
format    every source is as .clang-format says
rules     every rule has a checker, a page, bad and innocent tests, and a row in SARIF
evidence  docs/evidence.md has each weight that the checkers of exfil and update give, and no other
portable  no path of somebody's machine and no strange host stands in a file
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PARTS = ("engine", "models", "checkers", "sarif", "cli", "plugin")
SOURCE = (".c", ".h", ".cpp")
URL = re.compile(r"\b[a-z]+://([\w.-]+)")
# Names that RFC 2606 and 6761 keep free, and the homes of the formats that we write.
FREE = re.compile(r"(^|\.)(example|test|invalid|localhost)(\.(com|org|net))?$")
HOMES = {"cwe.mitre.org", "json-schema.org", "docs.oasis-open.org", "www.apache.org", "llvm.org",
         "in-toto.io", "cyclonedx.org", "slsa.dev"}
NAMED = re.compile(r"\.[a-z]{2,}$")
MACHINE = re.compile(r"(?<![\w.~-])/(work|farm|root)/\w")


def tracked(root):
    """Files of the repository; without git, everything that is no build product."""
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True)
    if listed.returncode == 0 and listed.stdout:
        names = listed.stdout.decode().split("\0")
        return [root / name for name in sorted(names) if name and (root / name).is_file()]
    return [path for path in sorted(root.rglob("*"))
            if path.is_file() and not path.relative_to(root).parts[0].startswith((".", "build"))]


def compiles(command, header):
    done = subprocess.run([*command, "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-include",
                           str(header), "/dev/null"], capture_output=True, text=True)
    return done.stderr if done.returncode else ""


def check_headers(root, options):
    includes = [f"-I{root}", *[word for path in options.include for word in ("-isystem", path)]]
    flags = [*includes, "-D_GNU_SOURCE", '-DVITRINE_VERSION="0"']
    headers = [path for path in tracked(root)
               if path.suffix == ".h" and path.relative_to(root).parts[0] in PARTS]
    for header in headers:
        uses_clang = re.search(r"#include [<\"](clang|llvm)/", header.read_text())
        languages = [["c++", "-std=c++17"]] if uses_clang else [["c", "-std=gnu11"],
                                                                ["c++", "-std=c++17"]]
        for language, standard in languages:
            error = compiles([options.cc, "-x", language, standard, *flags], header)
            if error:
                yield f"{header.relative_to(root)} does not compile alone as {language}:\n{error}"
    if not headers:
        yield "there are no headers"


def check_format(root, options):
    sources = [str(path) for path in tracked(root) if path.suffix in SOURCE]
    done = subprocess.run([options.clang_format, "--dry-run", "-Werror", *sources],
                          capture_output=True, text=True)
    if done.returncode:
        yield done.stderr or "clang-format failed"


def sarif_rules(vitrine):
    """Rows of the rules in a report on nothing but an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "empty.sarif"
        subprocess.run([vitrine, "report", "-o", str(target), folder], capture_output=True)
        log = json.loads(target.read_text())
    return {row["id"]: row for row in log["runs"][0]["tool"]["driver"]["rules"]}


def tests_of(folder):
    text = "".join(path.read_text() for path in sorted(folder.rglob("*.c*")))
    return text.count("expected-warning-re@+1") + text.count("report@+1:"), \
        text.count("report: nothing") + len(set(re.findall(r"\bgood_\w+(?=\()", text)))


def check_rules(root, options):
    listed = subprocess.run([options.vitrine, "rules"], capture_output=True, text=True, check=True)
    names = [line.split()[0] for line in listed.stdout.splitlines() if line.strip()]
    rows = sarif_rules(options.vitrine)
    readme = (root / "README.md").read_text()
    for name in names:
        checker = root / "checkers" / f"{name.replace('-', '_')}.c"
        for needed in (checker, root / "docs/rules" / f"{name}.md"):
            if not needed.is_file():
                yield f"{name}: there is no {needed.relative_to(root)}"
        if f"(docs/rules/{name}.md)" not in readme:
            yield f"{name}: README.md does not list it"
        bad, good = tests_of(root / "testsuite/rules" / name)
        if bad < 6 or good < 6:
            yield f"{name}: {bad} bad and {good} innocent tests; 6 of each are wanted"
        row = rows.get(name, {})
        for member in ("name", "shortDescription", "fullDescription", "help", "helpUri"):
            if not row.get(member):
                yield f"{name}: no {member} in SARIF"
    for path in (root / "checkers").glob("*/*.c"):
        name = f"{path.parent.name}/{path.stem.replace('_', '-')}"
        if path.parent.name != "shared" and name not in names:
            yield f"{path.relative_to(root)} is not in the list of rules"
    if not names:
        yield "there are no rules"


WEIGHT = re.compile(r'vt_finding_evidence\(\s*check,\s*finding,\s*"([a-z-]+)",([^"]*?),\s*"')
WEIGHED = ("checkers/exfil/*.c", "checkers/update/*.c", "checkers/shared/channel/leak.c",
           "checkers/shared/channel/intake_tell.c", "checkers/shared/channel/fetched.c",
           "checkers/shared/channel/circumstances.c", "checkers/shared/channel/plant.c")


def check_evidence(root, _options):
    given, told = {}, {}
    for pattern in WEIGHED:
        for path in root.glob(pattern):
            for name, weight in WEIGHT.findall(path.read_text()):
                numbers = re.findall(r"-?\d+", weight.split("?")[-1])
                given.setdefault(name, set()).update(int(number) for number in numbers)
    for line in (root / "docs/evidence.md").read_text().splitlines():
        row = re.match(r"\| (`.*`) \| ([-+0-9, ]+) \|", line)
        for name in re.findall(r"`([a-z-]+)`", row.group(1)) if row else []:
            told.setdefault(name, set()).update(int(n) for n in row.group(2).split(","))
    for name in sorted(given.keys() | told.keys()):
        wrong = given.get(name, set()) - told.get(name, set())
        if name not in given or wrong:
            yield f"docs/evidence.md: {name} is {sorted(given.get(name, []))} in the checkers"


def check_portable(root, _options):
    for path in tracked(root):
        others = path.name == "tidy.py" or path.parent.name == "schema"  # not ours to change
        if others or b"\0" in path.read_bytes():
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            strange = [host for host in URL.findall(line)
                       if not FREE.search(host) and host not in HOMES and NAMED.search(host)]
            if strange or MACHINE.search(line):
                yield f"{path.relative_to(root)}:{number}: {line.strip()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("check", choices=["headers", "format", "rules", "evidence", "portable"])
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--cc", default="cc")
    parser.add_argument("--include", action="append", default=[], help="of LLVM and Clang")
    parser.add_argument("--clang-format", default="clang-format-19")
    parser.add_argument("--vitrine")
    options = parser.parse_args()
    offences = list(globals()[f"check_{options.check}"](options.root.resolve(), options))
    for offence in offences:
        print(offence)
    sys.exit(1 if offences else 0)


if __name__ == "__main__":
    main()
