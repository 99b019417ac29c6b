#!/usr/bin/env python3
"""Commands, flags, exit codes and configuration, as the contract has them."""

import json
import os
import pty
import subprocess
import sys

sys.path.insert(0, "tests/support")
import program

COMMANDS = ("check", "extract", "compare", "report", "explain", "rules", "eval")

# Two outlets on one ferry; the figures clash.
ONE = (
    "Ferry opens\n\nThe Calder ferry cost $40 million to build, the port"
    " authority said on 3 March 2025.\n"
)
TWO = (
    "Ferry opens late\n\nThe Calder ferry cost $90 million to build, the port"
    " authority said on 3 March 2025.\n"
)


class Commands(program.Case):
    def write_clash(self):
        self.write("one.txt", ONE)
        self.write("two.txt", TWO)

    def run_json(self, *arguments):
        run = self.crosscheck("check", *arguments, "--format", "json")
        return run, run.json()

    # Help and usage.

    def test_version(self):
        run = self.crosscheck("--version")
        self.assertExit(run, 0)
        self.assertRegex(run.out, r"^crosscheck [0-9]+\.[0-9]+\.[0-9]+\n$")
        self.assertEqual(run.err, "")

    def test_help_everywhere(self):
        for command in ((),) + tuple((c,) for c in COMMANDS):
            for flag in ("-h", "--help"):
                run = self.crosscheck(*command, flag)
                self.assertExit(run, 0)
                self.assertIn("--help", run.out)
                self.assertEqual(run.err, "")
        whole = self.crosscheck("--help").out
        for command in COMMANDS:
            self.assertIn(command, whole)

    def test_usage_faults(self):
        for arguments in (
            (),
            ("chek",),
            ("check",),
            ("check", "--no-such-flag", "x"),
            ("check", "x", "--fail-on", "sometimes"),
            ("check", "x", "--color", "blue"),
            ("check", "x", "--jobs", "many"),
            ("check", "x", "--format", "txt"),
            ("check", "x", "--report", "html"),
            ("extract",),
            ("compare",),
            ("compare", "--a", "It cost $5."),
            ("report",),
            ("explain",),
            ("rules",),
            ("rules", "mend"),
            ("eval", "stories"),
        ):
            run = self.crosscheck(*arguments)
            self.assertExit(run, 2)
            self.assertEqual(run.out, "", arguments)
            self.assertNotEqual(run.err, "", arguments)

    def test_explain_names_a_record_by_its_line(self):
        lines = [
            {"id": "a", "lang": "en", "text": "The ferry carried 12 people."},
            {"id": "b", "lang": "en", "text": "The ferry cost $40 million."},
        ]
        path = self.write("two.jsonl", "".join(json.dumps(l) + "\n" for l in lines))
        run = self.crosscheck("explain", f"{path}:2")
        self.assertExit(run, 0)
        self.assertIn("money 40000000 USD", run.out)
        self.assertNotIn("12 people", run.out)

    def test_a_format_misspelt(self):
        run = self.crosscheck("check", "x", "--format", "jsno")
        self.assertExit(run, 2)
        self.assertComplains(run, "jsno", 'did you mean "json"?')

    # Exit codes and --fail-on.

    def test_exit_codes(self):
        self.write_clash()
        clash = ("one.txt", "two.txt")
        self.assertExit(self.crosscheck("check", "one.txt"), 0)
        self.assertExit(self.crosscheck("check", *clash), 1)
        for level in ("error", "warning", "note"):
            run = self.crosscheck("check", *clash, "--fail-on", level)
            self.assertExit(run, 1)
        self.assertExit(self.crosscheck("check", *clash, "--fail-on", "never"), 0)
        # What could not be done outranks what was found.
        self.assertExit(self.crosscheck("check", *clash, "gone.txt"), 2)
        self.assertExit(
            self.crosscheck("check", *clash, "gone.txt", "--keep-going"), 1
        )

    # Streams.

    def test_results_go_to_standard_output_alone(self):
        self.write_clash()
        self.write("bad.txt", b"\xff\xfe\xfd nothing")
        for format in ("json", "jsonl", "html", "text"):
            run = self.crosscheck(
                "check", "one.txt", "two.txt", "bad.txt", "--format", format
            )
            self.assertExit(run, 2)
            self.assertIn("bad.txt", run.err)
            self.assertTrue(run.err.startswith("crosscheck: "))
            if format == "json":
                json.loads(run.out)
            if format == "jsonl":
                run.lines()
            if format == "html":
                self.assertTrue(run.out.startswith("<!"))

    def test_quiet_leaves_faults(self):
        self.write("one.txt", ONE)
        run = self.crosscheck("check", "one.txt", "gone.txt", "--quiet")
        self.assertExit(run, 2)
        self.assertComplains(run, "gone.txt")

    def test_output_files(self):
        self.write_clash()
        to_file = self.crosscheck(
            "check",
            "one.txt",
            "two.txt",
            "-o",
            "out.json",
            "--format",
            "json",
            "--report",
            "html=page.html",
            "--report",
            "text=said.txt",
            "--report",
            "jsonl=lines.jsonl",
        )
        self.assertExit(to_file, 1)
        self.assertEqual(to_file.out, "")
        for name, format in (
            ("out.json", "json"),
            ("page.html", "html"),
            ("said.txt", "text"),
            ("lines.jsonl", "jsonl"),
        ):
            run = self.crosscheck(
                "check", "one.txt", "two.txt", "--format", format
            )
            self.assertEqual(self.read(name), run.out)

    def test_output_that_cannot_be_written(self):
        self.write("one.txt", ONE)
        for arguments in (
            ("check", "one.txt", "-o", "no/such/folder.txt"),
            ("check", "one.txt", "--report", "json=no/such/folder.json"),
            ("extract", "one.txt", "-o", "no/such/folder.jsonl"),
            ("check", "one.txt", "-o", "/dev/full"),
            ("extract", "one.txt", "-o", "/dev/full"),
        ):
            run = self.crosscheck(*arguments)
            self.assertExit(run, 2)
            self.assertNotEqual(run.err, "")

    def test_a_reader_that_goes_away(self):
        """`crosscheck extract … | head -1` ends in silence."""
        self.write("long.txt", "The bridge cost $5 million. " * 20000)
        done = subprocess.run(
            f"{program.BINARY} extract long.txt | head -c 10 >/dev/null",
            shell=True,
            cwd=self.folder,
            stderr=subprocess.PIPE,
            timeout=120,
        )
        self.assertNotIn(b"AddressSanitizer", done.stderr)

    # Colour.

    def test_color(self):
        self.write_clash()
        plain = self.crosscheck("check", "one.txt", "two.txt")
        self.assertNotIn("\x1b", plain.out)
        always = self.crosscheck("check", "one.txt", "two.txt", "--color", "always")
        self.assertIn("\x1b[", always.out)
        never = self.crosscheck("check", "one.txt", "two.txt", "--color", "never")
        self.assertEqual(never.out, plain.out)

    def on_terminal(self, *arguments, env=None):
        """Both streams on a terminal; what it was sent."""
        parent, child = pty.openpty()
        process = subprocess.Popen(
            [program.BINARY, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=child,
            stderr=child,
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin", "TERM": "xterm", **(env or {})},
        )
        os.close(child)
        sent = b""
        while True:
            try:
                block = os.read(parent, 65536)
            except OSError:
                break
            if not block:
                break
            sent += block
        os.close(parent)
        process.wait()
        return sent.decode()

    def test_color_on_a_terminal(self):
        self.write_clash()
        paths = ("check", "one.txt", "two.txt")
        self.assertIn("\x1b[1", self.on_terminal(*paths))
        self.assertNotIn("\x1b[1", self.on_terminal(*paths, env={"NO_COLOR": "1"}))
        self.assertNotIn("\x1b[1", self.on_terminal(*paths, "--color", "never"))
        # An empty NO_COLOR is none (no-color.org).
        self.assertIn("\x1b[1", self.on_terminal(*paths, env={"NO_COLOR": ""}))
        # An output file is no terminal.
        self.on_terminal(*paths, "-o", "out.txt")
        self.assertNotIn("\x1b", self.read("out.txt"))

    def test_progress_is_for_terminals(self):
        lines = "".join(
            json.dumps({"id": f"r{n}", "text": f"Bridge {n} cost ${n} million."})
            + "\n"
            for n in range(400)
        )
        self.write("wire.jsonl", lines)
        calm = self.crosscheck("check", "wire.jsonl", "--fail-on", "never")
        self.assertEqual(calm.err, "")
        sent = self.on_terminal("check", "wire.jsonl", "-o", "out.txt")
        self.assertIn("384 articles", sent)
        quiet = self.on_terminal("check", "wire.jsonl", "-o", "out.txt", "-q")
        self.assertEqual(quiet, "")

    # Input.

    def test_standard_input(self):
        run = self.crosscheck("extract", "-", stdin=ONE)
        self.assertExit(run, 0)
        self.assertEqual({c["article"] for c in run.lines()}, {"-"})
        named = self.crosscheck(
            "extract", "-", "--stdin-filename", "drafts/ferry.txt", stdin=ONE
        )
        self.assertEqual({c["article"] for c in named.lines()}, {"ferry.txt"})
        page = "<p>The bridge cost $5 million.</p>"
        as_page = self.crosscheck(
            "extract", "-", "--input-format", "html", stdin=page
        )
        (claim,) = as_page.lines()
        self.assertEqual(claim["sentence"], "The bridge cost $5 million.")
        as_text = self.crosscheck(
            "extract", "-", "--input-format", "text", stdin=page
        )
        (claim,) = as_text.lines()
        self.assertIn("<p>", claim["sentence"])

    def test_metadata_of_flags(self):
        run = self.crosscheck(
            "extract",
            "-",
            "--published",
            "2025-01-28",
            "--outlet",
            "The Ledger",
            "--lang",
            "en",
            stdin="The ferry sank a year ago.\n",
        )
        (claim,) = run.lines()
        self.assertEqual(claim["published"], "2025-01-28")
        self.assertEqual(claim["outlet"], "The Ledger")
        self.assertEqual(claim["value"], "2024-01")

    def test_metadata_of_the_article_come_first(self):
        self.write(
            "a.md",
            "---\ntitle: Ferry\ndate: 2025-03-01\n---\nIt cost $5 million.\n",
        )
        self.write(
            "sources.json",
            json.dumps(
                {
                    "articles": {
                        "a.md": {"outlet": "Sidecar", "published": "2020-01-01"}
                    }
                }
            ),
        )
        run = self.crosscheck(
            "extract", "a.md", "--published", "2019-01-01", "--outlet", "Flag"
        )
        (claim,) = run.lines()
        self.assertEqual(
            (claim["published"], claim["outlet"]), ("2025-03-01", "Sidecar")
        )

    def test_folders_are_walked(self):
        self.write("news/b/two.txt", TWO)
        self.write("news/a/one.txt", ONE)
        self.write("news/.hidden/three.txt", ONE)
        self.write("news/.four.txt", ONE)
        self.write("news/photo.jpg", b"\xff\xd8\xff")
        run, report = self.run_json("news")
        self.assertExit(run, 1)
        self.assertEqual(
            [a["path"] for a in report["articles"]],
            ["news/a/one.txt", "news/b/two.txt"],
        )
        # What is left out is said, in the run and on standard error.
        self.assertIn("news/photo.jpg", report["problems"][0]["message"])
        self.assertComplains(run, "warning", "news/photo.jpg")

    # Configuration.

    def test_configuration_is_found_upwards(self):
        self.write_clash()
        self.write(".crosscheck.yaml", "fail_on: never\n")
        os.makedirs(self.path("deep/er"))
        run = self.crosscheck(
            "check", "../../one.txt", "../../two.txt", cwd=self.path("deep/er")
        )
        self.assertExit(run, 0)
        # A flag wins over it.
        run = self.crosscheck(
            "check", "one.txt", "two.txt", "--fail-on", "error"
        )
        self.assertExit(run, 1)

    def test_configuration_of_the_environment_and_the_flag(self):
        self.write_clash()
        self.write("never.yaml", "fail_on: never\n")
        self.write("error.yaml", "fail_on: error\n")
        env = {"CROSSCHECK_CONFIG": self.path("never.yaml")}
        paths = ("check", "one.txt", "two.txt")
        self.assertExit(self.crosscheck(*paths, env=env), 0)
        self.assertExit(self.crosscheck(*paths, "-c", "error.yaml", env=env), 1)
        gone = self.crosscheck(*paths, "-c", "gone.yaml")
        self.assertExit(gone, 2)
        self.assertComplains(gone, "gone.yaml")

    def test_configured_paths_and_levels(self):
        self.write("articles/one.txt", ONE)
        self.write("articles/two.txt", TWO)
        self.write(
            ".crosscheck.yaml",
            "paths: [articles]\nlevels:\n  compare.disjoint: warning\n",
        )
        run, report = self.run_json()
        self.assertExit(run, 0)
        levels = {
            f["level"]
            for f in report["findings"]
            if f["rule"] == "compare.disjoint"
        }
        self.assertEqual(levels, {"warning"})
        self.write(
            ".crosscheck.yaml",
            "paths: [articles]\nlevels:\n  compare.disjoint: none\n",
        )
        run = self.crosscheck("check")
        self.assertExit(run, 0)
        self.assertNotIn("[f1]", run.out)

    def test_ignored_fields(self):
        self.write_clash()
        _, report = self.run_json("one.txt", "two.txt")
        metrics = {f["metric"] for f in report["findings"]}
        self.assertTrue(metrics)
        self.write(
            ".crosscheck.yaml", "ignored_fields: " + json.dumps(sorted(metrics))
        )
        run, report = self.run_json("one.txt", "two.txt")
        self.assertExit(run, 0)
        self.assertEqual(report["findings"], [])

    def test_configuration_faults_come_all_at_once(self):
        self.write("one.txt", ONE)
        self.write(
            ".crosscheck.yaml",
            "pahts: [x]\n"
            "levels:\n"
            "  compare.disjont: error\n"
            "  compare.dates: loud\n"
            "tolerances:\n"
            "  round_slak: 1\n"
            "  round_slack: much\n"
            "fail_on: [error]\n",
        )
        run = self.crosscheck("check", "one.txt")
        self.assertExit(run, 2)
        self.assertEqual(run.out, "")
        self.assertComplains(
            run, ".crosscheck.yaml:1:1:", 'unknown key "pahts"', '"paths"?'
        )
        self.assertComplains(run, ":3:3:", "compare.disjont", '"compare.disjoint"?')
        self.assertComplains(run, ":4:18:", "loud", "error, warning")
        self.assertComplains(run, ":6:3:", "round_slak", '"round_slack"?')
        self.assertComplains(run, ":7:16:", "much", "no number")
        self.assertComplains(run, ":8:10:")
        for broken in ("paths: [x\n", "- a\n- b\n", "\tpaths: x\n"):
            self.write(".crosscheck.yaml", broken)
            run = self.crosscheck("check", "one.txt")
            self.assertExit(run, 2)
            self.assertComplains(run, ".crosscheck.yaml:")

    # House rules.

    def test_rules_of_a_house(self):
        self.write(
            "house/en/units.yaml",
            "- id: en.unit.smoot\n"
            "  means: smoot\n"
            "  role: unit\n"
            "  quantity: length\n"
            "  factor: 1.702\n"
            "  forms:\n"
            "    - smoot\n"
            "    - smoots\n"
            "  examples:\n"
            "    - text: The bridge is 364 smoots long\n"
            "      reads: 364 smoot\n"
            "  not:\n"
            "    - text: Oliver Smoot paid $5\n"
            "      reads: 5 USD\n",
        )
        text = "The bridge is 364 smoots long.\n"
        (plain,) = self.crosscheck("extract", "-", stdin=text).lines()
        self.assertNotEqual(plain["kind"], "quantity")
        (house,) = self.crosscheck(
            "extract", "-", "--rules", "house", stdin=text
        ).lines()
        self.assertEqual((house["kind"], house["unit"]), ("quantity", "smoot"))
        self.assertIn("en.unit.smoot", house["rules"])
        self.assertExit(self.crosscheck("rules", "check", "house"), 0)
        self.assertExit(self.crosscheck("rules", "test", "house"), 0)
        # The report says which rules it was made with.
        self.write("a.txt", text)
        _, one = self.run_json("a.txt")
        _, two = self.run_json("a.txt", "--rules", "house")
        self.assertNotEqual(
            one["tool"]["rules_digest"], two["tool"]["rules_digest"]
        )

    def test_an_example_that_does_not_read_so_is_shown(self):
        self.write(
            "house/en/units.yaml",
            "- id: en.unit.smoot\n"
            "  means: smoot\n"
            "  role: unit\n"
            "  quantity: length\n"
            "  forms:\n"
            "    - smoots\n"
            "  examples:\n"
            "    - text: The bridge is 364 smoots long\n"
            "      reads: 365 smoot\n"
            "  not:\n"
            "    - text: Oliver Smoot paid $5\n",
        )
        run = self.crosscheck("rules", "test", "house")
        self.assertExit(run, 1)
        self.assertIn("en.unit.smoot", run.out)
        self.assertIn("365 smoot", run.out)
        self.assertIn("364 smoot", run.out)

    def test_rules_list(self):
        run = self.crosscheck("rules", "list")
        self.assertExit(run, 0)
        lines = run.out.splitlines()
        self.assertGreater(len(lines), 500)
        self.assertEqual(lines, sorted(lines, key=lambda l: l.split("\t")[0]))
        only = self.crosscheck("rules", "list", "ar.")
        self.assertTrue(
            all(line.startswith("ar.") for line in only.out.splitlines())
        )

    # One statement against another.

    def test_compare_two_statements(self):
        # "The fire killed 12 people" / "The fire killed 15 people", in Arabic.
        for a, b, label in (
            ("It cost $5.6 million.", "It cost about $6 million.", "consistent"),
            ("It cost $100 billion.", "It cost $500 billion.", "contradiction"),
            (
                "أسفر الحريق عن مقتل 12 شخصا.",
                "The fire killed 15 people.",
                "contradiction",
            ),
        ):
            run = self.crosscheck("compare", "--a", a, "--b", b)
            self.assertExit(run, 0)
            self.assertEqual(run.json()["label"], label, (a, b))

    def test_pairs_that_are_none(self):
        self.write(
            "pairs.jsonl",
            '{"id": "1", "a": "It cost $5.", "b": "It cost $6."}\n{"id"\n\n'
            '{"id": "3", "a": "It cost $5."}\n',
        )
        run = self.crosscheck("compare", "pairs.jsonl")
        self.assertExit(run, 2)
        self.assertComplains(run, "pairs.jsonl:2:")
        self.assertComplains(run, "pairs.jsonl:4:")
        self.assertEqual(len(run.lines()), 1)

    def test_a_saved_run_that_is_none(self):
        for content in ("", "{", "[]", '{"schema": "other/1"}'):
            self.write("run.json", content)
            run = self.crosscheck("report", "run.json")
            self.assertExit(run, 2)
            self.assertComplains(run, "run.json")
        self.assertExit(self.crosscheck("report", "gone.json"), 2)


if __name__ == "__main__":
    program.main()
