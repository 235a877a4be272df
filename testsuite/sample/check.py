#!/usr/bin/env python3
"""Builds larderd with the plugin of one LLVM major, by its own Makefile, and holds the report against
the table in PLANTED.md: these findings at level warning or above, in these functions, no others."""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROW = re.compile(r"\| ([a-z]+/[a-z-]+) \| (\S+\.c) \| (\w+) \|")
FUNCTION = re.compile(r"^\w[^;=]*?(\w+)\([^;]*\{$", re.MULTILINE)


def planted():
    return {match.groups() for match in ROW.finditer((HERE / "PLANTED.md").read_text())}


def function_at(path, line):
    """The name of the function that LINE of the C file PATH lies in."""
    before = "\n".join(path.read_text().splitlines()[:line])
    names = FUNCTION.findall(before)
    return names[-1] if names else "?"


def run(command, codes=(0,)):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in codes:
        sys.exit(f"exit {done.returncode}: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def found(log):
    for result in log["runs"][0]["results"]:
        if result["level"] not in ("warning", "error"):
            continue
        place = result["locations"][0]["physicalLocation"]
        path = place["artifactLocation"]["uri"]
        function = function_at(HERE / path, place["region"]["startLine"])
        yield result["ruleId"], path, function


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vitrine", required=True)
    parser.add_argument("--llvm", required=True, help="one major")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as out:
        cflags = run([options.vitrine, "cflags", "--llvm", options.llvm]).strip()
        run(["make", "-s", "-C", str(HERE), f"OUT={out}", f"CC=clang-{options.llvm}",
             f"CFLAGS={cflags} -O2"])
        target = pathlib.Path(out) / "report.sarif"
        run([options.vitrine, "report", "-o", str(target), f"{out}/larderd", out], (0, 1))
        results = list(found(json.loads(target.read_text())))
    wanted = planted()
    for place in sorted(wanted - set(results)):
        print("missing:", *place)
    for place in sorted(set(results) - wanted):
        print("not expected:", *place)
    if sorted(results) != sorted(wanted):
        sys.exit(f"{len(results)} findings, {len(wanted)} planted")


if __name__ == "__main__":
    main()
