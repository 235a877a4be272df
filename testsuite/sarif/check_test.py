#!/usr/bin/python3
"""Proves that check.py finds what it looks for: breaks a good log in one place at a time.

    check_test.py GOOD.sarif
"""

import copy
import json
import os
import subprocess
import sys
import tempfile

CHECK = os.path.join(os.path.dirname(os.path.abspath(__file__)), "check.py")


def steps(run, result=0):
    return run["results"][result]["codeFlows"][0]["threadFlows"][0]["locations"]


def place(run):
    return run["results"][0]["locations"][0]["physicalLocation"]


# What is done to the run, and a part of what check.py must say of it.
BREAKS = [
    (lambda run: run.update(surprise=1), "surprise"),
    (lambda run: run["results"][0].pop("message"), "message"),
    (lambda run: run["results"][0].update(ruleIndex=0), "ruleIndex"),
    (lambda run: place(run)["region"].pop("startLine"), "startLine"),
    (lambda run: place(run)["artifactLocation"].update(uri="/home/x.c"), "absolute"),
    (lambda run: place(run)["artifactLocation"].update(uri="../x.c"), "leaves its base"),
    (lambda run: place(run)["artifactLocation"].update(index=0), "index leads to"),
    (lambda run: place(run)["artifactLocation"].pop("uriBaseId"), "absolute"),
    (lambda run: run["taxonomies"][0].update(guid="00000000-0000-0000-0000-000000000000"), "guid"),
    (lambda run: run["results"][0]["message"].update(text="Other."), "with its arguments"),
    (lambda run: steps(run)[0]["location"]["message"].update(text="no stop"), "no sentence"),
    (lambda run: steps(run)[0].update(nestingLevel=0), "nestingLevel"),
    (lambda run: steps(run, 1).pop(), "ends"),
    (lambda run: run["results"][0]["codeFlows"].append({"threadFlows": []}), "thread flow"),
    (lambda run: run["tool"]["driver"]["rules"][0].pop("help"), "no help"),
    (lambda run: run["tool"]["driver"]["rules"][0]["properties"].update(
        {"security-severity": 8.5}), "security-severity"),
    (lambda run: run["tool"]["driver"]["rules"][0]["relationships"][0]["target"].update(index=1),
     "index of the taxon"),
    (lambda run: run["tool"]["driver"]["rules"][1].update(id="exfil/test-leak"), "not unique"),
    (lambda run: run["invocations"][0].update(startTimeUtc="2026-01-01T00:00:00Z"), "time"),
    (lambda run: run["results"][0].update(suppressions=[{"kind": "external", "status": "accepted",
                                                         "justification": "so"}]),
     "only a reviewer accepts"),
    (lambda run: run["results"][0].update(baselineState="new"), "not ours"),
]


def check(log):
    with tempfile.NamedTemporaryFile("w", suffix=".sarif") as file:
        json.dump(log, file)
        file.flush()
        done = subprocess.run([sys.executable, CHECK, file.name], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True)
    return done.returncode, done.stdout + done.stderr


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        good = json.load(file)
    status, said = check(good)
    failures = [f"a good log: {said}"] if status else []
    for number, (spoil, expected) in enumerate(BREAKS):
        log = copy.deepcopy(good)
        spoil(log["runs"][0])
        status, said = check(log)
        if status == 0 or expected not in said:
            failures.append(f"break {number} ({expected}): status {status}: {said}")
    print("\n".join(failures) or f"{len(BREAKS)} breaks found")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
