#!/usr/bin/env python3
"""A draft, read back, covers what it was drafted from; what is taken out of it is found."""
import argparse
import json
import pathlib
import subprocess
import tempfile

from jsonschema import Draft7Validator

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parent / "rules/update/undeclared-endpoint"


def call(command, codes=(0,)):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode in codes, f"exit {done.returncode}: {command}\n{done.stderr}"
    return done.stdout


def compiled(options, folder):
    flags = call([options.vitrine, "cflags", "--llvm", options.llvm]).split()
    objects = []
    for source in sorted(SOURCES.rglob("*.c")):
        objects.append(folder / f"{len(objects)}.o")
        call([f"clang-{options.llvm}", *flags, "-w", "-O2", "-Dmain=main_%d" % len(objects), "-c",
              source, "-o", objects[-1]])
    return objects


def report(options, objects, folder, declaration):
    """Names of undeclared channels, of declared and found services, and of those not found."""
    declared, target = folder / "declared.json", folder / "report.sarif"
    declared.write_text(json.dumps(declaration))
    call([options.vitrine, "report", "--rules", "update/undeclared-endpoint", "--declare", declared,
          "-o", target, *objects], (0, 1))
    run = json.loads(target.read_text())["runs"][0]
    kinds = {kind: [result["message"]["text"] for result in run["results"]
                    if result["kind"] == kind] for kind in ("fail", "pass", "informational")}
    assert len(run["properties"]["channels"]) > 4
    return kinds, run["properties"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vitrine", required=True)
    parser.add_argument("--llvm", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        objects = compiled(options, folder)
        drafts = [call([options.vitrine, "declare", *objects]) for _ in range(2)]
        assert drafts[0] == drafts[1], "two drafts of the same program differ"
        draft = json.loads(drafts[0])
        schema = json.loads((HERE / "schema/bom-1.6.schema.json").read_text())
        for error in Draft7Validator(schema).iter_errors(draft):
            raise AssertionError(f"no CycloneDX 1.6: {error.message}")

        kinds, _ = report(options, objects, folder, draft)
        assert not kinds["fail"] and not kinds["informational"], kinds
        assert len(kinds["pass"]) == len(draft["services"]), kinds

        gone = next(s for s in draft["services"] if s["name"] == "updates.maker-cdn.example")
        draft["services"].remove(gone)
        draft["services"].append({"name": "retired", "endpoints": ["https://old.example"]})
        kinds, properties = report(options, objects, folder, draft)
        assert len(kinds["fail"]) == 1 and gone["name"] in kinds["fail"][0], kinds
        assert len(kinds["informational"]) == 1 and "retired" in kinds["informational"][0], kinds
        without = [c["name"] for c in properties["channels"] if "declaredAs" not in c]
        assert without == [gone["name"]], without


if __name__ == "__main__":
    main()
