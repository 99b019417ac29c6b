#!/usr/bin/env python3
"""The articles under examples/ hold a discrepancy of every verdict, and README
shows what the program really prints of them."""

import glob
import os
import shutil
import sys

sys.path.insert(0, "tests/support")
import program

# What was planted: verdict, subject, the values that meet there.
PLANTED = [
    ("conflict", "Stargate", {"100000000000", "500000000000"}),
    ("conflict", "DeepSeek", {"2021", "2023"}),
    ("conflict", "Port Salam", {"12", "14"}),
    ("conflict", "Port Salam", {"30", "31"}),
    ("conflict", "Salam Shipping", {"1200000", "1200000000"}),
    ("update", "Wadi Nour", {"20", "34"}),
    ("update", "Wadi Nour", {"75", "120"}),
    ("compatible", "DeepSeek", {"5600000", "6000000"}),
    ("undecided", "Wadi Nour", {"300000000", "400000000"}),
]


class BundledExamples(program.Case):
    def setUp(self):
        super().setUp()
        # The articles alone, as files: Bazel's are links.
        os.mkdir(self.path("examples"))
        for file in glob.glob(program.project("examples", "*.*")):
            shutil.copy(file, self.path("examples"))

    def test_every_verdict(self):
        run = self.crosscheck("check", "examples", "--format", "json")
        self.assertExit(run, 1)
        report = run.json()
        values = {c["id"]: c["value"] for c in report["claims"]}
        found = [
            (f["verdict"], f["subject"], {values[c] for c in f["claims"]})
            for f in report["findings"]
        ]
        for planted in PLANTED:
            self.assertIn(planted, found)
        self.assertEqual(len(found), len(PLANTED), "one that was not planted")
        self.assertEqual(
            {verdict for verdict, _, _ in found},
            {"conflict", "update", "compatible", "undecided"},
        )
        # "agree" is counted, and no finding.
        self.assertGreater(report["coverage"]["agreeing"], 0)

    def test_a_slip_is_named(self):
        run = self.crosscheck("check", "examples", "--format", "json")
        slips = {f["likely_slip"] for f in run.json()["findings"]}
        self.assertLessEqual(
            {"million for billion", "one digit of the year"}, slips
        )

    def test_both_languages_and_four_formats(self):
        run = self.crosscheck("check", "examples", "--format", "json")
        articles = run.json()["articles"]
        self.assertGreaterEqual(len(articles), 6)
        self.assertEqual({a["language"] for a in articles}, {"ar", "en"})
        self.assertEqual(
            {os.path.splitext(a["path"])[1] for a in articles},
            {".txt", ".md", ".html", ".jsonl"},
        )
        for article in articles:
            self.assertTrue(article["outlet"] and article["published"], article)

    def test_readme_shows_what_is_printed(self):
        with open(program.project("README.md"), encoding="utf-8") as file:
            readme = file.read()
        shown = readme.split("prints, among others:\n\n```\n")[1]
        pieces = shown.split("\n```")[0].split("\n  …\n")
        self.assertGreater(len(pieces), 3)
        printed = self.crosscheck("check", "examples").out
        for piece in pieces:
            self.assertIn("\n" + piece + "\n", "\n" + printed)


if __name__ == "__main__":
    program.main()
