#!/usr/bin/env python3
"""Processor time of one gate over a ledger of make_archive.py's articles, beyond
that of `crosscheck --version`:

    tests/bench/make_archive.py 1000000 | .bazel/bin/checker/cli/crosscheck \\
        index - --input-format jsonl --ledger big.db
    tests/bench/gate_latency.py .bazel/bin/checker/cli/crosscheck big.db

The drafts are articles of the archive under another name and with another
figure, so that there is something to find.
"""

import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(__file__))
from make_archive import Writer

DRAFTS = 50
FROM_FIRST = 3000


def milliseconds(*command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode > 1:
        sys.exit(done.stderr)
    return 1000 * (after.ru_utime + after.ru_stime
                   - before.ru_utime - before.ru_stime)


def main():
    binary, ledger = sys.argv[1:]
    start = sorted(milliseconds(binary, "--version") for _ in range(15))[7]
    times, findings = [], 0
    with tempfile.TemporaryDirectory() as folder:
        draft, report = (os.path.join(folder, name)
                         for name in ("draft.jsonl", "report.json"))
        archive = itertools.islice(Writer("1").archive(FROM_FIRST), 0, None,
                                   FROM_FIRST // DRAFTS)
        for number, article in enumerate(archive):
            article["id"] = f"draft-{number}"
            # Billions for millions.
            article["text"] = article["text"].replace(
                " million", " billion").replace("مليون", "مليار")
            with open(draft, "w", encoding="utf-8") as file:
                json.dump(article, file, ensure_ascii=False)
            times.append(milliseconds(binary, "gate", draft, "--ledger", ledger,
                                      "--format", "json", "-o", report))
            with open(report, encoding="utf-8") as file:
                findings += len(json.load(file)["findings"])
    times = sorted(time - start for time in times)
    print(f"--version {start:.1f} ms; {DRAFTS} gates, {findings} findings,"
          f" beyond it: median {times[len(times) // 2]:.1f} ms,"
          f" nine in ten {times[len(times) * 9 // 10]:.1f} ms,"
          f" all {times[-1]:.1f} ms")


if __name__ == "__main__":
    main()
