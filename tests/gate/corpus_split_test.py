#!/usr/bin/env python3
"""The corpora in ../shared, split by date: the first nine tenths indexed, the
last tenth gated. The findings must be those of comparing the last tenth with
all of the others at once (gate --against), where nothing is looked up.

CROSSCHECK_ARTICLES says how many of each corpus to take (600; 0: all).
"""

import gzip
import json
import os
import sys

sys.path.insert(0, "tests/support")
import program

MOST = int(os.environ.get("CROSSCHECK_ARTICLES", "600"))


def told(finding, claims):
    """A finding as far as a reader sees it, without numbers of the run."""
    return json.dumps({
        **{key: value for key, value in finding.items()
           if key not in ("id", "claims")},
        "claims": [(claims[c]["article"], claims[c]["begin_byte"],
                    claims[c]["value"]) for c in finding["claims"]],
    }, sort_keys=True)


class Split(program.Case):
    def split(self, name):
        path = program.shared("corpora", name)
        if path is None:
            self.skipTest("../shared/corpora is not here")
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        lines.sort(key=lambda line: (str(line.get("published") or ""),
                                     str(line.get("id") or "")))
        # Two records of one URL are one document, of which a ledger holds the
        # later.
        lines = list({line.get("url") or n: line
                      for n, line in enumerate(lines)}.values())
        if MOST:
            lines = lines[-MOST:]
        cut = len(lines) * 9 // 10
        for part, some in (("old", lines[:cut]), ("new", lines[cut:])):
            self.write(f"{part}.jsonl", "".join(
                json.dumps(line, ensure_ascii=False) + "\n" for line in some))
        return cut, len(lines) - cut

    def check(self, name):
        old, new = self.split(name)
        run = self.crosscheck("index", "old.jsonl", "--ledger", "archive.db",
                              "--keep-going", "-q")
        self.assertExit(run, 0)
        runs = []
        for against in (("--ledger", "archive.db"), ("--against", "old.jsonl")):
            run = self.crosscheck("gate", "new.jsonl", *against, "--format",
                                  "json", "--keep-going", "-q", "--fail-on",
                                  "never")
            self.assertExit(run, 0)
            print(f"{name}: {new} against {old} by {against[0]}:"
                  f" {run.seconds:.1f} s", flush=True)
            runs.append(run.json())
        findings = [
            sorted(told(f, {c["id"]: c for c in run["claims"]})
                   for f in run["findings"])
            for run in runs]
        print(f"{name}: {len(findings[0])} findings", flush=True)
        self.assertGreater(len(findings[0]), 0)
        self.assertEqual(findings[0], findings[1])
        self.assertEqual(runs[0]["coverage"], runs[1]["coverage"])

    def test_english(self):
        self.check("news_en.jsonl.gz")

    def test_arabic(self):
        self.check("news_ar.jsonl.gz")


if __name__ == "__main__":
    program.main()
