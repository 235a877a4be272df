#!/usr/bin/env python3
"""Builds larderd with the plugin of one LLVM major, by its own Makefile, and holds the report
against the table in PLANTED.md: these findings at level warning or above, in these functions, each
once, and no others. Two builds in different folders must give the same report, byte for byte, and
--readme wants what is printed of them to stand in that file; --update puts it there."""
import argparse
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROW = re.compile(r"\| ([a-z]+/[a-z-]+) \| (\S+\.c) \| (\w+) \|")
SERIOUS = re.compile(r"^(?:error|warning)  .*?\n\n(?=\w)", re.MULTILINE | re.DOTALL)
DEMO = re.compile(r"(<!-- demo output -->\n```text\n)(.*?)(```\n)", re.DOTALL)
FUNCTION = re.compile(r"^\w[^;=]*?(\w+)\([^;]*\{$", re.MULTILINE)


def planted():
    text = (HERE / "PLANTED.md").read_text()
    return collections.Counter(match.groups() for match in ROW.finditer(text))


def function_at(path, line):
    """The name of the function that LINE of the C file PATH lies in."""
    before = "\n".join(path.read_text().splitlines()[:line])
    names = FUNCTION.findall(before)
    return names[-1] if names else "?"


def run(command, codes=(0,), cwd=None):
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd)
    if done.returncode not in codes:
        sys.exit(f"exit {done.returncode}: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def found(log):
    for result in log["runs"][0]["results"]:
        if result["level"] not in ("warning", "error"):
            continue
        place = result["locations"][0]["physicalLocation"]
        path = place["artifactLocation"]["uri"]
        function = function_at(HERE / path, place["region"]["startLine"])
        yield result["ruleId"], path, function


def build_and_report(folder, options):
    """The report on a copy of the sources built in FOLDER, and what is printed of findings at level
    warning or above."""
    shutil.copytree(HERE, folder, ignore=shutil.ignore_patterns("build"))
    cflags = run([options.vitrine, "cflags", "--llvm", options.llvm]).strip()
    run(["make", "-s", f"CC=clang-{options.llvm}", f"CFLAGS={cflags} -O2"], cwd=folder)
    printed = run([options.vitrine, "report", "-o", "report.sarif", "build/larderd", "build"],
                  (0, 1), folder)
    return (folder / "report.sarif").read_bytes(), "".join(SERIOUS.findall(printed))[:-1]


def compare_places(log):
    results, wanted = collections.Counter(found(json.loads(log))), planted()
    for place in sorted((wanted - results).elements()):
        print("missing:", *place)
    for place in sorted((results - wanted).elements()):
        print("not expected:", *place)
    if results != wanted:
        sys.exit(f"{results.total()} findings, {wanted.total()} planted")


def compare_readme(path, printed, update):
    text = path.read_text()
    if update:
        path.write_text(DEMO.sub(lambda match: match[1] + printed + match[3], text))
    elif DEMO.search(text)[2] != printed:
        sys.exit(f"{path} does not hold what is printed (--update puts it there):\n{printed}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True)
    parser.add_argument("--llvm", required=True, help="one major")
    parser.add_argument("--readme", type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        one = build_and_report(pathlib.Path(scratch) / "one", options)
        two = build_and_report(pathlib.Path(scratch) / "another" / "two", options)
    if one != two:
        sys.exit("two builds of the same sources give different reports")
    compare_places(one[0])
    if options.readme:
        compare_readme(options.readme, one[1], options.update)


if __name__ == "__main__":
    main()
