#!/usr/bin/env python3
"""How the program stands beside `wc -w`, and beside itself, on this machine.

    tests/bench/ratios.py [--binary PATH] [--megabytes N] [--rounds N]

Prints a line a figure, "name value unit", medians of five runs taken in turns,
so that a busy machine slows both sides of a ratio alike:

    wc_of_extract_en   how many times as long as `wc -w` one core takes to
                       extract the same bytes (JSON Lines, English); also _ar,
                       and _calm, a text without any figure
    one_core_of_two    one core's time over two cores' time
    check_of_extract   a whole check, JSON and all, over extract
    start_version      milliseconds beyond `true`; start_check: a check of one
                       article of 3 kB
    memory_extract     peak of ten times the input over that of the input
    memory_check       bytes of peak memory a figure kept

The corpora are those of $CROSSCHECK_SHARED (else ../shared, /work/shared).
"""

import argparse
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}


def corpus(language):
    here = os.path.dirname(os.path.abspath(__file__))
    for folder in (
        os.environ.get("CROSSCHECK_SHARED", ""),
        os.path.join(here, "../../../shared"),
        "/work/shared",
    ):
        path = os.path.join(folder, f"corpora/news_{language}.jsonl.gz")
        if folder and os.path.exists(path):
            return path
    sys.exit(f"ratios: no corpus of {language}; set CROSSCHECK_SHARED")


def write_sample(path, language, size):
    """The first lines of a corpus, over again with other ids until `size`."""
    with gzip.open(corpus(language), "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    written = 0
    with open(path, "w", encoding="utf-8") as out:
        for lap in range(1000):
            for record in records:
                if lap > 0:
                    record = dict(record, id=f"{record['id']}/{lap}")
                line = json.dumps(record, ensure_ascii=False) + "\n"
                out.write(line)
                written += len(line.encode())
                if written >= size:
                    return


def write_calm(path, size):
    paragraph = (
        "The harbour lay still under the grey morning, and whoever walked by "
        "the water spoke of boats, of the weather and of people long gone. "
        "Nobody hurried; the old ferry kept to its mooring, as it had since "
        "the storm, and gulls settled along the rail. "
    )
    line = json.dumps({"title": "A calm day", "text": paragraph * 12}) + "\n"
    with open(path, "w", encoding="utf-8") as out:
        out.write(line * (size // len(line) + 1))


def run(command):
    """Seconds of one run, and the peak of memory in kB where it has --stats.

    What the kernel tells of a child's peak is never less than that of this
    interpreter, so the program is asked.
    """
    begin = time.perf_counter()
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        check=False,
    )
    seconds = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        sys.exit(f"ratios: {' '.join(command)}: ended with {done.returncode}")
    peak = re.search(rb"peak of memory: ([0-9.]+) MB", done.stderr)
    return seconds, float(peak.group(1)) * 1e3 if peak else 0


def medians(commands, rounds):
    """The median time of each command, the commands run in turns."""
    times = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(run(command)[0])
    return {name: statistics.median(taken) for name, taken in times.items()}


def say(name, value, unit):
    print(f"{name:<22}{value:>10.3f} {unit}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--binary", default=".bazel/bin/checker/cli/crosscheck")
    parser.add_argument("--megabytes", type=float, default=16)
    parser.add_argument("--rounds", type=int, default=5)
    flags = parser.parse_args()
    binary = os.path.abspath(flags.binary)
    size = int(flags.megabytes * 1e6)
    one = ["taskset", "-c", "0"]
    with tempfile.TemporaryDirectory() as folder:
        samples = {name: f"{folder}/{name}.jsonl" for name in ("en", "ar", "calm")}
        write_sample(samples["en"], "en", size)
        write_sample(samples["ar"], "ar", size)
        write_calm(samples["calm"], size)
        for name, path in samples.items():
            times = medians(
                {
                    "wc": [*one, "wc", "-w", path],
                    "extract": [*one, binary, "extract", "-j1", path],
                },
                flags.rounds,
            )
            say(f"speed_extract_{name}", os.path.getsize(path) / times["extract"] / 1e6, "MB/s")
            say(f"wc_of_extract_{name}", times["extract"] / times["wc"], "x")
        times = medians(
            {
                "one": [binary, "extract", "-j1", samples["en"]],
                "two": [binary, "extract", "-j2", samples["en"]],
                "check": [
                    *[binary, "check", "-j1", samples["en"], "--format", "json"],
                    *["--fail-on", "never"],
                ],
            },
            flags.rounds,
        )
        say("one_core_of_two", times["one"] / times["two"], "x")
        say("check_of_extract", times["check"] / times["one"], "x")

        small = f"{folder}/small.txt"
        with open(small, "w", encoding="utf-8") as out:
            out.write("The harbour spent $5 million on it in March. " * 3)
            out.write("A calm day went by, and nobody counted. " * 72)
        times = medians(
            {
                "true": ["true"],
                "version": [binary, "--version"],
                "check": [binary, "check", small],
            },
            4 * flags.rounds + 1,
        )
        say("start_version", 1000 * (times["version"] - times["true"]), "ms")
        say("start_check", 1000 * (times["check"] - times["true"]), "ms")

        ten = f"{folder}/ten.jsonl"
        write_sample(ten, "en", 10 * size)
        _, little = run([binary, "extract", "-j2", "--stats", samples["en"]])
        _, much = run([binary, "extract", "-j2", "--stats", ten])
        say("memory_extract", much / little, "x")
        _, peak = run([binary, "check", "--stats", "--fail-on", "never", samples["en"]])
        figures = int(
            subprocess.run(
                [binary, "extract", samples["en"]], stdout=subprocess.PIPE
            ).stdout.count(b"\n")
        )
        say("memory_check", 1000 * peak / figures, "bytes")


if __name__ == "__main__":
    main()
