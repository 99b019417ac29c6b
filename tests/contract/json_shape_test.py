#!/usr/bin/env python3
"""The JSON of the contract, name by name.

Other programs read these: a name may be added, never changed. Every claim is
held against the file it came from, byte by byte.
"""

import json
import re
import sys

sys.path.insert(0, "tests/support")
import program

TEXT, TRUTH, WHOLE, LIST = str, bool, int, list
NULL = type(None)

CLAIM = {
    "id": (TEXT,),
    "article": (TEXT,),
    "outlet": (TEXT,),
    "published": (TEXT,),
    "quote": (TEXT,),
    "begin_byte": (WHOLE,),
    "end_byte": (WHOLE,),
    "line": (WHOLE,),
    "column": (WHOLE,),
    "sentence": (TEXT,),
    "sentence_begin_byte": (WHOLE,),
    "sentence_end_byte": (WHOLE,),
    "kind": (TEXT,),
    "value": (TEXT, NULL),
    "low": (TEXT, NULL),
    "high": (TEXT, NULL),
    "low_included": (TRUTH,),
    "high_included": (TRUTH,),
    "unit": (TEXT, NULL),
    "unit_candidates": (LIST,),
    "modality": (TEXT,),
    "subject": (TEXT, NULL),
    "subject_surface": (TEXT,),
    "metric": (TEXT, NULL),
    "metric_known": (TRUTH,),
    "qualifiers": (LIST,),
    "when": (dict,),
    "speaker": (TEXT, NULL),
    "planned": (TRUTH,),
    "negated": (TRUTH,),
    "rules": (LIST,),
}
KINDS = {
    "money",
    "count",
    "percent",
    "ratio",
    "quantity",
    "date",
    "duration",
    "ordinal",
    "age",
    "score",  # added: "won 3-1"
}
MODALITIES = {
    "exact",
    "about",
    "at_least",
    "at_most",
    "more_than",
    "less_than",
    "range",
}
FINDING = {
    "id": (TEXT,),
    "fingerprint": (TEXT,),
    "rule": (TEXT,),
    "verdict": (TEXT,),
    "level": (TEXT,),
    "severity": (TEXT,),
    "subject": (TEXT,),
    "metric": (TEXT,),
    "claims": (LIST,),
    "message": (TEXT,),
    "explanation": (LIST,),
    "gap": (dict,),
    "likely_slip": (TEXT, NULL),
    "state": (TEXT,),
}
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
ISO = re.compile(r"[0-9TPWQYMDHS:.+/Z-]+")

ENGLISH = """Harbour bridge over budget

The Calder bridge cost $5.60 million, or about 12% more than planned, the
council said on 3 March 2025. At least 40 workers, aged 21 to 60, spent 18
months on it. One in five was hired in the town; the first car crossed in 2024.
"""
# The cost of the bridge reached about 5.6 million dollars; 40 workers took part
# in it; it lasted a year and a half; the share of the council is a quarter.
ARABIC = """جسر الميناء

بلغت كلفة الجسر نحو 5.6 مليون دولار، وشارك فيه أربعون عاملا. واستمر العمل
سنة ونصف السنة. وتبلغ حصة المجلس ربع المبلغ.
"""


class JsonShape(program.Case):
    def setUp(self):
        super().setUp()
        self.write("bridge.txt", ENGLISH)
        self.write("jisr.txt", ARABIC)
        self.write(
            "page.html",
            "<html lang=en><body><article><h1>Caf&eacute;</h1>"
            "<p>It&nbsp;cost $7&nbsp;million &amp; took 9&#32;weeks.</p>"
            "</article></body></html>",
        )
        self.records = [
            {
                "id": "w1",
                "title": "Bridge cost 7 million euros",
                "text": "It cost €7 million. 😀 It took 9 weeks.",
                "outlet": "Wire",
                "published": "2025-03-04",
                "url": "https://wire.example/1",
                "language": "en",
            }
        ]
        self.write("wire.jsonl", json.dumps(self.records[0]) + "\n")
        self.write(
            "sources.json",
            json.dumps(
                {
                    "articles": {
                        "bridge.txt": {
                            "outlet": "The Ledger",
                            "url": "https://ledger.example/b",
                            "published": "2025-03-03",
                        },
                        "jisr.txt": {"outlet": "الميناء", "published": "2025-03-03"},
                    }
                }
            ),
        )

    def shape(self, thing, names):
        for name, types in names.items():
            self.assertIn(name, thing)
            # True is an int to Python.
            self.assertIn(type(thing[name]), types, f"{name}: {thing[name]!r}")

    def check_claim(self, claim):
        self.shape(claim, CLAIM)
        self.assertRegex(claim["id"], r"^c[0-9]+$")
        self.assertIn(claim["kind"], KINDS)
        self.assertIn(claim["modality"], MODALITIES)
        self.assertEqual(set(claim["when"]), {"first", "last", "basis"})
        self.assertIn(
            claim["when"]["basis"], {"written", "publication", "unstated"}
        )
        for name in ("value", "low", "high"):
            value = claim[name]
            if value is None:
                continue
            pattern = (
                ISO
                if claim["kind"] in ("date", "duration", "age")
                else re.compile(f"{NUMBER.pattern}(/{NUMBER.pattern})?")
            )
            self.assertRegex(value, f"^({pattern.pattern})$", claim["quote"])
        self.assertTrue(claim["rules"])
        for text in claim["rules"] + claim["qualifiers"]:
            self.assertIsInstance(text, str)
        self.assertIn(claim["quote"], claim["sentence"])
        self.assertLess(claim["begin_byte"], claim["end_byte"])
        self.assertLessEqual(claim["sentence_begin_byte"], claim["begin_byte"])
        self.assertLessEqual(claim["end_byte"], claim["sentence_end_byte"])
        if claim["kind"] == "money" and claim["unit"]:
            self.assertRegex(claim["unit"], "^[A-Z]{3}$")
        if claim["metric"] is None:
            self.assertFalse(claim["metric_known"])

    def test_every_figure_is_a_line_of_extract(self):
        run = self.crosscheck("extract", "bridge.txt", "jisr.txt", "wire.jsonl")
        self.assertExit(run, 0)
        claims = run.lines()
        self.assertGreater(len(claims), 12)
        for claim in claims:
            self.check_claim(claim)
        self.assertEqual(
            [c["id"] for c in claims], [f"c{n + 1}" for n in range(len(claims))]
        )
        by_quote = {c["quote"]: c for c in claims}
        cost = by_quote["$5.60 million"]
        self.assertEqual(
            {k: cost[k] for k in CLAIM if k in cost and k in EXPECTED},
            EXPECTED,
        )
        open_side = by_quote["At least 40"]
        self.assertEqual((open_side["low"], open_side["high"]), ("40", None))
        self.assertEqual(open_side["modality"], "at_least")

    def test_offsets_are_bytes_of_the_file(self):
        for name in ("bridge.txt", "jisr.txt"):
            with open(self.path(name), "rb") as file:
                raw = file.read()
            claims = self.crosscheck("extract", name).lines()
            self.assertGreater(len(claims), 3)
            for claim in claims:
                begin, end = claim["begin_byte"], claim["end_byte"]
                self.assertEqual(raw[begin:end].decode(), claim["quote"])
                before = raw[:begin].decode()
                line = before.count("\n") + 1
                column = len(before) - (before.rfind("\n") + 1) + 1
                self.assertEqual((claim["line"], claim["column"]), (line, column))
                sentence = raw[
                    claim["sentence_begin_byte"] : claim["sentence_end_byte"]
                ]
                self.assertEqual(sentence.decode(), claim["sentence"])

    def test_offsets_lead_through_markup_and_entities(self):
        with open(self.path("page.html"), "rb") as file:
            raw = file.read()
        claims = self.crosscheck("extract", "page.html").lines()
        cuts = {
            c["kind"]: raw[c["begin_byte"] : c["end_byte"]].decode()
            for c in claims
        }
        self.assertEqual(
            cuts, {"money": "$7&nbsp;million", "duration": "9&#32;weeks"}
        )

    def test_offsets_of_records_count_in_their_field(self):
        claims = self.crosscheck("extract", "wire.jsonl").lines()
        self.assertEqual({c["field"] for c in claims}, {"title", "text"})
        for claim in claims:
            self.assertEqual(claim["article"], "w1")
            self.assertEqual(claim["outlet"], "Wire")
            self.assertEqual(claim["published"], "2025-03-04")
            value = self.records[0][claim["field"]].encode()
            cut = value[claim["begin_byte"] : claim["end_byte"]]
            self.assertEqual(cut.decode(), claim["quote"])
        # Behind an emoji: a column is a code point, a byte is a byte.
        (weeks,) = [c for c in claims if c["kind"] == "duration"]
        self.assertEqual(weeks["column"], len("It cost €7 million. 😀 It took 9"))

    def test_offsets_of_a_file_that_begins_with_a_byte_order_mark(self):
        raw = b"\xef\xbb\xbfThe bridge cost $5 million.\r\nIt took 9 weeks.\r\n"
        self.write("bom.txt", raw)
        for claim in self.crosscheck("extract", "bom.txt").lines():
            cut = raw[claim["begin_byte"] : claim["end_byte"]]
            self.assertEqual(cut.decode(), claim["quote"])

    def test_a_run(self):
        self.write(
            "late.txt",
            "Bridge costs more\n\nThe Calder bridge cost $9.1 million, the council"
            " said on 3 March 2025.\n",
        )
        run = self.crosscheck("check", ".", "--format", "json")
        report = run.json()
        self.assertEqual(report["schema"], "crosscheck.run/1")
        self.assertEqual(report["tool"]["name"], "crosscheck")
        self.assertRegex(report["tool"]["version"], r"^[0-9]+\.[0-9]+\.[0-9]+$")
        self.assertRegex(report["tool"]["rules_digest"], "^[0-9a-f]{16}$")
        for article in report["articles"]:
            self.shape(
                article,
                dict.fromkeys(
                    ("id", "path", "outlet", "url", "language", "published", "title"),
                    (TEXT,),
                ),
            )
        articles = {a["id"]: a for a in report["articles"]}
        self.assertEqual(articles["bridge.txt"]["language"], "en")
        self.assertEqual(articles["jisr.txt"]["language"], "ar")
        self.assertEqual(articles["jisr.txt"]["outlet"], "الميناء")
        self.assertEqual(
            articles["bridge.txt"]["title"], "Harbour bridge over budget"
        )
        for claim in report["claims"]:
            self.check_claim(claim)
        ids = [c["id"] for c in report["claims"]]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertTrue(report["findings"], "the planted clash is not found")
        for finding in report["findings"]:
            self.check_finding(finding, set(ids))
        coverage = report["coverage"]
        self.assertEqual(
            set(coverage),
            {"figures", "claims", "linked", "compared", "agreeing", "skipped"},
        )
        self.assertEqual(coverage["figures"], len(ids))
        self.assertGreaterEqual(coverage["claims"], coverage["linked"])
        self.assertGreaterEqual(coverage["linked"], coverage["compared"])

    def check_finding(self, finding, ids):
        self.shape(finding, FINDING)
        self.assertRegex(finding["id"], "^f[0-9]+$")
        self.assertRegex(finding["fingerprint"], "^[0-9a-f]{16}$")
        self.assertRegex(finding["rule"], "^compare[.][a-z]+$")
        self.assertIn(
            finding["verdict"],
            {"agree", "compatible", "update", "conflict", "undecided"},
        )
        self.assertIn(finding["level"], {"error", "warning", "note"})
        self.assertIn(finding["severity"], {"high", "medium", "low", "none"})
        self.assertIn(finding["state"], {"new", "known", "dismissed"})
        self.assertEqual(set(finding["gap"]), {"ratio", "absolute", "unit"})
        self.assertLessEqual(set(finding["claims"]), ids)
        self.assertGreaterEqual(len(finding["claims"]), 2)
        self.assertTrue(finding["explanation"])

    def test_json_lines_stand_alone(self):
        self.write("late.txt", "The Calder bridge cost $9.1 million to build.\n")
        run = self.crosscheck("check", ".", "--format", "jsonl")
        lines = run.lines()
        self.assertTrue(lines)
        for finding in lines:
            for claim in finding["claims"]:
                self.check_claim(claim)

    def test_a_saved_run_renders_as_if_it_were_new(self):
        for format in ("text", "json", "jsonl", "html"):
            # A page shows the articles: a run saved for one keeps their texts.
            texts = ("--texts",) if format == "html" else ()
            saved = ("--report", "json=run.json", *texts)
            first = self.crosscheck("check", ".", "--format", format, *saved)
            again = self.crosscheck("report", "run.json", "--format", format)
            self.assertExit(again, 0)
            self.assertEqual(first.out, again.out, format)

    def test_pairs(self):
        self.write(
            "pairs.jsonl",
            json.dumps(
                {
                    "id": "p1",
                    "a": "The blast killed 12 people in Marsa.",
                    "b": "The blast killed 21 people in Marsa.",
                }
            )
            + "\n"
            + json.dumps(
                {
                    "id": "p2",
                    "a": "The blast killed 12 people in Marsa.",
                    "b": "Twelve people died in the blast in Marsa.",
                    "lang": "en",
                    "published_a": "2025-03-01",
                    "published_b": "2025-03-02",
                }
            )
            + "\n"
            + json.dumps(
                {
                    "id": "p3",
                    "a": "The blast killed 12 people in Marsa.",
                    "b": "A ticket to the opera costs 40 euros.",
                }
            )
            + "\n",
        )
        run = self.crosscheck("compare", "pairs.jsonl")
        self.assertExit(run, 0)
        lines = run.lines()
        self.assertEqual([p["id"] for p in lines], ["p1", "p2", "p3"])
        self.assertEqual(
            [p["label"] for p in lines],
            ["contradiction", "consistent", "unrelated"],
        )
        self.assertEqual(
            [p["verdict"] for p in lines], ["conflict", "agree", None]
        )
        for pair in lines:
            self.assertEqual(
                set(pair),
                {"id", "label", "verdict", "explanation", "claims_a", "claims_b"},
            )
            for claim in pair["claims_a"] + pair["claims_b"]:
                self.check_claim(claim)


EXPECTED = {
    "article": "bridge.txt",
    "outlet": "The Ledger",
    "published": "2025-03-03",
    "quote": "$5.60 million",
    "begin_byte": ENGLISH.index("$5.60"),
    "end_byte": ENGLISH.index("$5.60") + len("$5.60 million"),
    "line": 3,
    "column": 24,
    "kind": "money",
    "value": "5600000",
    "low": "5595000",
    "high": "5605000",
    "low_included": True,
    "high_included": False,
    "unit": "USD",
    "modality": "exact",
    "negated": False,
}

if __name__ == "__main__":
    program.main()
