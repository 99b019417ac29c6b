#!/usr/bin/env python3
"""The owner's five articles in ../shared/seeds come out as labelled: what an
editor must see, what only as a note, and nothing else."""

import re
import sys

sys.path.insert(0, "tests/support")
import program


class Seeds(program.Case):
    def setUp(self):
        super().setUp()
        self.gold = program.shared("gold", "seeds")
        self.articles = program.shared("seeds")
        if self.gold is None or self.articles is None:
            self.skipTest("../shared/seeds is not here")

        run = self.crosscheck("eval", "seeds", self.gold, self.articles)
        self.assertExit(run, 0)
        self.table = run.out

    def test_what_is_flagged(self):
        verdicts = {
            (flag, issue): verdict
            for issue, flag, verdict in re.findall(
                r"(?m)^(\w+) +(must_flag|note) +\d+ +(\S+)", self.table
            )
        }
        for issue in ("deepseek_founding", "price_war", "stargate"):
            self.assertEqual(verdicts["must_flag", issue], "conflict", issue)
        self.assertEqual(verdicts["note", "training_cost"], "compatible")
        self.assertRegex(self.table, r"must not flag: 0 of \d+ pairs flagged")

    def test_what_is_read(self):
        rows = re.findall(r"(?m)^must \w+ +(\d+) +(\d+) +(\d+) ", self.table)
        places, read, right = (sum(map(int, column)) for column in zip(*rows))
        self.assertGreaterEqual(read, 0.97 * places)
        self.assertGreaterEqual(right, 0.92 * places)
        trap = re.search(r"(?m)^must_not \S+ +\d+ +(\d+) ", self.table)
        self.assertEqual(trap[1], "0")


if __name__ == "__main__":
    program.main()
