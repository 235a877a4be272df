#!/usr/bin/python3
"""Validates the model files against schema.json, and the vocabulary against its documentation.

    schema.py MODELS_FOLDER DOCS_MODELS_MD
"""
import glob
import json
import os
import sys

import jsonschema

BROKEN = [
    ({"library": "x"}, "functions"),
    ({"library": "x", "functions": [{"name": "f", "rows": []}]}, "rows"),
    ({"library": "x", "functions": [{"name": "f", "rows": [{"fact": "flow", "from": "0"}]}]}, "to"),
    ({"library": "x", "functions": [{"name": "f", "rows": [
        {"fact": "flow", "from": "x9", "to": "ret"}]}]}, "port"),
    ({"library": "x", "functions": [{"name": "f", "rows": [
        {"fact": "known", "note": "hello"}]}]}, "unknown member"),
    ({"library": "x", "functions": [{"name": "f", "rows": [
        {"fact": "compare", "to": "ret", "success": "zero", "roles": {"left": "0"}}]}]}, "right"),
    ({"library": "x", "functions": [{"name": "f", "as": "g", "rows": [{"fact": "known"}]}]}, "both"),
    ({"library": "x", "functions": [{"name": "f", "arguments": [0], "rows": [
        {"fact": "known"}]}]}, "arguments without as"),
    ({"library": "x", "functions": [], "patterns": [
        {"kind": "folder", "pattern": "a", "class": "public", "meaning": "b"}]}, "kind"),
    ({"library": "x", "functions": [], "patterns": [
        {"kind": "file", "pattern": "*a*b*c*d*", "class": "public", "meaning": "b"}]}, "stars"),
    ({"library": "x", "functions": [], "patterns": [
        {"kind": "file", "pattern": "a", "class": "public"}]}, "meaning"),
    ({"library": "x", "functions": [{"name": "f", "rows": [
        {"fact": "flow", "from": "2+8", "to": "ret"}]}]}, "offset of a value"),
    ({"library": "x", "functions": [{"name": "f", "rows": [
        {"fact": "flow", "from": "*2+8:0", "to": "ret"}]}]}, "size of nothing"),
]


def rows_on_one_line(path, mistakes):
    """A fact stands on one line, so that a diff shows facts."""
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            text = line.strip().rstrip(",")
            if text.startswith('{"fact"'):
                try:
                    json.loads(text)
                except ValueError:
                    mistakes.append("%s:%d: the row goes on in the next line" % (path, number))


def used_classes(model):
    for function in model["functions"]:
        for row in function.get("rows", []):
            if "class" in row:
                yield row["fact"], row["class"]
            for entry in row.get("arguments", []):
                if isinstance(entry, dict):
                    yield "origin", entry["origin"]
    for entry in model.get("patterns", []):
        yield "pattern", entry["class"]


def main():
    folder, docs = sys.argv[1:3]
    with open(os.path.join(folder, "schema.json"), encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    mistakes, used, files = [], set(), 0
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        if path.endswith("/schema.json"):
            continue
        with open(path, encoding="utf-8") as file:
            model = json.load(file)
        files += 1
        for error in validator.iter_errors(model):
            mistakes.append("%s: %s: %s" % (path, list(error.path), error.message[:200]))
        if os.path.basename(path) != model["library"] + ".json":
            mistakes.append("%s: library is named %s" % (path, model["library"]))
        rows_on_one_line(path, mistakes)
        used |= set(used_classes(model))
    for broken, what in BROKEN:
        if validator.is_valid(broken):
            mistakes.append("schema.json accepts a file that is wrong about: " + what)

    with open(os.path.join(folder, "classes.json"), encoding="utf-8") as file:
        classes = json.load(file)["classes"]
    with open(docs, encoding="utf-8") as file:
        text = file.read()
    for entry in classes:
        if "| `%s` | %s |" % (entry["name"], entry["meaning"]) not in text:
            mistakes.append("%s does not tell about %s %s as classes.json does" % (
                docs, entry["fact"], entry["name"]))
    unused = {(entry["fact"], entry["name"]) for entry in classes} - used
    # What rows cannot state is brought by the engine itself or by the user's own rows.
    unused -= {("origin", "argument")}
    for fact, name in sorted(unused):
        mistakes.append("classes.json: no row uses %s %s" % (fact, name))
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    print("%d files, %d classes" % (files, len(classes)))
    return 1 if mistakes or not files else 0


if __name__ == "__main__":
    sys.exit(main())
