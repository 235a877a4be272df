#!/usr/bin/python3
"""Checks SARIF logs: against the schema, and for what the schema does not say.

    check.py [--schema FILE] [--golden FILE] [--sample N] LOG
    check.py --run [options] -- COMMAND...     the log is what COMMAND prints, twice the same
    check.py --once [options] -- COMMAND...    the same, but COMMAND runs only once

Exit status 0 if all is well; else every offence is printed with its place in the log.
"""

import argparse
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
HEX = "[0-9a-fA-F]"
GUID = re.compile(f"{HEX}{{8}}-{HEX}{{4}}-[1-5]{HEX}{{3}}-[89abAB]{HEX}{{3}}-{HEX}{{12}}")
SYSTEM = ("file:///usr/include/", "file:///usr/lib/", "file:///usr/local/include/")


class Offences(list):
    def __call__(self, holds, place, text):
        if not holds:
            self.append(f"{place}: {text}")


def no_doubles(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"duplicate keys in {keys}")
    return dict(pairs)


def walk(value, place="$"):
    """Every object of the log, with its place."""
    if isinstance(value, dict):
        yield place, value
        for key, member in value.items():
            yield from walk(member, f"{place}.{key}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from walk(member, f"{place}[{index}]")


def shortened(log, count):
    """LOG with the first COUNT results of each run, or all of it."""
    if not count:
        return log
    return dict(log, runs=[dict(run, results=run["results"][:count]) for run in log["runs"]])


def check_schema(log, path, expect):
    from jsonschema import Draft202012Validator, FormatChecker
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(log):
        expect(False, "$" + "".join(f"[{p!r}]" for p in error.absolute_path), error.message[:200])


def check_location(location, run, place, expect):
    """An artifactLocation: the index is right, and nothing tells of the vendor's machine."""
    uri = location["uri"]
    expect(re.fullmatch(r"[A-Za-z0-9\-._~/%:]+", uri), place, f"uri {uri!r} is not percent-encoded")
    if "uriBaseId" in location:
        expect(location["uriBaseId"] in run["originalUriBaseIds"], place, "unknown uriBaseId")
        expect(":" not in uri, place, f"{uri} has a scheme")
        expect(not uri.startswith("/"), place, f"{uri} is absolute")
        expect(".." not in uri.split("/"), place, f"{uri} leaves its base")
    else:
        expect(uri.startswith(SYSTEM), place, f"{uri} is absolute")
    known = run["artifacts"][location["index"]]["location"]["uri"]
    expect(known == uri, place, f"index leads to {known}, not {uri}")


def check_objects(log, expect):
    """What holds for objects wherever they stand."""
    for place, value in walk(log):
        if "guid" in value:
            expect(GUID.fullmatch(value["guid"]), place, f"no guid: {value['guid']}")
        if place.endswith((".region", ".contextRegion")):
            expect(value.get("startLine", 0) >= 1, place, "region without startLine")
        if "text" in value and place.endswith((".message", "Description", ".help")):
            expect(re.search(r"[.!?]$", value["text"]), place, f"no sentence: {value['text']!r}")
        if place.endswith(".properties.evidence"):
            expect(isinstance(value["weight"], int), place, "weight is no integer")


def check_descriptor(descriptor, place, expect):
    for member in ("id", "name", "shortDescription", "fullDescription", "help", "helpUri",
                   "messageStrings", "defaultConfiguration"):
        expect(descriptor.get(member), place, f"no {member}")
    expect(re.fullmatch(r"([A-Z][a-z0-9]*)+", descriptor["name"]), place, "name is not PascalCase")
    expect(descriptor["name"] != descriptor["id"], place, "name is id")


def check_rule(rule, run, place, expect):
    check_descriptor(rule, place, expect)
    properties = rule["properties"]
    severity = properties["security-severity"]
    expect(isinstance(severity, str) and 0 <= float(severity) <= 10, place, "security-severity")
    expect(properties["precision"] in ("very-high", "high", "medium", "low"), place, "precision")
    expect(properties["problem.severity"] in ("error", "warning", "recommendation"), place,
           "problem.severity")
    expect(len(properties["tags"]) <= 10, place, "GitHub keeps ten tags")
    expect(rule["relationships"], place, "no CWE")
    for relationship in rule["relationships"]:
        target = relationship["target"]
        taxonomy = run["taxonomies"][target["toolComponent"]["index"]]
        expect(re.fullmatch(r"CWE-\d+", target["id"]), place, f"taxon {target['id']}")
        expect(taxonomy["guid"] == target["toolComponent"]["guid"], place, "guid of the taxonomy")
        expect(taxonomy["taxa"][target["index"]]["id"] == target["id"], place, "index of the taxon")
        tag = "external/cwe/" + "cwe-%03d" % int(target["id"][4:])
        expect(tag in properties["tags"], place, f"no tag {tag}")


def filled(string, arguments):
    """A message string with its arguments; what is escaped in texts is not in arguments."""
    def one(match):
        argument = arguments[int(match.group(1))]
        return argument.replace("{", "{{").replace("}", "}}")
    return re.sub(r"\{(\d)\}", one, string)


def check_message(message, descriptor, place, expect):
    string = descriptor["messageStrings"][message["id"]]["text"]
    expect(filled(string, message["arguments"]) == message["text"], place,
           f"text is not {string!r} with its arguments")


def check_result(result, run, place, expect):
    rules = run["tool"]["driver"]["rules"]
    expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], place, "ruleIndex is wrong")
    check_message(result["message"], rules[result["ruleIndex"]], place, expect)
    expect(len(result["codeFlows"]) == 1 and len(result["codeFlows"][0]["threadFlows"]) == 1,
           place, "not one thread flow")
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    for number, step in enumerate(steps, 1):
        expect(step["nestingLevel"] >= 1, place, f"step {number}: nestingLevel")
        expect(step["kinds"] and step["location"]["message"]["text"], place, f"step {number}")
        expect(step["importance"] in ("essential", "important"), place, f"step {number}")
        expect(step["executionOrder"] == number, place, f"step {number}: executionOrder")
    expect(steps[0]["importance"] == steps[-1]["importance"] == "essential", place, "ends")
    last = {k: v for k, v in steps[-1]["location"].items() if k != "message"}
    expect(last == result["locations"][0], place, "the path does not end at the finding")
    expect(re.fullmatch("[0-9a-f]{64}", result["partialFingerprints"]["vitrine/v1"]), place,
           "no fingerprint")
    expect("baselineState" not in result, place, "not ours to say")
    for suppression in result.get("suppressions", []):
        expect(suppression["status"] == "underReview", place, "only a reviewer accepts")
        expect(suppression["justification"], place, "no justification")


def check_run(run, place, expect):
    driver = run["tool"]["driver"]
    for kind in ("rules", "notifications"):
        ids = [descriptor["id"] for descriptor in driver[kind]]
        expect(len(ids) == len(set(ids)), place, f"ids of {kind} are not unique")
    for index, rule in enumerate(driver["rules"]):
        check_rule(rule, run, f"{place}.rules[{index}]", expect)
    for index, descriptor in enumerate(driver["notifications"]):
        check_descriptor(descriptor, f"{place}.notifications[{index}]", expect)
    (invocation,) = run["invocations"]
    expect(not [k for k in invocation if "Time" in k or k in ("machine", "account", "processId")],
           place, "the invocation tells of time or machine")
    for index, notification in enumerate(invocation["toolExecutionNotifications"]):
        at = f"{place}.toolExecutionNotifications[{index}]"
        descriptor = driver["notifications"][notification["descriptor"]["index"]]
        expect(descriptor["id"] == notification["descriptor"]["id"], at, "index of the descriptor")
        check_message(notification["message"], descriptor, at, expect)
    for index, result in enumerate(run["results"]):
        check_result(result, run, f"{place}.results[{index}]", expect)

def check_locations(run, place, expect):
    for at, value in walk(run):
        if at.endswith((".artifactLocation", ".location", ".source")) and "uri" in value:
            check_location(value, run, place + at[1:], expect)


def check_log(text, arguments, expect):
    log = json.loads(text.decode("utf-8"), object_pairs_hook=no_doubles)
    short = shortened(log, arguments.sample)
    check_schema(short, arguments.schema, expect)
    check_objects(short, expect)
    expect(len(log["runs"]) == 1, "$", "not one run")
    check_locations(short["runs"][0], "$.runs[0]", expect)
    check_run(log["runs"][0], "$.runs[0]", expect)
    for word in arguments.never:
        expect(word.encode() not in text, "$", f"tells {word!r}")
    return log


def read_log(arguments):
    if not arguments.run and not arguments.once:
        with open(arguments.log[0], "rb") as file:
            return file.read()
    first = subprocess.run(arguments.log, stdout=subprocess.PIPE, check=True).stdout
    if arguments.once:
        return first
    again = subprocess.run(arguments.log, stdout=subprocess.PIPE, check=True).stdout
    if first != again:
        sys.exit("two runs give different logs")
    return first


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--schema", default=os.path.join(HERE, "schema", "sarif-2.1.0.json"))
    parser.add_argument("--golden", help="the log must be these bytes")
    parser.add_argument("--sample", type=int, help="look at the objects within so many results only")
    parser.add_argument("--never", action="append", default=[], help="must not stand in the log")
    parser.add_argument("--results", type=int, help="so many results must be there")
    parser.add_argument("--text", action="store_true", help="no SARIF: only --golden and --never")
    parser.add_argument("--run", action="store_true")
    parser.add_argument("--once", action="store_true")
    parser.add_argument("log", nargs="+")
    arguments = parser.parse_args()

    text = read_log(arguments)
    expect = Offences()
    log = None if arguments.text else check_log(text, arguments, expect)
    if arguments.results is not None:
        found = len(log["runs"][0]["results"])
        expect(found == arguments.results, "$", f"{found} results")
    if arguments.golden:
        with open(arguments.golden, "rb") as file:
            expect(file.read() == text, "$", f"not the bytes of {arguments.golden}")
    for offence in expect[:50]:
        print(offence)
    return 1 if expect else 0


if __name__ == "__main__":
    sys.exit(main())
