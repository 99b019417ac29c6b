#!/usr/bin/env python3
"""The files under examples/ci and .pre-commit-hooks.yaml do what they say:
their commands are run, word for word, in a scratch git repository with a
published main and a branch."""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

sys.path.insert(0, "tests/support")
sys.path.insert(0, "tests/gate")
import program
from newsroom import Newsroom, article, draft, main


def github_runs(text):
    """{(job, step name): script} of a workflow."""
    out, job, name = {}, None, None
    lines = text.splitlines()
    for i, line in enumerate(lines):
        if match := re.fullmatch(r"  (\w+):", line):
            job = match[1]
        if match := re.fullmatch(r"      - name: (.*)", line):
            name = match[1]
        if line == "        run: |":
            script = []
            for below in lines[i + 1:]:
                if below and not below.startswith(" " * 10):
                    break
                script.append(below[10:])
            out[job, name] = "\n".join(script)
    return out


def gitlab_scripts(text):
    """{job: script lines} of a GitLab file."""
    out, job, in_script = {}, None, False
    for line in text.splitlines():
        if match := re.fullmatch(r"(\S.*):", line):
            job = match[1]
        if re.match(r"  \S", line):
            in_script = line == "  script:"
        elif in_script and line.startswith("    - "):
            out.setdefault(job, []).append(line[6:])
    return out


class Examples(Newsroom):
    def setUp(self):
        super().setUp()
        # crosscheck on the PATH, and a remote called origin.
        os.mkdir(self.path(".bin"))
        os.symlink(program.BINARY, self.path(".bin", "crosscheck"))
        self.write(".gitignore", ".bin\n*.db*\n*.sarif\n*.html\n*.xml\n"
                   "gl-*\nsummary.md\n.published\n")
        self.commit("ignore")
        self.git("clone", "-q", "--bare", ".", ".bin/origin.git")
        self.git("remote", "add", "origin", self.path(".bin/origin.git"))
        self.git("fetch", "-q", "origin")
        self.git("checkout", "-q", "-b", "branch")

    def sh(self, script, exit=0, **environment):
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script], cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={"PATH": self.path(".bin") + ":/usr/bin:/bin",
                 "HOME": self.folder, "LC_ALL": "C.UTF-8", **environment})
        out = done.stdout.decode()
        self.assertEqual(done.returncode, exit, out)
        return out

    def example(self, name):
        with open(program.project(name), encoding="utf-8") as file:
            return file.read()

    def test_github(self):
        runs = github_runs(self.example("examples/ci/github-workflow.yml"))
        gate = [script for (job, _), script in runs.items() if job == "gate"]
        index = [script for (job, _), script in runs.items() if job == "index"]
        self.assertEqual((len(gate), len(index)), (2, 1))
        environment = {"GITHUB_BASE_REF": "main",
                       "GITHUB_STEP_SUMMARY": self.path("summary.md")}
        # A branch that says nothing new.
        self.write("articles/new.md", draft(7, 61))
        self.commit("agrees")
        for script in gate:
            self.sh(script, **environment)
        # One that contradicts.
        self.write("articles/new.md", draft(7, 16))
        self.commit("contradicts")
        self.sh(gate[0], **environment)
        out = self.sh(gate[1], exit=1, **environment)
        self.assertIn("::error file=articles/new.md,line=7", out)
        self.assertIn("The Corran Herald", out)
        self.assertIn("new.md", self.read("summary.md"))
        sarif = json.loads(self.read("crosscheck.sarif"))
        (result,) = [r for r in sarif["runs"][0]["results"]
                     if r["level"] == "error"]
        self.assertEqual(
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "articles/new.md")
        self.assertIn("</html>", self.read("crosscheck.html"))
        # Published all the same: the push to main takes it in.
        self.git("checkout", "-q", "main")
        self.git("merge", "-q", "branch")
        self.assertIn("51", self.sh(index[0], **environment))

    def test_gitlab(self):
        jobs = gitlab_scripts(self.example("examples/ci/gitlab-ci.yml"))
        self.assertEqual(set(jobs), {"crosscheck gate", "crosscheck index"})
        environment = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
        self.write("articles/new.md", draft(7, 16))
        self.commit("contradicts")
        self.sh("\n".join(jobs["crosscheck gate"]), exit=1, **environment)
        quality = json.loads(self.read("gl-code-quality-report.json"))
        self.assertEqual(quality[0]["location"]["path"], "articles/new.md")
        cases = tree.parse(self.path("crosscheck.xml")).getroot()
        self.assertEqual(len(cases.findall(".//failure")), 1)
        self.write("articles/new.md", draft(7, 61))
        self.commit("agrees")
        self.sh("\n".join(jobs["crosscheck gate"]), **environment)
        self.sh("\n".join(jobs["crosscheck index"]), **environment)

    def test_pre_commit(self):
        text = self.example(".pre-commit-hooks.yaml")
        entry = re.search(r"^  entry: (.*)$", text, re.M)[1]
        for line in ("language: system", "pass_filenames: true",
                     "require_serial: true", "id: crosscheck"):
            self.assertIn(line, text)
        # As pre-commit runs it: entry, the newsroom's args, the staged files.
        command = f"{entry} --against articles articles/07.md articles/new.md"
        self.write("articles/new.md", draft(7, 16))
        self.write("articles/07.md", article(7, more="\nIt rained.\n"))
        self.git("add", "-A")
        self.assertIn("$16 million", self.sh(command, exit=1))
        self.write("articles/new.md", draft(7, 61))
        self.git("add", "-A")
        self.sh(command)


if __name__ == "__main__":
    main()
