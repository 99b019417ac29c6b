#!/usr/bin/env python3
"""Checks SARIF files against the published schema of SARIF 2.1.0.

check_schema.py FILE...   exit 0: all valid; 1: faults, a line each; 77: the
schema or Debian's python3-jsonschema is not installed (.ci/install does).
"""
import json
import pathlib
import sys

SCHEMAS = [
    "/usr/local/lib/node_modules/@microsoft/jest-sarif/lib/schemas",
    "/usr/lib/node_modules/@microsoft/jest-sarif/lib/schemas",
]


def main(paths):
    try:
        import jsonschema
    except ImportError:
        print("skipped: python3-jsonschema is not installed")
        return 77
    found = [s for d in SCHEMAS for s in pathlib.Path(d).glob("sarif-2.1*.json")]
    if not found:
        print("skipped: no SARIF schema; npm install -g @microsoft/jest-sarif")
        return 77
    schema = json.loads(found[0].read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(
        schema, format_checker=jsonschema.draft4_format_checker)
    faults = 0
    for path in paths:
        log = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        for error in validator.iter_errors(log):
            faults += 1
            place = "/".join(str(part) for part in error.absolute_path)
            print(f"{path}: {place}: {error.message[:300]}")
    print(f"{len(paths)} files, {faults} faults, by {found[0].name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
