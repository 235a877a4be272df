#!/usr/bin/env python3
"""Runs one case of a rule through every LLVM major and every set of flags.

A case is a file (family/rule/name.c or .cpp) or a folder (family/rule/cross_name/ with several .c).
What must be found stands on the line above the finding:

    // expected-warning-re@+1 {{...[vitrine: family/rule]}}   in a file: Clang's -verify reads it
    // report@+1: family/rule                                 in a folder: the whole-program report;
                                                              in a file: of what only it can find
    // expected-no-diagnostics, // report: nothing            nothing at level warning or above

    // target: x86_64-w64-mingw32                             compiled for it, with its headers and the
                                                              flags that mean something there; no link

What the vendor declares may stand beside it, in name.cdx.json or in the folder's declared.cdx.json.
A file is held against both, the compiler's warnings and a report on its object. Everything found at
level warning or above, by any rule, must be expected; and all findings, with their levels, must be
the same in every combination. Those are, with the newest compiler, -O0, one level of optimisation and
one set of flags more, and with each older one a level. The case's name picks which, so that between
them the cases meet all of these; --all asks for every compiler with every set in each case.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zlib

LEVELS = [["-O0"], ["-O2"], ["-Os"]]
OTHERS = [
    ["-O2", "-g"],
    ["-O2", "-flto"],
    ["-O2", "-fPIC", "-shared"],
    ["-O1", "-fsanitize=address"],
    ["-O2", "-D_FORTIFY_SOURCE=2"],
]
OTHERS_FOR_TARGET = OTHERS[:1]
EXPECTED = re.compile(
    r"//\s*(?:expected-warning-re@\+(\d) .*\[vitrine: ([a-z/-]+)\]\}\}|report@\+(\d): ([a-z/-]+))")
NOTHING = re.compile(r"//\s*(?:expected-no-diagnostics|report: nothing)\s*$")
TARGET = re.compile(r"^// target: (\S+)$", re.MULTILINE)
SERIOUS = ("warning", "error")
FOUND_OR_NOT = (0, 1)  # exit codes of `vitrine report` on complete input


class Failure(Exception):
    pass


def expectations(sources):
    """The set of (rule, file name, line) that SOURCES ask for."""
    wanted, says_nothing = set(), False
    for source in sources:
        for number, line in enumerate(source.read_text().splitlines(), 1):
            match = EXPECTED.search(line)
            if match:
                below, rule = match.group(1, 2) if match.group(1) else match.group(3, 4)
                wanted.add((rule, source.name, number + int(below)))
            says_nothing = says_nothing or bool(NOTHING.search(line))
    if bool(wanted) == says_nothing:
        raise Failure("a case expects findings or says that there are none, and not both")
    return wanted


def call(command, codes=(0,)):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in codes:
        raise Failure(f"exit {done.returncode}: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def declaration_of(case):
    path = case / "declared.cdx.json" if case.is_dir() else case.with_suffix(".cdx.json")
    return path if path.is_file() else None


def target_of(sources):
    """What to tell the compiler of the target that SOURCES are for, if it is not this system."""
    match = TARGET.search(sources[0].read_text())
    if not match:
        return []
    headers = pathlib.Path("/usr", match.group(1), "include")
    if not headers.is_dir():
        print(f"SKIPPED: no headers in {headers}")
        sys.exit(0)
    return [f"--target={match.group(1)}", "-isystem", str(headers)]


def plugin_flags(options, major):
    """What tells clang-MAJOR to load the plugin, and what the vendor declares."""
    own = call([options.vitrine, "cflags", "--llvm", major]).split()
    declared = declaration_of(options.case)
    return own + ([f"-fplugin-arg-vitrine-declare={declared}"] if declared else [])


def compile_case(sources, own, major, flags, folder):
    """Compiles SOURCES with the flags OWN of the plugin and FLAGS into FOLDER; gives what the report
    is to look at."""
    target = target_of(sources)
    objects = []
    for source in sources:
        made = str(folder / (source.stem + ".o"))
        command = [f"clang-{major}", *own, *target, "-Wall", "-Wextra", "-Wno-unused-result"]
        command += [flag for flag in flags if flag != "-shared"]
        if source.suffix == ".cpp":
            command.append("-std=gnu++17")  # what Clang 16 and later take anyway
        if len(sources) == 1 and "expected-" in source.read_text():
            command += ["-Xclang", "-verify", "-Xclang", "-verify-ignore-unexpected=note,remark"]
        call(command + ["-c", str(source), "-o", made])
        objects.append(made)
    if "-shared" not in flags:
        return [str(folder)]
    image = str(folder / "case.so")
    call([f"clang-{major}", "-shared", "-o", image, *objects])
    return [image, str(folder)]


def report(inputs, options, folder):
    """The set of (rule, file name, line, level) that a report on INPUTS holds."""
    target = folder / "report.sarif"
    declared = declaration_of(options.case)
    held = ["--declare", str(declared)] if declared else []
    call([options.vitrine, "report", *held, "-o", str(target), *inputs], FOUND_OR_NOT)
    found = set()
    for result in json.loads(target.read_text())["runs"][0]["results"]:
        if result["kind"] != "fail":
            continue
        place = result["locations"][0]["physicalLocation"]
        name = place["artifactLocation"]["uri"].rsplit("/", 1)[-1]
        found.add((result["ruleId"], name, place["region"]["startLine"], result["level"]))
    return found


def flag_sets_of(sources, age, options):
    """What SOURCES are compiled with by one compiler of that AGE, which is 0 for the newest."""
    if options.only:
        return [options.only.split()]
    others = OTHERS_FOR_TARGET if target_of(sources) else OTHERS
    if options.all:
        return LEVELS + others
    picked = zlib.crc32(str(options.case).encode())
    if age:
        return [LEVELS[(picked + age) % len(LEVELS)]]
    return [LEVELS[0], LEVELS[1 + picked % 2], others[picked % len(others)]]


def describe(places):
    return "".join("\n    " + " ".join(map(str, place)) for place in sorted(places)) or " nothing"


def run_once(sources, wanted, options, own, major, flags):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        inputs = compile_case(sources, own, major, flags, folder)
        found = report(inputs, options, folder)
    serious = {place[:3] for place in found if place[3] in SERIOUS}
    if serious != wanted:
        raise Failure(f"missing:{describe(wanted - serious)}\n"
                      f"not expected:{describe(serious - wanted)}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("case", type=pathlib.Path)
    parser.add_argument("--vitrine", required=True, help="the command to test")
    parser.add_argument("--llvm", required=True, help="majors, separated by commas")
    parser.add_argument("--only", help="one set of flags, as --only='-O2 -g'")
    parser.add_argument("--all", action="store_true", help="every set of flags with every compiler")
    options = parser.parse_args()
    case = options.case
    sources = sorted([*case.glob("*.c"), *case.glob("*.cpp")]) if case.is_dir() else [case]
    failures, first = 0, None
    try:
        wanted = expectations(sources)
    except Failure as failure:
        sys.exit(f"{case}: {failure}")
    for age, major in enumerate(sorted(options.llvm.split(","), key=int, reverse=True)):
        own = plugin_flags(options, major)
        for flags in flag_sets_of(sources, age, options):
            name = f"clang-{major} {' '.join(flags)}"
            try:
                found = run_once(sources, wanted, options, own, major, flags)
                first = first if first is not None else (name, found)
                if found != first[1]:
                    raise Failure(f"differs from {first[0]}:{describe(found ^ first[1])}")
            except Failure as failure:
                failures += 1
                print(f"FAILED {name}: {failure}")
    if failures:
        sys.exit(f"{case}: {failures} combinations failed")


if __name__ == "__main__":
    main()
