#!/usr/bin/python3
"""Compiles what the models say about signatures against the real headers.

    prototypes.py CLANG MODELS_FOLDER WORK_FOLDER

For every library one C file: each prototype is declared again behind the headers (a wrong one
clashes), each function is called with arguments of its parameters' types, every constant that a
`when` names must have the number it claims, every member in `offsets` must lie where it says, and
every port must fit the function. Functions that no
installed header declares are counted and named, not passed over in silence.
"""
import glob
import json
import os
import re
import subprocess
import sys

POINTERS = ("va_list", "jmp_buf", "sigjmp_buf", "thrd_start_t", "locale_t", "iconv_t", "mqd_t",
            "res_state", "z_streamp", "voidp", "gpgme_verify_result_t", "XPointer", "fnpyKey",
            "krb5_pointer", "MQTTClient", "MQTTAsync", "HANDLE", "HGLOBAL", "HLOCAL", "HMODULE",
            "FARPROC", "LP", "PVOID", "PCSTR", "PCWSTR", "PSTR", "PWSTR", "PUCHAR", "PULONG",
            "PDNS_RECORD", "PADDRINFOW", "PCREDENTIALA", "PHKEY", "PIP_ADAPTER", "PDWORD")
PORT = re.compile(r"^(\**)(ret|\d+)((?:\+\d*)?(?::\d+)?)(\.[a-z0-9_.-]+)?$")


def parameters(prototype, name):
    """The parameter declarations between the parentheses behind NAME."""
    start = re.search(r"\b%s\s*\(" % re.escape(name), prototype).end()
    depth, current, result = 1, "", []
    for char in prototype[start:]:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth == 0:
            break
        if char == "," and depth == 1:
            result.append(current.strip())
            current = ""
        else:
            current += char
    current = current.strip()
    return result + [current] if current not in ("", "void") else result


def argument(parameter):
    """The name a parameter declares."""
    inner = re.search(r"\(\s*\*\s*(\w+)", parameter)
    if inner:
        return inner.group(1)
    return re.search(r"(\w+)\s*(\[[^\]]*\])*$", parameter).group(1)


def ports(row):
    """Every port of ROW, with the member it stands in."""
    for member in ("from", "to", "length"):
        if member in row:
            yield member, row[member]
    for role, entry in row.get("roles", {}).items():
        for port in entry if isinstance(entry, list) else [entry]:
            yield role, port
    for entry in row.get("arguments", []):
        if isinstance(entry, str):
            yield "arguments", entry
    if "when" in row:
        yield "when", str(row["when"]["argument"])


def port_mistake(port, params, result):
    """What is wrong with PORT for a function of these parameters and result type; or None."""
    stars, base, _, field = PORT.match(port).groups()
    variadic = bool(params) and params[-1] == "..."
    named = len(params) - variadic
    if base == "ret":
        text = result
    elif int(base) < named:
        text = params[int(base)]
    elif variadic:
        return None
    else:
        return "has no such argument"
    if text == "void":
        return "is about a function that returns nothing"
    if stars and not field and not re.search(r"[*\[]", text) and not any(
            pointer in text for pointer in POINTERS):
        return "dereferences '%s'" % text
    return None


def check_offsets(path, model, mistakes):
    """Every offset in a port must be one that the file gives a name, for the headers to confirm where
    there are any."""
    named = {offset for members in model.get("offsets", {}).values() for offset in members.values()}
    used = set()
    for function in model["functions"]:
        for row in function.get("rows", []):
            for member, port in ports(row):
                rest = PORT.match(port).group(3) or ""
                offset = int(rest.lstrip("+").partition(":")[0] or 0)
                used.add(offset)
                if offset and offset not in named and is_declared(function):
                    mistakes.append("%s: %s, %s: \"%s\": no member at %d in \"offsets\"" % (
                        path, function["name"], member, port, offset))
    for offset in sorted(named - used):
        mistakes.append("%s: \"offsets\" names %d, which no port uses" % (path, offset))


def options_for(model):
    """What the compiler has to be told to find the headers of MODEL: its target, and folders below
    the usual ones that packages put their headers in (lua5.4, dbus-1.0)."""
    target = model.get("target")
    if target:
        return ["--target=" + target, "-isystem", "/usr/%s/include" % target]
    options = []
    for header in model.get("headers", []):
        for folder in ("/usr/include/*/", "/usr/lib/*-linux-gnu/*/include/"):
            found = sorted(glob.glob(folder + header))
            if found and not os.path.exists("/usr/include/" + header):
                options += ["-isystem", found[-1][:-len(header)]]
    for folder in sorted(glob.glob("/usr/lib/*-linux-gnu/*/include")):
        options += ["-idirafter", folder]
    return options


def missing_headers(clang, options, headers):
    """Those of HEADERS that are not installed."""
    text = "".join("#if !__has_include(<%s>)\nMISSING %s\n#endif\n" % (h, h) for h in headers)
    run = subprocess.run([clang, *options, "-E", "-P", "-x", "c", "-"], input=text, text=True,
                         capture_output=True, check=True)
    return [line.split()[1].replace(" ", "") for line in run.stdout.splitlines()
            if line.startswith("MISSING")]


def check_ports(path, function, mistakes):
    params = parameters(function["prototype"], function["name"])
    begin = r"\b%s\s*\((?!\*)" % re.escape(function["name"])
    result = re.split(begin, function["prototype"])[0].strip()
    for number, row in enumerate(function.get("rows", []), 1):
        for member, port in ports(row):
            mistake = port_mistake(port, params, result)
            if mistake:
                mistakes.append("%s: %s, row %d, %s: \"%s\" %s" % (
                    path, function["name"], number, member, port, mistake))


def write_unit(model, headers, out):
    """One C file for a library; gives how many functions it covers."""
    for header in headers:
        out.write("#include <%s>\n" % header)
    for kind, members in model.get("offsets", {}).items():
        for member, offset in members.items():
            out.write("_Static_assert(__builtin_offsetof(%s, %s) == %d, \"%s of %s\");\n" % (
                kind, member, offset, member, kind))
    known = {function["name"]: function for function in model["functions"]}
    count = 0
    for name, function in known.items():
        original = known.get(function.get("as"), function)
        if is_declared(function) and not (("as" in function) and not is_declared(original)):
            if not name.startswith("__") or "prototype" in function:
                out.write("extern __typeof__(%s) *vt_declared_%s;\n" % (name, name))
        for row in function.get("rows", []):
            when = row.get("when", {})
            if "name" in when and function.get("headers") != ["missing"]:
                number = next(when[k] for k in ("equals", "masked", "unmasked", "unequal") if k in when)
                out.write("_Static_assert((%s) == %d, \"%s in %s\");\n" % (
                    when["name"], number, when["name"], name))
        if "prototype" in function and is_declared(function):
            write_call(function, out)
            count += 1
    return count


def is_declared(function):
    return not function.get("macro") and function.get("headers") != ["missing"]


def write_call(function, out):
    name, prototype = function["name"], function["prototype"]
    params = [p for p in parameters(prototype, name) if p != "..."]
    out.write("#undef %s\n%s;\n" % (name, prototype))
    caller = re.sub(r"\b%s\s*\((?!\*)" % re.escape(name), "vt_call_%s(" % name, prototype, count=1)
    caller = caller.replace(", ...)", ")")
    out.write("%s;\n%s { return %s(%s); }\n" % (
        caller, caller, name, ", ".join(argument(p) for p in params)))


def main():
    clang, folder, work = sys.argv[1:4]
    os.makedirs(work, exist_ok=True)
    mistakes, covered, undeclared = [], 0, []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        if os.path.basename(path) == "schema.json":
            continue
        with open(path, encoding="utf-8") as file:
            model = json.load(file)
        check_offsets(os.path.basename(path), model, mistakes)
        wanted = list(model.get("headers", []))
        for function in model["functions"]:
            if "prototype" in function:
                check_ports(os.path.basename(path), function, mistakes)
            wanted += [h for h in function.get("headers", []) if h != "missing" and h not in wanted]
            if not is_declared(function):
                undeclared.append(function["name"])
        options = options_for(model)
        missing = missing_headers(clang, options, wanted)
        if missing:
            print("SKIPPED in %s: no header %s" % (model["library"], " ".join(missing)))
            continue
        source = os.path.join(work, model["library"] + ".c")
        with open(source, "w", encoding="utf-8") as out:
            covered += write_unit(model, wanted, out)
        run = subprocess.run(
            [clang, *options, "-std=gnu11", "-D_GNU_SOURCE", "-DOPENSSL_SUPPRESS_DEPRECATED", "-fsyntax-only",
             "-ferror-limit=0", "-Werror", "-Wno-everything",
             "-Werror=incompatible-pointer-types", "-Werror=int-conversion",
             "-Werror=implicit-function-declaration", source],
            text=True, capture_output=True, check=False)
        if run.returncode:
            mistakes.append(run.stderr)
    print("%d prototypes compiled and called; no header declares %d functions: %s" % (
        covered, len(undeclared), " ".join(undeclared)))
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    if not covered:
        print("nothing was checked", file=sys.stderr)
    return 1 if mistakes or not covered else 0


if __name__ == "__main__":
    sys.exit(main())
