#!/usr/bin/env python3
"""Input as bad as newsrooms have it: named, survived, and the rest checked.

One bad article does not stop the others: it is reported on standard error, the
rest is checked, the exit code is 2, and 0 or 1 with --keep-going.
"""

import gzip
import json
import os
import resource
import subprocess
import sys

sys.path.insert(0, "tests/support")
import program

# Two articles that clash, to see that they are checked whatever stands beside.
GOOD = {
    "good-1.txt": "Ferry cost put at $40 million\n\n"
    "The Calder ferry cost $40 million to build, the port authority said.\n",
    "good-2.txt": "Ferry cost doubles\n\n"
    "The Calder ferry cost $90 million to build, the port authority said.\n",
}


class BadInput(program.Case):
    def write_good(self):
        for name, text in GOOD.items():
            self.write(name, text)
        self.write(
            "sources.json",
            json.dumps(
                {
                    "articles": {
                        "good-1.txt": {"outlet": "A", "published": "2025-03-01"},
                        "good-2.txt": {"outlet": "B", "published": "2025-03-01"},
                    }
                }
            ),
        )

    def check_beside_good(self, name, *words, content=None):
        """The bad file `name` is complained of in one line with `words`; the
        good articles beside it are still found to clash. Gives the report."""
        self.write_good()
        if content is not None:
            self.write(name, content)
        paths = ["good-1.txt", "good-2.txt", name]
        run = self.crosscheck("check", *paths, "--format", "json")
        self.assertExit(run, 2)
        self.assertComplains(run, "error", name, *words)
        report = run.json()
        clash = [f for f in report["findings"] if f["verdict"] == "conflict"]
        self.assertTrue(clash, "the good articles were not checked")
        kept = self.crosscheck("check", *paths, "--keep-going")
        self.assertExit(kept, 1)
        self.assertComplains(kept, "warning", name, *words)
        calm = self.crosscheck(
            "check", *paths, "--keep-going", "--fail-on", "never"
        )
        self.assertExit(calm, 0)
        return report

    def assertSmall(self, run, what=None):
        """It took neither long nor much memory."""
        if program.SANITIZED:
            return
        self.assertLess(run.seconds, 150, what)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        self.assertLess(peak, 1500, f"MB of memory: {what}")

    def test_empty_file(self):
        self.check_beside_good("empty.txt", "empty; ", content="")

    def test_nothing_but_blanks(self):
        self.check_beside_good("blank.txt", "empty; ", content=" \n\t\n\u00a0\n")

    def test_no_figure_at_all_is_no_fault(self):
        self.write("calm.txt", "A calm day\n\nNothing happened by the harbour.\n")
        run = self.crosscheck("check", "calm.txt", "--format", "json")
        self.assertExit(run, 0)
        self.assertEqual(run.json()["coverage"]["figures"], 0)
        self.assertEqual(run.json()["claims"], [])
        self.assertEqual(run.err, "")
        self.assertEqual(self.crosscheck("extract", "calm.txt").out, "")

    def test_not_utf8_is_named_with_its_byte(self):
        self.check_beside_good(
            "latin.txt",
            "byte 22",
            "not UTF-8",
            content="The cost was put at \xa35 million.\n".encode("latin-1")
            .replace(b"\xa3", b"5 \xa3"),
        )

    def test_arabic_of_old_windows_is_offered_as_the_remedy(self):
        # "The cost of the bridge reached 12 million dollars."
        text = "بلغت كلفة الجسر 12 مليون دولار.\n"
        self.check_beside_good(
            "old.txt",
            "byte 0",
            "windows-1256",
            content=text.encode("windows-1256"),
        )

    def test_arabic_of_old_windows_is_read_when_declared(self):
        text = "بلغت كلفة الجسر 12 مليون دولار.\n"
        raw = text.encode("windows-1256")
        self.write("old.txt", raw)
        run = self.crosscheck("extract", "old.txt", "--encoding", "windows-1256")
        self.assertExit(run, 0)
        (claim,) = run.lines()
        self.assertEqual((claim["value"], claim["unit"]), ("12000000", "USD"))
        self.assertEqual(claim["quote"], "12 مليون دولار")
        # Offsets are bytes of the file as it is on disk.
        cut = raw[claim["begin_byte"] : claim["end_byte"]]
        self.assertEqual(cut.decode("windows-1256"), "12 مليون دولار")
        self.assertEqual((claim["line"], claim["column"]), (1, 17))

    def test_an_encoding_that_is_none(self):
        self.write_good()
        run = self.crosscheck("check", "good-1.txt", "--encoding", "windows-1")
        self.assertExit(run, 2)
        self.assertComplains(run, "windows-1", "windows-1256")

    def test_page_that_declares_its_encoding(self):
        # "The cost of the bridge reached 12 million dollars."
        page = (
            '<html><head><meta charset="windows-1256"><title>x</title></head>'
            "<body><article><p>بلغت كلفة الجسر 12 مليون دولار.</p></article>"
            "</body></html>"
        )
        self.write("old.html", page.encode("windows-1256"))
        run = self.crosscheck("extract", "old.html")
        self.assertExit(run, 0)
        self.assertEqual(
            [(c["value"], c["unit"]) for c in run.lines()], [("12000000", "USD")]
        )

    def test_utf16_of_a_word_processor(self):
        self.write("wide.txt", "The bridge cost $12 million.\n".encode("utf-16"))
        run = self.crosscheck("extract", "wide.txt")
        self.assertExit(run, 0)
        self.assertEqual([c["value"] for c in run.lines()], ["12000000"])

    def test_a_nul_byte(self):
        self.check_beside_good(
            "nul.txt",
            "byte 9",
            "NUL",
            content=b"The cost \x00was $5 million.\n",
        )

    def test_a_single_line_of_fifty_megabytes(self):
        sentence = (
            "Of the ferries that crossed the bay before the storm, as the old "
            "harbour master told it to whoever asked him by the water, some "
            "went to the yard and some to the reef; the town spent $5 million "
            "on bridge number 12. "
        )
        size = 2_000_000 if program.SANITIZED else 50_000_000
        count = size // len(sentence) + 1
        self.write("long.txt", sentence * count)
        run = self.crosscheck("extract", "long.txt", "-o", "out.jsonl")
        self.assertExit(run, 0)
        last = None
        claims = 0
        with open(self.path("out.jsonl"), encoding="utf-8") as lines:
            for last in lines:
                claims += 1
        self.assertGreaterEqual(claims, 2 * count)
        last = json.loads(last)
        self.assertEqual(last["line"], 1)
        self.assertEqual(last["column"], last["begin_byte"] + 1)
        self.assertSmall(run)

    def test_a_long_line_without_a_sentence(self):
        """No full stop anywhere: figures, words, digits, marks, for ever."""
        size = 50_000 if program.SANITIZED else 400_000
        for piece in ("12 boats ", "$5 million ", "1,", "7 ", "of the ", "((",
                      "in March 2024 ", "خمسة وعشرون مليون ", "\"12\" "):
            self.write("long.txt", piece * (size // len(piece)))
            run = self.crosscheck("extract", "long.txt", "-o", "out.jsonl")
            self.assertExit(run, 0)
            self.assertSmall(run, piece)

    def test_a_long_article_is_checked_within_bounds(self):
        """Figures past a limit are counted, not compared each with each."""
        sentence = "The town spent $5 million on bridge number 12 in 2024. "
        size = 300_000 if program.SANITIZED else 2_000_000
        self.write("long.txt", sentence * (size // len(sentence)))
        run = self.crosscheck("check", "long.txt", "--format", "json")
        self.assertExit(run, 0)
        coverage = run.json()["coverage"]
        self.assertGreater(coverage["skipped"]["beyond-limit"], 10_000)
        self.assertGreater(coverage["figures"], 1000)
        self.assertSmall(run)

    def test_a_million_nested_tags(self):
        for name in ("div", "b"):
            page = (
                "<html><body>"
                + f"<{name}>" * 1_000_000
                + "<p>The bridge cost $12 million.</p>"
            )
            self.write("deep.html", page)
            run = self.crosscheck("extract", "deep.html")
            self.assertExit(run, 0)
            self.assertEqual([c["value"] for c in run.lines()], ["12000000"])
            (claim,) = run.lines()
            cut = page[claim["begin_byte"] : claim["end_byte"]]
            self.assertEqual(cut, "$12 million")
            if not program.SANITIZED:
                self.assertLess(run.seconds, 20)

    def test_half_a_page(self):
        page = (
            "<html><head><title>Bridge</title></head><body><article>"
            "<h1>Bridge</h1><p>The bridge cost $12 million.</p>"
            "<p>It carries 4,000 cars a day, sa"
        )
        for end in (len(page), len(page) - 3, page.index("<p>It") + 2):
            self.write("half.html", page[:end])
            run = self.crosscheck("extract", "half.html")
            self.assertExit(run, 0)
            self.assertIn("12000000", [c["value"] for c in run.lines()])

    def test_broken_json_in_line_3_of_10(self):
        lines = [
            json.dumps({"id": f"r{n}", "text": f"The bridge cost ${n} million."})
            for n in range(1, 11)
        ]
        lines[2] = lines[2][:-4]
        report = self.check_beside_good(
            "wire.jsonl", "wire.jsonl:3:", "JSON", content="\n".join(lines) + "\n"
        )
        ids = {a["id"] for a in report["articles"]}
        self.assertLessEqual({f"r{n}" for n in range(1, 11)} - {"r3"}, ids)
        self.assertNotIn("r3", ids)

    def test_a_line_that_is_no_article(self):
        for line in ("[1, 2]", '"text"', '{"title": "no text"}', '{"text": 5}'):
            self.write("odd.jsonl", line + "\n")
            run = self.crosscheck("extract", "odd.jsonl")
            self.assertExit(run, 2)
            self.assertComplains(run, "odd.jsonl:1:")

    def test_a_truncated_gzip(self):
        lines = "".join(
            json.dumps({"id": f"r{n}", "text": f"The bridge cost ${n} million."})
            + "\n"
            for n in range(1, 4000)
        )
        whole = gzip.compress(lines.encode(), mtime=0)
        report = self.check_beside_good(
            "wire.jsonl.gz",
            "gzip",
            content=whole[: len(whole) // 2],
        )
        # What came before the cut is read.
        self.assertIn("r1", {a["id"] for a in report["articles"]})

    def test_a_truncated_zstd(self):
        text = "".join(f"The bridge cost ${n} million.\n" for n in range(9000))
        try:
            whole = subprocess.run(
                ["zstd", "-q", "-c"],
                input=text.encode(),
                stdout=subprocess.PIPE,
                check=True,
            ).stdout
        except FileNotFoundError:
            self.skipTest("no zstd program here")
        self.check_beside_good(
            "a.txt.zst", "zstd", content=whole[: len(whole) // 2]
        )

    def test_a_missing_file(self):
        self.check_beside_good("gone.txt", "No such file")

    def test_an_unreadable_file(self):
        self.write_good()
        self.write("shut.txt", "The bridge cost $12 million.\n")
        os.chmod(self.path("shut.txt"), 0)
        if os.access(self.path("shut.txt"), os.R_OK):
            self.skipTest("root reads everything")
        run = self.crosscheck("check", "shut.txt", "good-1.txt")
        self.assertExit(run, 2)
        self.assertComplains(run, "shut.txt", "permission")

    def test_an_unreadable_folder(self):
        self.write_good()
        os.mkdir(self.path("shut"))
        self.write("shut/a.txt", "The bridge cost $12 million.\n")
        os.chmod(self.path("shut"), 0)
        self.addCleanup(os.chmod, self.path("shut"), 0o700)
        if os.access(self.path("shut"), os.R_OK):
            self.as_nobody()
            return
        run = self.crosscheck("check", "shut", "good-1.txt", "good-2.txt")
        self.assertExit(run, 2)
        self.assertComplains(run, "shut", "ermission")

    def as_nobody(self):
        """Root reads everything, so another user has to try."""
        for folder in (self.folder, os.path.dirname(self.folder)):
            mode = os.stat(folder).st_mode
            os.chmod(folder, mode | 0o755)
        try:
            done = subprocess.run(
                ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
                + [program.BINARY, "check", "shut", "good-1.txt", "good-2.txt"],
                cwd=self.folder,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={"PATH": "/usr/bin:/bin", "ASAN_OPTIONS": "detect_leaks=0"},
            )
        except FileNotFoundError:
            self.skipTest("no setpriv here")
        if b"setpriv" in done.stderr or b"exec" in done.stderr:
            self.skipTest("another user may not run the program from here")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn(b"shut", done.stderr)
        self.assertIn("Calder ferry", done.stdout.decode())

    def test_folders_that_hold_themselves(self):
        self.write_good()
        os.symlink(".", self.path("again"))
        os.symlink("nowhere", self.path("dangling.txt"))
        os.symlink("loop", self.path("loop"))
        run = self.crosscheck("check", ".", "--format", "json")
        ids = sorted(a["id"] for a in run.json()["articles"])
        self.assertEqual(ids, ["good-1.txt", "good-2.txt"])
        self.assertExit(run, 2)
        self.assertComplains(run, "dangling.txt")

    def test_a_file_where_a_folder_is_meant(self):
        self.write_good()
        run = self.crosscheck("check", "good-1.txt/inside")
        self.assertExit(run, 2)
        self.assertComplains(run, "good-1.txt/inside")

    def test_an_empty_folder(self):
        os.mkdir(self.path("nothing"))
        # Nothing is passed over in silence, and nothing is wrong.
        run = self.crosscheck("check", "nothing")
        self.assertExit(run, 0)
        self.assertComplains(run, "warning: nothing: no article")

    def test_a_date_that_is_none(self):
        self.write(
            "bad-date.md",
            "---\ntitle: Bridge\ndate: 2025-02-30\n---\n\n"
            "The bridge cost $12 million.\n",
        )
        run = self.crosscheck("extract", "bad-date.md")
        self.assertExit(run, 2)
        self.assertComplains(run, "bad-date.md", "2025-02-30", "no date")
        # The article is read all the same, without a day of publication.
        (claim,) = run.lines()
        self.assertEqual(claim["published"], "")
        flag = self.crosscheck("extract", "bad-date.md", "--published", "2025-13")
        self.assertExit(flag, 2)
        self.assertComplains(flag, "--published", "2025-13")

    def test_two_articles_with_one_id(self):
        report = self.check_beside_good(
            "wire.jsonl",
            "wire.jsonl:2",
            'second article "same"',
            content='{"id": "same", "text": "It cost $1 million."}\n'
            '{"id": "same", "text": "It cost $2 million."}\n',
        )
        same = [c for c in report["claims"] if c["article"] == "same"]
        self.assertEqual([c["value"] for c in same], ["1000000"])

    def test_two_files_of_one_name_are_two_articles(self):
        self.write("a/x.txt", "The Calder bridge cost $12 million to build.\n")
        self.write("b/x.txt", "The Calder bridge cost $12 million to build.\n")
        run = self.crosscheck("check", ".", "--format", "json")
        self.assertExit(run, 0)
        self.assertEqual(len(run.json()["articles"]), 2)

    def test_a_figure_of_400_digits(self):
        digits = "123" + "4567890" * 57
        for text in (digits[:400], "9" * 400, "1," + ",".join(["234"] * 133)):
            self.write("big.txt", f"The fund lost ${text} in 3 days.\n")
            run = self.crosscheck("check", "big.txt", "--format", "json")
            self.assertExit(run, 0)
            report = run.json()
            # Too long to be exact: left out, counted, and the rest is read.
            self.assertEqual([c["quote"] for c in report["claims"]], ["3 days"])
            self.assertEqual(sum(report["coverage"]["skipped"].values()), 1)

    def test_bidi_controls_inside_a_number(self):
        # U+202E would show "$12" as "21$"; the figure must not deceive.
        self.write(
            "bidi.txt",
            "The bridge cost $1\u202e2\u202c million. It has 3 lanes.\n",
        )
        run = self.crosscheck("check", "bidi.txt", "--format", "json")
        self.assertExit(run, 0)
        values = [c["value"] for c in run.json()["claims"]]
        self.assertIn("3", values)
        shown = self.crosscheck("check", "bidi.txt", "--color", "always")
        for control in "\u202a\u202b\u202d\u202e\u2066\u2067":
            self.assertNotIn(control, shown.out)
        # Marks that ordinary Arabic text carries are harmless: 12 stays 12.
        self.write("mark.txt", "بلغت الكلفة \u200f12\u200f مليون دولار.\n")
        run = self.crosscheck("extract", "mark.txt")
        self.assertEqual([c["value"] for c in run.lines()], ["12000000"])

    def test_escapes_of_an_article_reach_no_terminal(self):
        self.write("good-1.txt", GOOD["good-1.txt"].replace("said", "\x1b[2Jsaid"))
        self.write("good-2.txt", GOOD["good-2.txt"])
        run = self.crosscheck(
            "check", "good-1.txt", "good-2.txt", "--color", "never"
        )
        self.assertExit(run, 1)
        self.assertNotIn("\x1b", run.out)

    def test_a_rule_file_with_five_faults(self):
        self.write(
            "house/en/units.yaml",
            "- id: en.unit.smoot\n"
            "  means: meter\n"
            "  frms:\n"
            "    - smoot\n"
            "- means: meter\n"
            "  forms:\n"
            "    - x\n"
            "- id: ar.unit.wrong\n"
            "  means: meter\n"
            "- id: en.unit.furlong\n"
            "  forms:\n"
            "    - furlong\n"
            "    - furlong\n"
            "  examples:\n"
            "    - text: It is 364 furlongs long\n",
        )
        run = self.crosscheck("rules", "check", "house")
        self.assertExit(run, 2)
        faults = [
            line.partition("house/en/units.yaml:")[2]
            for line in run.out.splitlines()
            if "house/en/units.yaml:" in line
        ]
        self.assertEqual(
            faults,
            [
                '3:3: unknown key "frms"; did you mean "forms"?',
                '5:3: a rule without "id"; name it',
                '8:7: id "ar.unit.wrong" must start with "en.unit."; rename it',
                '12:5: form "furlong" twice; delete one',
                '15:7: an example without "reads"; say what it must read as',
            ],
            run.out,
        )
        # A check with such rules is refused, with the same faults.
        self.write("a.txt", "Calm.\n")
        check = self.crosscheck("check", "a.txt", "--rules", "house")
        self.assertExit(check, 2)
        self.assertComplains(check, "house/en/units.yaml:3:3", "frms")

    def test_a_rule_with_values_that_are_none(self):
        self.write(
            "house/en/units.yaml",
            "- id: en.unit.smoot\n"
            "  means: smoot\n"
            "  role: unitt\n"
            "  factor: 1.702\n"
            "  forms:\n"
            "    - smoot\n"
            "- id: en.unit.span\n"
            "  means: span\n"
            "  role: unit\n"
            "  factor: 0.22.86\n",
        )
        run = self.crosscheck("rules", "check", "house")
        self.assertExit(run, 2)
        self.assertIn(
            'units.yaml:10:11: "factor" is no number: "0.22.86"; write one',
            run.out,
        )
        self.assertIn(
            'units.yaml:1:3: role "unitt" is none of units; '
            'did you mean "unit"?',
            run.out,
        )

    def test_sources_json_that_is_broken(self):
        self.write_good()
        self.write("sources.json", '{"articles": {"good-1.txt": {"outlet": ')
        run = self.crosscheck("check", "good-1.txt", "good-2.txt")
        self.assertExit(run, 2)
        self.assertComplains(run, "sources.json")
        self.assertIn("Calder ferry", run.out)

    def test_front_matter_that_is_broken(self):
        self.write("a.md", "---\ntitle: [x\n---\n\nThe bridge cost $12 million.\n")
        run = self.crosscheck("extract", "a.md")
        self.assertExit(run, 2)
        self.assertComplains(run, "a.md", "front matter")
        self.assertEqual([c["value"] for c in run.lines()], ["12000000"])


if __name__ == "__main__":
    program.main()
