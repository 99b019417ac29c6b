#!/usr/bin/env bash
# The SARIF we write is valid by the published schema.
set -euo pipefail
folder="${TEST_TMPDIR:-$(mktemp -d)}"
reports/sarif/write_samples "$folder"
status=0
/usr/bin/python3 reports/sarif/check_schema.py "$folder"/*.sarif || status=$?
if [ "$status" -eq 77 ]; then exit 0; fi
exit "$status"
