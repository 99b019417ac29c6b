#!/usr/bin/env python3
"""What linking and comparing cost beside reading, by number of articles.

    tests/bench/link_growth.py [--binary PATH] [--articles 1000,2000,4000,0]

The articles are those of the corpora in ../shared, both languages, in an order
drawn with a fixed seed; 0 is all of them. One thread; seconds are those of
`check --stats`, the least of three runs. The last line is the exponent of
linking and comparing over articles: 1 where cost grows as the archive does.
"""

import argparse
import gzip
import os
import random
import re
import subprocess
import tempfile

import growth
import ratios

STEP = re.compile(r"^  (text|quantity|claim|link|compare) +([\d.]+)", re.M)


def steps(binary, path):
    said = subprocess.run(
        [binary, "check", "--jobs", "1", "--stats", "--format", "json", path,
         "-o", os.devnull], stderr=subprocess.PIPE, text=True).stderr
    seconds = {name: float(value) for name, value in STEP.findall(said)}
    return (sum(seconds[s] for s in ("text", "quantity", "claim")),
            sum(seconds[s] for s in ("link", "compare")))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=".bazel/bin/checker/cli/crosscheck")
    parser.add_argument("--articles", default="1000,2000,4000,0")
    flags = parser.parse_args()
    articles = []
    for language in ("en", "ar"):
        with gzip.open(ratios.corpus(language), "rt") as lines:
            articles += lines.read().splitlines()
    random.Random(5).shuffle(articles)
    points = []
    print(f"{'articles':>9}{'reading s':>11}{'linking s':>11}{'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        for count in map(int, flags.articles.split(",")):
            part = articles[:count or None]
            with open(path, "w") as out:
                out.write("\n".join(part) + "\n")
            reading, linking = min((steps(flags.binary, path)
                                    for _ in range(3)), key=sum)
            points.append((len(part), linking))
            print(f"{len(part):>9}{reading:>11.2f}{linking:>11.2f}"
                  f"{linking / reading:>7.2f}", flush=True)
    print(f"exponent {growth.fit(points):.2f}")


if __name__ == "__main__":
    main()
