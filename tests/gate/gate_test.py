#!/usr/bin/env python3
"""index and gate as a newsroom lives with them, in a scratch git repository."""

import json
import os
import re
import sys

sys.path.insert(0, "tests/support")
sys.path.insert(0, "tests/gate")
from newsroom import PLACES, Newsroom, article, draft, main, project


class WithLedger(Newsroom):
    def setUp(self):
        super().setUp()
        self.index()

    def gate_draft(self, *arguments, exit, path="draft.md"):
        return self.gate(path, "--ledger", "archive.db", *arguments, exit=exit)

    def test_index_is_incremental(self):
        run = self.index()
        self.assertIn("0 added, 0 changed, 50 unchanged", run.out)
        self.write("articles/07.md", article(7, cost=99))
        self.write("articles/50.md", draft(8, 64))
        run = self.index()
        self.assertIn("1 added, 1 changed, 49 unchanged", run.out)
        os.remove(self.path("articles/50.md"))
        self.assertIn("51 articles in it", self.index().out)
        self.assertIn("1 pruned; 50 articles", self.index("--prune").out)

    def test_index_follows_a_renamed_file(self):
        os.rename(self.path("articles/07.md"), self.path("articles/moved.md"))
        self.assertIn("49 unchanged, 1 moved", self.index().out)
        self.assertIn("50 articles in it", self.index("--prune").out)

    def test_agreeing_draft_passes(self):
        self.write("draft.md", draft(7, 61))
        run = self.gate_draft(exit=0)
        self.assertEqual(self.states(run), [])

    def test_contradiction_fails_with_the_pair_named(self):
        self.write("draft.md", draft(7, 16))
        run = self.gate_draft(exit=1)
        self.assertEqual(
            self.states(run), [("new", "error", ("07.md", "draft.md"))])
        text = self.crosscheck("gate", "draft.md", "--ledger", "archive.db")
        self.assertExit(text, 1)
        for words in ("draft.md:7", "articles/07.md:9", "$16 million",
                      "$61 million", "The Plain Ledger", "archive.db"):
            self.assertIn(words, text.out)

    def test_every_format_stands_in_the_draft(self):
        self.write("draft.md", draft(7, 16))
        for format, place in (
            ("github", "file=draft.md,line=7,"),
            ("sarif", '"uri": "draft.md"'),
            ("gitlab", '"path": "draft.md"'),
            ("rdjsonl", '"path": "draft.md"'),
            ("junit", "draft.md"),
        ):
            run = self.crosscheck("gate", "draft.md", "--ledger", "archive.db",
                                  "--format", format)
            self.assertExit(run, 1)
            self.assertIn(place, run.out.replace('":"', '": "'), format)
            self.assertIn("Corran", run.out, format)

    def dismiss(self, *arguments):
        run = self.crosscheck(
            "ledger", "dismiss", "all", "draft.md", "--ledger", "archive.db",
            "--state", "attributed-dispute", "--reason", "the council disputes",
            "--owner", "desk", *arguments)
        self.assertExit(run, 0)

    def test_dismissed_reopened_repeated(self):
        self.write("draft.md", draft(7, 16))
        self.dismiss()
        run = self.gate_draft(exit=0)
        self.assertEqual(
            self.states(run), [("dismissed", "note", ("07.md", "draft.md"))])
        # Another value is another discrepancy.
        self.write("draft.md", draft(7, 17))
        run = self.gate_draft(exit=1)
        self.assertEqual(
            self.states(run), [("reopened", "error", ("07.md", "draft.md"))])
        # The value dismissed, in an article of its own: a warning.
        self.write("draft.md", draft(7, 16))
        self.gate_draft("--update", exit=0)
        self.write("other.md", draft(7, 16).replace("Readers", "Others"))
        run = self.gate_draft(exit=0, path="other.md")
        self.assertEqual(
            {(state, level) for state, level, _ in self.states(run)},
            {("known", "warning")})

    def test_dismissed_by_run_and_by_fingerprint(self):
        self.write("draft.md", draft(7, 16))
        run = self.gate_draft(exit=1)
        with open(self.path("run.json"), "w") as file:
            json.dump(run, file)
        finding = next(f for f in run["findings"] if f["state"] == "new")
        for arguments in (("--run", "run.json", finding["id"]),
                          (finding["fingerprint"],)):
            self.index()
            self.assertExit(self.crosscheck(
                "ledger", "dismiss", *arguments, "--ledger", "archive.db",
                "--state", "superseded", "--reason", "old", "--owner", "d"), 0)
            self.gate_draft(exit=0)
            for suffix in ("", "-wal", "-shm"):
                if os.path.exists(self.path("archive.db" + suffix)):
                    os.remove(self.path("archive.db" + suffix))
            self.index()
            self.gate_draft(exit=1)

    def test_expired_dismissal_fails_open(self):
        self.write("draft.md", draft(7, 16))
        self.dismiss("--expires", "2025-06-30")
        self.gate_draft("--as-of", "2025-06-30", exit=0)
        run = self.gate_draft("--as-of", "2025-07-01", exit=1)
        self.assertEqual(self.states(run)[0][0], "reopened")
        self.assertIn("2025-06-30", json.dumps(run))

    def test_update_adds_what_passes_only(self):
        self.write("draft.md", draft(7, 16))
        self.gate_draft("--update", exit=1)
        self.assertIn("50", self.stats()["articles"])
        self.write("draft.md", draft(7, 61))
        self.gate_draft("--update", exit=0)
        self.assertIn("51", self.stats()["articles"])

    def stats(self):
        run = self.crosscheck("ledger", "stats", "--ledger", "archive.db")
        self.assertExit(run, 0)
        return dict(re.match(r"(\S+) +(.*)", line).groups()
                    for line in run.out.splitlines())

    def test_edited_archive_article(self):
        # What stood before the edit is known; what the edit brings is new.
        self.write("draft.md", draft(7, 16))
        self.gate_draft("--update", "--fail-on", "never", exit=0)
        self.write("articles/07.md", article(7, more="\nIt rained.\n"))
        run = self.gate("articles/07.md", "--ledger", "archive.db", exit=0)
        self.assertEqual([s[0] for s in self.states(run)], ["known"])
        self.write("articles/07.md", article(7, cost=62))
        run = self.gate("articles/07.md", "--ledger", "archive.db", exit=1)
        self.assertEqual([s[0] for s in self.states(run)], ["reopened"])
        # Set right, it is resolved.
        self.write("articles/07.md", article(7, cost=16))
        run = self.gate("articles/07.md", "--ledger", "archive.db", exit=0)
        self.assertEqual(self.states(run), [])
        self.assertEqual(len(run["resolved"]), 1)

    def test_renamed_and_reordered_are_not_new(self):
        self.write("draft.md", draft(7, 16))
        self.gate_draft("--update", "--fail-on", "never", exit=0)
        os.rename(self.path("draft.md"), self.path("renamed.md"))
        run = self.gate_draft(exit=0, path="renamed.md")
        self.assertEqual([s[0] for s in self.states(run)], ["known"])
        os.rename(self.path("renamed.md"), self.path("draft.md"))
        head = draft(7, 16)[:draft(7, 16).rindex("---\n") + 4]
        body = draft(7, 16)[len(head):].strip().split("\n\n")
        self.write("draft.md", head + "\n\n".join(reversed(body)) + "\n")
        run = self.gate_draft(exit=0)
        self.assertEqual([s[0] for s in self.states(run)], ["known"])

    def test_comment_in_the_draft(self):
        comment = ("<!-- crosscheck-disable-next-line compare.disjoint --"
                   " the council corrected itself -->\n")
        self.write("draft.md", draft(7, 16).replace(
            f"The {project(7)} cost $", comment + f"The {project(7)} cost $"))
        run = self.gate_draft(exit=0)
        self.assertEqual(self.states(run)[0][0], "dismissed")
        # One that covers nothing any more is told.
        self.write("draft.md", draft(7, 61).replace(
            f"The {project(7)} cost $", comment + f"The {project(7)} cost $"))
        run = self.crosscheck("gate", "draft.md", "--ledger", "archive.db")
        self.assertExit(run, 0)
        self.assertComplains(run, "draft.md", "nothing")

    def test_false_positive_becomes_a_case(self):
        self.write("draft.md", draft(7, 16))
        self.assertExit(self.crosscheck(
            "ledger", "dismiss", "all", "draft.md", "--ledger", "archive.db",
            "--state", "false-positive-link", "--reason", "two ferries",
            "--owner", "desk"), 0)
        run = self.crosscheck("export-cases", "--ledger", "archive.db")
        self.assertExit(run, 0)
        (case,) = run.lines()
        self.assertEqual(case["label"], "unrelated")
        self.assertIn("$16 million", case["a"] + case["b"])

    def test_history_and_occurrences(self):
        self.write("draft.md", draft(7, 16))
        self.gate_draft("--update", "--fail-on", "never", exit=0)
        run = self.gate("articles/07.md", "--ledger", "archive.db", exit=0)
        with open(self.path("run.json"), "w") as file:
            json.dump(run, file)
        finding = next(f for f in run["findings"]
                       if f["verdict"] == "conflict")
        found = self.crosscheck("occurrences", finding["id"], "--run",
                                "run.json", "--ledger", "archive.db",
                                "--format", "json")
        self.assertExit(found, 0)
        self.assertEqual({claim["path"] for claim in found.json()},
                         {"draft.md", "articles/07.md"})
        claims = {claim["id"]: claim for claim in run["claims"]}
        subject = claims[finding["claims"][0]]["subject"]
        if subject:
            history = self.crosscheck("ledger", "history", subject,
                                      "--ledger", "archive.db")
            self.assertExit(history, 0)
            self.assertIn("articles/07.md", history.out)

    def test_export_is_every_article(self):
        run = self.crosscheck("ledger", "export", "--ledger", "archive.db")
        self.assertExit(run, 0)
        lines = run.lines()
        self.assertEqual(len(lines), 50)
        self.assertEqual([line["document"] for line in lines],
                         [f"articles/{i:02}.md" for i in range(50)])
        self.assertTrue(all(line["claims"] for line in lines))

    def test_other_rules_are_told(self):
        self.write("house/en/units.yaml", """\
- id: en.unit.caldermark
  means: "gram"
  role: "unit"
  quantity: "mass"
  factor: "1"
  place: "alone"
  forms:
    - "caldermark"
    - "caldermarks"
  examples:
    - text:
        "They weighed 5 caldermarks."
      reads: "5 gram"
""")
        self.write("draft.md", draft(7, 61))
        run = self.crosscheck("gate", "draft.md", "--ledger", "archive.db",
                              "--rules", "house")
        self.assertExit(run, 2)
        self.assertComplains(run, "archive.db", "other rules", "--reindex")
        self.index("--rules", "house", "--reindex")
        run = self.crosscheck("gate", "draft.md", "--ledger", "archive.db",
                              "--rules", "house")
        self.assertExit(run, 0)

    def test_faults(self):
        self.write("draft.md", draft(7, 61))
        self.write("no.db", "this is no ledger, it is a text of some length\n" * 40)
        for arguments, words in (
            (("--ledger", "none.db"), ("none.db", "no such ledger", "index")),
            (("--ledger", "no.db"), ("no.db",)),
            ((), ("nothing to compare with",)),
            (("--ledger", "archive.db", "--new-from-rev", "nowhere"),
             ("nowhere", "commit")),
        ):
            run = self.crosscheck("gate", "draft.md", *arguments)
            self.assertExit(run, 2)
            self.assertComplains(run, *words)


class WithGit(Newsroom):
    """No ledger: what changed in git against the rest."""

    def gate_since(self, revision, exit, *more):
        return self.gate("articles", *more, "--new-from-rev", revision,
                         exit=exit)

    def test_nothing_changed(self):
        self.assertEqual(self.gate_since("HEAD", 0)["findings"], [])

    def test_new_file_against_the_rest(self):
        self.write("articles/new.md", draft(7, 16))
        run = self.gate_since("HEAD", 1)
        self.assertEqual(
            self.states(run), [("new", "error", ("07.md", "new.md"))])
        # Committed on a branch it is as new, seen from where that left main.
        self.git("checkout", "-q", "-b", "branch")
        self.commit("a draft")
        self.assertEqual(self.gate_since("HEAD", 0)["findings"], [])
        # main goes on meanwhile, with a contradiction of its own.
        self.git("checkout", "-q", "main")
        self.write("articles/late.md", draft(9, 9))
        self.commit("a late one")
        self.git("checkout", "-q", "branch")
        run = self.gate("articles", "--new-from-merge-base", "main", exit=1)
        self.assertEqual(
            self.states(run), [("new", "error", ("07.md", "new.md"))])

    def test_pair_is_new_though_the_old_text_is_not(self):
        # Both stand, agreed; then one changes: the pair is what is new.
        self.write("articles/new.md", draft(7, 61))
        self.commit("agreed")
        self.write("articles/new.md", draft(7, 16))
        run = self.gate_since("HEAD", 1)
        self.assertEqual(
            self.states(run), [("new", "error", ("07.md", "new.md"))])

    def test_old_conflict_is_known_in_an_edited_file(self):
        self.write("articles/new.md", draft(7, 16))
        self.commit("contradicts")
        self.write("articles/new.md", draft(7, 16) + "\nMore rain.\n")
        run = self.gate_since("HEAD", 0)
        self.assertEqual([s[0] for s in self.states(run)], ["known"])
        self.git("mv", "-f", "articles/new.md", "articles/renamed.md")
        run = self.gate_since("HEAD", 0)
        self.assertEqual([s[0] for s in self.states(run)], ["known"])

    def test_deleted_file_resolves(self):
        self.write("articles/new.md", draft(7, 16))
        self.commit("contradicts")
        os.remove(self.path("articles/new.md"))
        run = self.gate_since("HEAD", 0)
        self.assertEqual(len(run["resolved"]), 1)

    def test_against_a_folder(self):
        self.write("draft.md", draft(7, 16))
        run = self.gate("draft.md", "--against", "articles", exit=1)
        self.assertEqual(
            self.states(run), [("new", "error", ("07.md", "draft.md"))])

    def test_records_of_a_changed_file(self):
        def records(last):
            return "".join(
                json.dumps({"id": f"r{i}", "outlet": "Wire", "lang": "en",
                            "published": "2025-03-05",
                            "text": f"The {project(i)} cost ${cost} million to"
                            f" build, the {PLACES[i]} council said.\n"}) + "\n"
                for i, cost in ((1, 12), (2, last)))

        self.write("articles/wire.jsonl", records(46))
        self.commit("a wire")
        self.write("articles/wire.jsonl", records(64))
        run = self.gate_since("HEAD", 1)
        self.assertEqual(
            self.states(run), [("new", "error", ("02.md", "r2"))])


class Facts(Newsroom):
    FACTS = """\
facts:
  - id: kelsall-cost
    says:
      en: The Kelsall airport cost $75 million to build.
      ar: بلغت كلفة بناء مطار كلسال 75 مليون دولار.
    from: 2025-01-01
    until: 2025-12-31
    source: The council's accounts
"""

    def test_articles_are_checked_against_the_register(self):
        self.write("facts.yaml", self.FACTS)
        self.write("draft.md", draft(14, 57))
        run = self.crosscheck("check", "draft.md", "--facts", "facts.yaml",
                              "--format", "json")
        self.assertExit(run, 1)
        (finding,) = run.json()["findings"]
        self.assertEqual(finding["rule"], "facts.conflict")
        claims = {c["id"]: c for c in run.json()["claims"]}
        fact = next(claims[c] for c in finding["claims"]
                    if "facts.yaml" in claims[c]["article"])
        # What it says in either language will do.
        self.assertIn((fact["line"], fact["outlet"]),
                      [(4, "The council's accounts"),
                       (5, "The council's accounts")])
        whole = self.FACTS.encode()
        self.assertEqual(
            whole[fact["begin_byte"]:fact["end_byte"]].decode(), fact["quote"])

    def test_only_while_they_hold(self):
        self.write("facts.yaml", self.FACTS.replace("2025-12-31", "2025-02-01"))
        self.write("draft.md", draft(14, 57))
        run = self.crosscheck("check", "draft.md", "--facts", "facts.yaml")
        self.assertExit(run, 0)

    def test_in_the_gate(self):
        self.write("facts.yaml", self.FACTS)
        self.write(".crosscheck.yaml", "facts: facts.yaml\nledger: archive.db\n")
        os.remove(self.path("articles/14.md"))
        self.index()
        self.write("draft.md", draft(14, 57))
        run = self.gate("draft.md", exit=1)
        self.assertEqual([f["rule"] for f in run["findings"]
                          if f["level"] == "error"], ["facts.conflict"])

    def test_faults(self):
        self.write("facts.yaml", "facts:\n  - id: a\n    sayz: {en: x}\n")
        run = self.crosscheck("check", "articles", "--facts", "facts.yaml")
        self.assertExit(run, 2)
        self.assertComplains(run, "facts.yaml:3:5", "sayz")


if __name__ == "__main__":
    main()
