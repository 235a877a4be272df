#!/usr/bin/env python3
"""Holds the examples on the rules' pages against what vitrine says of them.

In docs/rules/*/*.md a block of C is followed by a block of text: what `vitrine report` prints of the
object by that rule alone, without ids and up to how much was looked at. The first block, of
## Example, gives a finding of the page's rule; the second, of ## Innocent twin, gives none above a
note. A block of JSON on the page is what the vendor declares. --update writes what is printed into
the pages, for a person to read before it is committed.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"```(c|cpp)\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
DECLARED = re.compile(r"```json\n(.*?)```", re.DOTALL)
SERIOUS = re.compile(r"^(?:error|warning)  (\S+)", re.MULTILINE)
ID = re.compile(r"(?<= of 100)  [0-9a-f]{8}$", re.MULTILINE)
COVERAGE = "Looked at "


def call(command, folder, codes):
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode not in codes:
        sys.exit(f"exit {done.returncode}: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stderr


def report(rule, source, declared, options):
    """What is printed by RULE alone of an object made of SOURCE (language and text), held against
    what is DECLARED, if anything."""
    language, text = source
    with tempfile.TemporaryDirectory() as folder:
        name = f"example.{language}"
        (pathlib.Path(folder) / name).write_text(text)
        flags = subprocess.run([options.vitrine, "cflags", "--llvm", options.llvm],
                               capture_output=True, text=True, check=True).stdout.split()
        call([f"clang-{options.llvm}", *flags, "-O2", "-Wall", "-Wextra", "-c", name], folder, (0,))
        held = []
        if declared:
            (pathlib.Path(folder) / "declared.json").write_text(declared.group(1))
            held = ["--declare", "declared.json"]
        printed = call([options.vitrine, "report", "--rules", rule, *held, "example.o"], folder, (0, 1))
    return ID.sub("", printed[:printed.index(COVERAGE)])


def offences(page, options):
    text = page.read_text()
    rule = "/".join(page.with_suffix("").parts[-2:])
    blocks = list(BLOCK.finditer(text))
    if len(blocks) < 2:
        yield "an example and an innocent twin are wanted, each with what is printed of it"
    for number, block in enumerate(blocks):
        language, source, told = block.groups()
        printed = report(rule, (language, source), DECLARED.search(text), options)
        found = set(SERIOUS.findall(printed))
        if found != ({rule} if number == 0 else set()):
            yield f"block {number + 1} gives {', '.join(sorted(found)) or 'nothing'}"
        if told == printed:
            continue
        if options.update:
            page.write_text(page.read_text().replace(block.group(), block.group().replace(
                f"```text\n{told}", f"```text\n{printed}")))
        else:
            yield f"block {number + 1} says\n{told}and is\n{printed}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--vitrine", required=True)
    parser.add_argument("--llvm", required=True, help="one major")
    parser.add_argument("--update", action="store_true", help="write what is printed")
    options = parser.parse_args()
    pages = sorted((options.root / "docs/rules").glob("*/*.md"))
    told = [f"{page}: {offence}" for page in pages for offence in offences(page, options)]
    print("\n".join(told))
    sys.exit(1 if told or not pages else 0)


if __name__ == "__main__":
    main()
