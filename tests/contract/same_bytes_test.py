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


def articles():
    """A small world of ferries, bridges and fires that clash here and there."""
    rng = random.Random(20250128)
    places = ["Calder", "Marsa", "Ostrel", "Venby", "Tarim", "Lund"]
    for n in range(60):
        place = places[n % len(places)]
        cost = rng.choice([40, 45, 90])
        dead = rng.choice([12, 12, 21])
        yield f"a{n:02}.txt", (
            f"{place} ferry opens\n\nThe {place} ferry cost ${cost} million to"
            f" build, the port authority said on 3 March 2025. A fire on the"
            f" {place} ferry killed {dead} people in 2024.\n"
        )


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

    def prints(self, *paths):
        run = self.crosscheck("check", *paths, "--format", "json")
        return sorted(f["fingerprint"] for f in run.json()["findings"])

    def test_fingerprints_outlive_moves_and_added_lines(self):
        before = self.prints("news")
        self.assertTrue(before)
        self.assertEqual(len(before), len(set(before)), "two share one")
        # Moved elsewhere.
        shutil.copytree(self.path("news"), self.path("archive/2025"))
        self.assertEqual(before, self.prints("archive/2025"))
        # Blank lines and a paragraph without a figure before the claims.
        for name in self.names:
            text = self.read(name)
            title, _, body = text.partition("\n\n")
            self.write(
                name, f"{title}\n\n\nIt was a calm day by the water.\n\n{body}"
            )
        self.assertEqual(before, self.prints("news"))

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
