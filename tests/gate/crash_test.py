#!/usr/bin/env python3
"""A ledger survives: `index` killed at any moment, a full disk, a file that
cannot be written, two writers at once.

CROSSCHECK_KILLS says how often to kill (20 here; 200 by hand). The seed of the
moments is printed; CROSSCHECK_SEED repeats a run.
"""

import contextlib
import hashlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

sys.path.insert(0, "tests/support")
import program

KILLS = int(os.environ.get("CROSSCHECK_KILLS", "20"))
PLACES = ("Calder", "Marsa", "Oakhaven", "Tidewater", "Brenmoor", "Ashcombe")
THINGS = ("ferry", "bridge", "tramway", "reservoir", "airport", "stadium")


def records(count, changed=()):
    """Short articles as JSON Lines; those in `changed` say something else."""
    lines = []
    for i in range(count):
        place, thing = PLACES[i % 6] + str(i % 97), THINGS[i // 6 % 6]
        cost = 7 * i + 40 if i not in changed else 7 * i + 41
        lines.append(json.dumps({
            "id": f"a{i:05}", "outlet": f"Outlet {i % 7}", "lang": "en",
            "published": f"2025-0{i % 9 + 1}-1{i % 9}",
            "title": f"The {place} {thing} opens",
            "text": f"The {place} {thing} cost ${cost} million to build, the"
            f" council said. It is {i % 50 + 3} kilometres long and took"
            f" {i % 6 + 2} years. {i % 30 + 5} people worked on it.\n"}))
    return "\n".join(lines) + "\n"


def content(path):
    """Everything a ledger holds, as one hash."""
    digest = hashlib.sha256()
    with contextlib.closing(
            sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        for (table,) in database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%' ORDER BY name").fetchall():
            for row in database.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def integrity(path):
    with contextlib.closing(sqlite3.connect(path)) as database:
        return database.execute("PRAGMA integrity_check").fetchone()[0]


class Crash(program.Case):
    INDEX = ("index", "a.jsonl", "--ledger", "archive.db", "--batch", "40")

    def start(self):
        return subprocess.Popen(
            [program.BINARY, *self.INDEX], cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def remove(self):
        for suffix in ("", "-wal", "-shm", "-lock"):
            if os.path.exists(self.path("archive.db" + suffix)):
                os.remove(self.path("archive.db" + suffix))

    def test_killed_at_any_moment(self):
        seed = int(os.environ.get("CROSSCHECK_SEED", time.time_ns() % 10**9))
        print(f"seed {seed}, {KILLS} kills", flush=True)
        chance = random.Random(seed)
        before = records(800)
        after = records(800, changed=set(range(0, 800, 3)))
        # In peace: the first version, then the second over it.
        self.write("a.jsonl", before)
        begin = time.monotonic()
        self.assertExit(self.crosscheck(*self.INDEX), 0)
        length = time.monotonic() - begin
        first = content(self.path("archive.db"))
        self.write("a.jsonl", after)
        self.assertExit(self.crosscheck(*self.INDEX), 0)
        second = content(self.path("archive.db"))
        self.remove()
        stopped = 0
        for run in range(KILLS):
            # Half of them over a ledger that is there, to be changed.
            changing = run % 2 == 1
            self.remove()
            self.write("a.jsonl", before)
            if changing:
                self.assertExit(self.crosscheck(*self.INDEX), 0)
                self.write("a.jsonl", after)
            for _ in range(chance.randint(1, 3)):
                process = self.start()
                time.sleep(chance.uniform(0, length))
                if process.poll() is not None:
                    length *= 0.8  # the machine is quicker by now
                process.send_signal(signal.SIGKILL)
                stopped += process.wait() == -signal.SIGKILL
                if os.path.exists(self.path("archive.db")):
                    self.assertEqual(integrity(self.path("archive.db")), "ok")
            self.assertExit(self.crosscheck(*self.INDEX), 0)
            self.assertEqual(integrity(self.path("archive.db")), "ok")
            self.assertEqual(content(self.path("archive.db")),
                             second if changing else first, f"run {run}")
        print(f"{stopped} processes stopped under way", flush=True)
        self.assertGreater(stopped, KILLS // 2)

    def test_a_second_writer_waits_then_names_the_holder(self):
        self.write("a.jsonl", records(50))
        self.assertExit(self.crosscheck(*self.INDEX), 0)
        # Standard input that stays open holds the ledger as long as we like.
        holder = subprocess.Popen(
            [program.BINARY, "index", "-", "--input-format", "jsonl",
             "--ledger", "archive.db"],
            cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                if str(holder.pid) in open(self.path("archive.db-lock")).read():
                    break
                time.sleep(0.05)
            run = self.crosscheck(*self.INDEX, "--wait", "1")
            self.assertExit(run, 2)
            self.assertComplains(run, "archive.db", f"process {holder.pid}",
                                 "crosscheck index")
            # Readers do not wait.
            self.write("draft.txt", "The Calder0 ferry cost $41 million.\n")
            run = self.crosscheck("gate", "draft.txt", "--ledger", "archive.db")
            self.assertLess(run.seconds, 5)
            self.assertNotEqual(run.exit, 2)
            # One that waits long enough goes on.
            waiting = self.start()
            time.sleep(0.5)
            self.assertIsNone(waiting.poll())
        finally:
            holder.stdin.write(records(1).encode())
            holder.stdin.close()
            self.assertEqual(holder.wait(), 0)
        self.assertEqual(waiting.wait(timeout=60), 0)


class SmallDisk(program.Case):
    """A disk of 3 MB of its own; root only."""

    def setUp(self):
        super().setUp()
        os.mkdir(self.path("disk"))
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs",
             self.path("disk")], stderr=subprocess.DEVNULL)
        if done.returncode != 0:
            self.skipTest("no right to mount a small disk")
        self.addCleanup(subprocess.run, ["umount", self.path("disk")])

    def remount(self, option):
        subprocess.run(["mount", "-o", f"remount,{option}", self.path("disk")],
                       check=True)

    def index(self, name):
        return self.crosscheck("index", name, "--ledger", "disk/archive.db",
                               "--batch", "50")

    def count(self):
        run = self.crosscheck("ledger", "stats", "--ledger", "disk/archive.db",
                              "--format", "json")
        self.assertExit(run, 0)
        return run.json()["articles"]

    def test_full(self):
        self.write("few.jsonl", records(50))
        self.assertExit(self.index("few.jsonl"), 0)
        self.write("many.jsonl", records(3000))
        run = self.index("many.jsonl")
        self.assertExit(run, 2)
        self.assertComplains(run, "disk/archive.db", "kept")
        kept = self.count()
        self.assertGreaterEqual(kept, 50)
        self.assertLess(kept, 3000)
        self.remount("size=64m")
        self.assertEqual(integrity(self.path("disk/archive.db")), "ok")
        self.assertExit(self.index("many.jsonl"), 0)
        self.assertEqual(self.count(), 3000)
        for name in ("few.jsonl", "many.jsonl"):
            self.assertExit(self.crosscheck("index", name, "--ledger",
                                            "peace.db", "--batch", "50"), 0)
        self.assertEqual(content(self.path("disk/archive.db")),
                         content(self.path("peace.db")))

    def test_read_only(self):
        self.write("few.jsonl", records(50))
        self.assertExit(self.index("few.jsonl"), 0)
        for suffix in ("-wal", "-shm", "-lock"):
            if os.path.exists(self.path("disk/archive.db" + suffix)):
                os.remove(self.path("disk/archive.db" + suffix))
        self.remount("ro")
        self.write("more.jsonl", records(60))
        run = self.index("more.jsonl")
        self.assertExit(run, 2)
        self.assertComplains(run, "disk/archive.db", "writable")
        # Reading goes on.
        self.assertEqual(self.count(), 50)
        self.write("draft.txt", "The Calder0 ferry cost $41 million.\n")
        run = self.crosscheck("gate", "draft.txt", "--ledger",
                              "disk/archive.db")
        self.assertNotEqual(run.exit, 2)
        self.remount("rw")
        self.assertExit(self.index("more.jsonl"), 0)
        self.assertEqual(self.count(), 60)


if __name__ == "__main__":
    program.main()
