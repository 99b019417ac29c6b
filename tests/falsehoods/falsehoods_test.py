#!/usr/bin/env python3
"""Every sentence of FALSEHOODS.md reads as it says there."""

import sys

sys.path.insert(0, "tests/support")
import program


def cases():
    """(line number, text, what it must give) of the indented lines."""
    with open(program.project("FALSEHOODS.md"), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("    ") and " => " in line:
                text, _, wanted = line.strip().rpartition(" => ")
                yield number, text, wanted


def shown(claim):
    value = claim["value"] or f"{claim['low']}/{claim['high']}"
    modality = "" if claim["modality"] == "exact" else claim["modality"]
    return " ".join(part for part in (modality, value, claim["unit"]) if part)


class Falsehoods(program.Case):
    def test_there_are_some(self):
        self.assertGreater(len(list(cases())), 20)

    def test_figures(self):
        for number, text, wanted in cases():
            if " / " in text:
                continue
            with self.subTest(line=number, text=text):
                run = self.crosscheck(
                    "extract", "-", "--published", "2025-01-28", stdin=text
                )
                self.assertEqual(" ; ".join(map(shown, run.lines())), wanted)

    def test_statements(self):
        for number, text, wanted in cases():
            if " / " not in text:
                continue
            with self.subTest(line=number, text=text):
                a, b = text.split(" / ")
                run = self.crosscheck("compare", "--a", a, "--b", b)
                self.assertEqual(run.json()["label"], wanted)


if __name__ == "__main__":
    program.main()
