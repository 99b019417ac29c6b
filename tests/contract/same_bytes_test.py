#!/usr/bin/env python3
"""Same input, same bytes: runs, threads, the order of arguments.

And what a fingerprint hangs on: what is claimed and where it was published,
never lines, paths or the order of a run.
"""

import json
import random
import shutil
import sys

sys.path.insert(0, "tests/support")
import program


STORIES = (
    "The {place} ferry cost ${cost} million to build, the port authority said."
    " A fire in its engine room killed {dead} sailors.",
    "The {place} bridge cost ${cost} million to repair, engineers said. The"
    " collapse of its northern arch killed {dead} drivers.",
    "The {place} tunnel cost ${cost} million to dig, its contractor said. A"
    " flood of groundwater killed {dead} miners.",
    "The {place} stadium cost ${cost} million to roof, the club said. A"
    " falling crane killed {dead} builders.",
    "The {place} observatory cost ${cost} million to equip, astronomers said."
    " An avalanche on its mountain road killed {dead} climbers.",
    "The {place} reservoir cost ${cost} million to line, hydrologists said. A"
    " dam burst killed {dead} villagers downstream.",
)
PLACES = ("Calder", "Marsa", "Ostrel", "Venby", "Tarim", "Lund", "Ashgrove")


def articles():
    """A small world where outlets clash here and there."""
    rng = random.Random(20250128)
    for n in range(84):
        story = n % 42  # two outlets on each
        text = STORIES[story % len(STORIES)].format(
            place=PLACES[story // len(STORIES)],
            cost=rng.choice([40, 45, 90]),
            dead=rng.choice([12, 12, 21]),
        )
        yield f"a{n:02}.txt", text + "\n"


class SameBytes(program.Case):
    def setUp(self):
        super().setUp()
        self.sources = {}
        self.names = []
        for n, (name, text) in enumerate(articles()):
            self.write("news/" + name, text)
            self.names.append("news/" + name)
            self.sources[name] = {
                "outlet": f"Outlet {n % 7}",
                "published": f"2025-03-{n % 20 + 1:02}",
            }
        self.write("news/sources.json", json.dumps({"articles": self.sources}))

    def test_runs_threads_and_the_order_of_arguments(self):
        for format in ("json", "jsonl", "text", "html"):
            first = self.crosscheck("check", "news", "--format", format)
            self.assertExit(first, 1)
            self.assertGreater(len(first.out), 500)
            self.assertEqual(
                first.out,
                self.crosscheck("check", "news", "--format", format).out,
            )
            for jobs in ("1", "2", "3", "16"):
                run = self.crosscheck(
                    "check", "news", "--format", format, "--jobs", jobs
                )
                self.assertEqual(first.out, run.out, f"{format}, {jobs} jobs")
            names = list(self.names)
            rng = random.Random(7)
            for _ in range(3):
                rng.shuffle(names)
                run = self.crosscheck("check", *names, "--format", format)
                self.assertEqual(first.out, run.out, f"{format}, shuffled")

    def test_extract_keeps_the_order_of_reading(self):
        first = self.crosscheck("extract", "news")
        for jobs in ("1", "2", "5"):
            run = self.crosscheck("extract", "news", "--jobs", jobs)
            self.assertEqual(first.out, run.out)

    def test_of_two_articles_with_one_id_the_same_is_kept(self):
        for name, cost in (("x.jsonl", 5), ("y.jsonl", 6)):
            self.write(
                name,
                json.dumps({"id": "same", "text": f"It cost ${cost} million."}),
            )
        one = self.crosscheck("check", "x.jsonl", "y.jsonl", "--format", "json")
        two = self.crosscheck("check", "y.jsonl", "x.jsonl", "--format", "json")
        self.assertEqual(one.out, two.out)
        self.assertExit(one, 2)

    def test_nothing_of_the_machine_is_in_the_result(self):
        first = self.crosscheck("check", "news", "--format", "json")
        other = self.crosscheck(
            "check",
            "news",
            "--format",
            "json",
            env={"LC_ALL": "C", "LANG": "ar_EG.UTF-8", "TZ": "Asia/Tokyo"},
        )
        self.assertEqual(first.out, other.out)

    def findings(self, *paths):
        """Fingerprints by what their figures are."""
        run = self.crosscheck("check", *paths, "--format", "json").json()
        claims = {c["id"]: (c["article"], c["quote"]) for c in run["claims"]}
        return {
            frozenset(claims[c] for c in f["claims"]): f["fingerprint"]
            for f in run["findings"]
        }

    def prints(self, *paths):
        return sorted(self.findings(*paths).values())

    def test_fingerprints_outlive_moves_and_added_lines(self):
        before = self.findings("news")
        prints = sorted(before.values())
        self.assertTrue(before)
        self.assertEqual(len(prints), len(set(prints)), "two share one")
        # Moved elsewhere.
        shutil.copytree(self.path("news"), self.path("archive/2025"))
        self.assertEqual(before, self.findings("archive/2025"))
        # Other lines and bytes.
        for name in self.names:
            self.write(name, "\n\n\n" + self.read(name))
        self.assertEqual(before, self.findings("news"))
        # More words may make more linked; what is linked as before is the same.
        for name in self.names:
            self.write(name, self.read(name) + "\nIt was a calm day.\n")
        after = self.findings("news")
        both = before.keys() & after.keys()
        self.assertTrue(both)
        for figures in both:
            self.assertEqual(before[figures], after[figures])

    def test_a_changed_value_is_a_new_fingerprint(self):
        before = set(self.prints("news"))
        name = self.names[0]
        text = self.read(name)
        changed = text.replace("$40", "$41").replace("$45", "$41")
        changed = changed.replace("$90", "$41")
        self.assertNotEqual(text, changed)
        self.write(name, changed)
        self.assertNotEqual(before, set(self.prints("news")))


if __name__ == "__main__":
    program.main()
