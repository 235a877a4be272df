#!/usr/bin/env python3
"""A draft names the cryptography of a program and where it is; read back it covers all of it; what
is taken out of it is found."""
import argparse
import json
import pathlib
import subprocess
import tempfile

from jsonschema import Draft7Validator

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent / "rules/crypto"
SOURCES = [RULES / "undeclared-algorithm/ciphers.c", RULES / "undeclared-algorithm/own.c",
           RULES / "tampered-table/boxes.c", RULES / "tampered-table/checksum.c",
           RULES / "undeclared-algorithm/protocols.c"]
RULE = "crypto/undeclared-algorithm"


def call(command, codes=(0,)):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode in codes, f"exit {done.returncode}: {command}\n{done.stderr}"
    return done.stdout


def report(options, objects, folder, declaration):
    """Messages of the results by kind, and the assets in run.properties."""
    declared, target = folder / "declared.json", folder / "report.sarif"
    declared.write_text(json.dumps(declaration))
    call([options.vitrine, "report", "--rules", RULE, "--declare", declared, "-o", target,
          *objects], (0, 1))
    run = json.loads(target.read_text())["runs"][0]
    kinds = {kind: [result["message"]["text"] for result in run["results"]
                    if result["kind"] == kind and result["ruleId"] == RULE]
             for kind in ("fail", "pass", "informational")}
    return kinds, run["properties"]["cryptography"]


def places(component):
    return {(place["location"].rsplit("/", 1)[-1], place.get("symbol"))
            for place in component["evidence"]["occurrences"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vitrine", required=True)
    parser.add_argument("--llvm", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        flags = call([options.vitrine, "cflags", "--llvm", options.llvm]).split()
        objects = []
        for source in SOURCES:
            objects.append(folder / f"{source.stem}.o")
            call([f"clang-{options.llvm}", *flags, "-w", "-O2", "-c", source, "-o", objects[-1]])
        drafts = [call([options.vitrine, "declare", *objects]) for _ in range(2)]
        assert drafts[0] == drafts[1], "two drafts of the same program differ"
        draft = json.loads(drafts[0])
        schema = json.loads((HERE / "schema/bom-1.6.schema.json").read_text())
        for error in Draft7Validator(schema).iter_errors(draft):
            raise AssertionError(f"no CycloneDX 1.6: {error.message}")

        by_name = {c["name"]: c for c in draft["components"]}
        assert len(by_name) == len(draft["components"]), "an asset stands twice"
        assert set(by_name) == {"AES-256-GCM", "CAMELLIA-256-CBC", "RAND_bytes", "SHA-1", "SHA-256",
                                "AES", "Blowfish", "TLS", "TLS 1.2", "TLS 1.3"}, set(by_name)
        tls = by_name["TLS"]["cryptoProperties"]["protocolProperties"]
        assert {suite["name"] for suite in tls["cipherSuites"]} == {
            "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
            "ECDHE-RSA-AES128-GCM-SHA256"}, tls
        newer = by_name["TLS 1.3"]["cryptoProperties"]["protocolProperties"]
        assert newer == {"type": "tls", "version": "1.3"}, newer
        aes = by_name["AES-256-GCM"]["cryptoProperties"]["algorithmProperties"]
        assert aes == {"primitive": "ae", "parameterSetIdentifier": "256", "mode": "gcm"}, aes
        assert ("own.c", "bad_start") in places(by_name["SHA-1"]), places(by_name["SHA-1"])
        assert ("boxes.c", "forward") in places(by_name["AES"]), places(by_name["AES"])
        assert all(place.get("line") for place in by_name["AES"]["evidence"]["occurrences"])
        own = {c["name"] for c in draft["components"] if c.get("properties")}
        assert own == {"SHA-1", "SHA-256", "AES", "Blowfish"}, own

        kinds, assets = report(options, objects, folder, draft)
        assert not kinds["fail"] and not kinds["informational"], kinds
        assert len(kinds["pass"]) == len(assets) == len(draft["components"]) + 3, kinds

        dropped = tls["cipherSuites"].pop()["name"]
        kinds, assets = report(options, objects, folder, draft)
        assert len(kinds["fail"]) == 1 and dropped in kinds["fail"][0], kinds
        tls["cipherSuites"].append({"name": dropped})

        draft["components"].remove(by_name["CAMELLIA-256-CBC"])
        draft["components"].append({"type": "cryptographic-asset", "name": "Kyber",
                                    "cryptoProperties": {"assetType": "algorithm"}})
        kinds, assets = report(options, objects, folder, draft)
        assert len(kinds["fail"]) == 1 and "CAMELLIA-256-CBC" in kinds["fail"][0], kinds
        assert len(kinds["informational"]) == 1 and "Kyber" in kinds["informational"][0], kinds
        assert [a["name"] for a in assets if "declaredAs" not in a] == ["CAMELLIA-256-CBC"], assets


if __name__ == "__main__":
    main()
