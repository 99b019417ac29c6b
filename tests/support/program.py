"""Runs the real crosscheck as a newsroom would, for tests written in Python.

A test file is a program: it imports this one, holds unittest cases and ends
with `program.main()`. Bazel runs it as a sh_test; by hand, from the root of
the project, `python3 tests/contract/exit_codes_test.py` tests the binary under
`.bazel/bin` (or $CROSSCHECK).

    class Exits(program.Case):
        def test_clean(self):
            self.write("a.txt", "Nothing happened.\\n")
            run = self.crosscheck("check", "a.txt")
            self.assertEqual(run.exit, 0)

Each case works in an empty folder of its own, with an environment that holds
nothing of the caller's.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import traceback
import unittest
import xml.etree.ElementTree as tree

ROOT = os.getcwd()  # of the project, or of Bazel's copy of what a test needs


def _find_binary():
    for path in (
        os.environ.get("CROSSCHECK", ""),
        "checker/cli/crosscheck",
        ".bazel/bin/checker/cli/crosscheck",
    ):
        if path and os.path.isfile(path) and os.access(path, os.X_OK):
            return os.path.abspath(path)
    sys.exit("no crosscheck here; bazel build //checker/cli:crosscheck first")


BINARY = _find_binary()

# Sanitizers slow the program down some ten times; limits of time are not
# meant for them.
SANITIZED = b"__asan_init" in open(BINARY, "rb").read()


def project(*parts):
    """A file of the project: project("examples")."""
    return os.path.join(ROOT, *parts)


def shared(*parts):
    """A file of ../shared, or None where there is none on this machine."""
    for start in (ROOT, os.environ.get("CROSSCHECK_SHARED", "/work/shared")):
        folder = start
        if start == ROOT:
            folder = os.path.join(os.path.dirname(ROOT), "shared")
        path = os.path.join(folder, *parts)
        if os.path.exists(path):
            return path
    return None


def _cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Run:
    """What one run of the program left."""

    def __init__(self, done, seconds):
        self.exit = done.returncode
        self.out_bytes = done.stdout
        self.out = done.stdout.decode("utf-8")  # all we print is UTF-8
        self.err = done.stderr.decode("utf-8")
        self.seconds = seconds  # of processors, so that a busy machine is fair

    def json(self):
        return json.loads(self.out)

    def lines(self):
        """The results as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


class Case(unittest.TestCase):
    maxDiff = 4000

    def setUp(self):
        self.folder = tempfile.mkdtemp(dir=os.environ.get("TEST_TMPDIR"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, content):
        """Writes a file (text or bytes) below the case's folder."""
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def crosscheck(self, *arguments, stdin=b"", env=None, cwd=None):
        """Runs the program in the case's folder. A crash fails the test."""
        environment = {
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "HOME": self.folder,
            # Leaks matter little in a program that ends; errors do.
            "ASAN_OPTIONS": "detect_leaks=0:abort_on_error=1",
            "UBSAN_OPTIONS": "halt_on_error=1:abort_on_error=1:"
            "print_stacktrace=1",
        }
        environment.update(env or {})
        begin = _cpu_seconds()
        done = subprocess.run(
            [BINARY, *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            cwd=cwd or self.folder,
            timeout=600,
        )
        run = Run(done, _cpu_seconds() - begin)
        if run.exit < 0 or run.exit > 2:
            self.fail(
                f"crosscheck {' '.join(arguments)}: ended with {run.exit}\n"
                + run.err[-4000:]
            )
        return run

    def assertExit(self, run, exit):
        self.assertEqual(run.exit, exit, "\nstderr: " + run.err[-2000:])

    def assertComplains(self, run, *words):
        """Every word stands in one line of standard error together."""
        for line in run.err.splitlines():
            if all(word in line for word in words):
                return
        self.fail(f"no line of standard error holds {words}:\n{run.err}")


class _Result(unittest.TextTestResult):
    """Keeps what Bazel wants to read: a testcase for each case."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.suite = tree.Element("testsuite", name=os.path.basename(sys.argv[0]))

    def _case(self, test):
        name = test.id().removeprefix("__main__.").removeprefix("program.")
        return tree.SubElement(
            self.suite,
            "testcase",
            name=name.rpartition(".")[2],
            classname=name.rpartition(".")[0],
            status="run",
        )

    def addSuccess(self, test):
        super().addSuccess(test)
        self._case(test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._case(test).set("status", "notrun")

    def _failure(self, test, error):
        failure = tree.SubElement(self._case(test), "failure", message="failed")
        failure.text = _printable("".join(traceback.format_exception(*error)))

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self._failure(test, error)

    def addError(self, test, error):
        super().addError(test, error)
        self._failure(test, error)


def _printable(text):
    return "".join(c if c.isprintable() or c == "\n" else "?" for c in text)


def main():
    runner = unittest.TextTestRunner(
        stream=sys.stdout, verbosity=2, resultclass=_Result
    )
    suite = unittest.defaultTestLoader.loadTestsFromModule(
        sys.modules["__main__"]
    )
    result = runner.run(suite)
    target = os.environ.get("XML_OUTPUT_FILE")
    if target:
        tree.ElementTree(result.suite).write(target, encoding="utf-8")
    sys.exit(0 if result.wasSuccessful() else 1)
