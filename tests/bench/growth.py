#!/usr/bin/env python3
"""Time and memory against the size of the input, as a table.

    tests/bench/growth.py [--binary PATH] [--megabytes 1,10,100,1000]
                          [--command extract|check]

Each size is the first lines of the English corpus, over again with other ids
until they are as many bytes. The last line is the exponent of time over bytes,
fitted over the sizes from 10 MB on (a smaller run is mostly start): 1 where
cost grows as the input does. Seconds are the processor's, which a busy machine
stretches least. Needs room for the largest size in $TMPDIR.
"""

import argparse
import math
import os
import tempfile

import ratios


def fit(points):
    """The slope of log(seconds) over log(bytes)."""
    logs = [(math.log(size), math.log(seconds)) for size, seconds in points]
    x = sum(a for a, _ in logs) / len(logs)
    y = sum(b for _, b in logs) / len(logs)
    over = sum((a - x) ** 2 for a, _ in logs)
    return sum((a - x) * (b - y) for a, b in logs) / over


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=".bazel/bin/checker/cli/crosscheck")
    parser.add_argument("--megabytes", default="1,10,100,1000")
    parser.add_argument("--command", default="extract", choices=["extract", "check"])
    flags = parser.parse_args()
    binary = os.path.abspath(flags.binary)
    points = []
    print(f"{'bytes':>12}{'seconds':>10}{'MB/s':>8}{'peak MB':>9}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sample.jsonl")
        for megabytes in flags.megabytes.split(","):
            ratios.write_sample(path, "en", int(float(megabytes) * 1e6))
            size = os.path.getsize(path)
            command = [binary, flags.command, "-j1", "--stats", path]
            if flags.command == "check":
                command += ["--format", "json", "--fail-on", "never"]
            before = os.times()
            _, peak = ratios.run(command)
            after = os.times()
            seconds = (
                after.children_user
                + after.children_system
                - before.children_user
                - before.children_system
            )
            points.append((size, seconds))
            print(
                f"{size:>12}{seconds:>10.3f}{size / seconds / 1e6:>8.1f}"
                f"{peak / 1e3:>9.1f}",
                flush=True,
            )
    large = [point for point in points if point[0] >= 9e6]
    if len(large) > 1:
        print(f"exponent {fit(large):.3f}")


if __name__ == "__main__":
    main()
