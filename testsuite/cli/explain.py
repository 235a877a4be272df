"""Every value of found.sarif that `vitrine explain` may look at, replaced by one of another type."""
import json
import os
import subprocess
import sys

OTHERS = (None, -1e308, [], {}, "a\x1b[31m%zz", [[[]]])


def explain(log):
    with open("hostile.sarif", "w") as file:
        json.dump(log, file)
    done = subprocess.run([os.environ["VITRINE"], "explain", "hostile.sarif",
                           "crypto/weak-algorithm"], capture_output=True)
    if done.returncode not in (0, 2, 3) or b"\x1b" in done.stdout + done.stderr:
        sys.exit(f"exit code {done.returncode}: {done.stdout[-300:]} {done.stderr[-300:]}")
    return done.stdout


def replace_below(log, holder):
    keys = holder if isinstance(holder, dict) else range(len(holder))
    for key in list(keys):
        kept = holder[key]
        for holder[key] in OTHERS:
            explain(log)
        holder[key] = kept
        if isinstance(kept, (dict, list)):
            replace_below(log, kept)


def main():
    with open("found.sarif") as file:
        log = json.load(file)
    run = log["runs"][0]
    result = next(result for result in run["results"] if result["level"] == "error")
    driver = run["tool"]["driver"]
    rule = driver["rules"][result["ruleIndex"]]
    result["ruleIndex"] = 0
    read = ("id", "shortDescription", "fullDescription", "help")
    log["runs"] = [{
        "tool": {"driver": {"name": "vitrine", "rules": [{name: rule[name] for name in read}]}},
        "invocations": [{"toolExecutionNotifications": [{"message": {"arguments": ["main"]}}]}],
        "results": [result]}]
    replace_below(log, log)
    step = result["codeFlows"][0]["threadFlows"][0]["locations"][0]["location"]
    step["message"]["text"] = "bell \x07, red \x1b[31m, {{braces}}"
    told = explain(log)
    if b"bell \\x07, red \\x1b[31m, {braces}" not in told:
        sys.exit(f"not told as it should be: {told}")
    invocation = log["runs"][0]["invocations"][0]
    invocation["toolExecutionNotifications"][0]["message"] = {"text": "A budget ran out.", "arguments": ["severe"]}
    if b"\nNot looked at on the way\n  A budget ran out.\n" not in explain(log):
        sys.exit("what was not looked at on the way is not told")


main()
