"""A small invented newsroom for the tests of index and gate: fifty published
articles, each on a project of its own, and a git repository to keep them in.

Every article names a project nobody else names, with a cost and a length, so
that a draft can be made to contradict exactly one of them.
"""

import os
import subprocess
import sys

sys.path.insert(0, "tests/support")
import program

PLACES = (
    "Calder", "Marsa", "Oakhaven", "Tidewater", "Brenmoor", "Ashcombe",
    "Valdrin", "Corran", "Elmstead", "Farrowby", "Gullmere", "Hexwold",
    "Ibbotson", "Jarrowick", "Kelsall", "Lundgate", "Nethercot", "Ormsby",
    "Pellview", "Quarrel", "Ravensgill", "Sandiford", "Thornbury", "Ulverset",
    "Wexcombe", "Yarnton", "Zealby", "Abermoss", "Birkwell", "Cragfoot",
    "Dunmarsh", "Eastlow", "Fenwick", "Gorsehill", "Holmpatch", "Inkberrow",
    "Jessop", "Kirkdale", "Langsett", "Mossthwaite", "Northgrove", "Otterburn",
    "Pikelaw", "Rosskeen", "Silverdyke", "Tarnhow", "Underbank", "Vickerstow",
    "Whinfell", "Yewbarrow",
)
KINDS = ("ferry", "bridge", "tramway", "reservoir", "airport")


def project(i):
    return f"{PLACES[i]} {KINDS[i % 5]}"


def article(i, cost=None, more=""):
    """The article on project i, Markdown with front matter."""
    cost = cost or 40 + 3 * i
    place = PLACES[i]
    return (
        "---\n"
        f"title: {project(i)} opens\n"
        f"outlet: The {place} Herald\n"
        "date: 2025-03-03\n"
        "lang: en\n"
        "---\n"
        f"The {project(i)} opened on Monday.\n\n"
        f"The {project(i)} cost ${cost} million to build, the {place} council"
        " said.\n\n"
        f"Mayor {place}son thanked the builders of the {project(i)}.\n" + more
    )


def draft(i, cost):
    """Another outlet on project i."""
    return (
        "---\n"
        f"title: What the {project(i)} cost\n"
        "outlet: The Plain Ledger\n"
        "date: 2025-03-05\n"
        "lang: en\n"
        "---\n"
        f"The {project(i)} cost ${cost} million to build, the"
        f" {PLACES[i]} council said.\n\n"
        "Readers wrote in.\n"
    )


class Newsroom(program.Case):
    """Fifty articles under articles/, in git, on branch main."""

    def setUp(self):
        super().setUp()
        for i in range(50):
            self.write(f"articles/{i:02}.md", article(i))
        self.git("init", "-q", "-b", "main")
        self.commit("fifty articles")

    def git(self, *arguments):
        done = subprocess.run(
            ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org",
             "-c", "commit.gpgsign=false", *arguments],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"PATH": os.environ.get("PATH", "/usr/bin:/bin"),
                 "HOME": self.folder, "GIT_CONFIG_NOSYSTEM": "1"},
        )
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        return done.stdout.decode()

    def commit(self, message):
        self.git("add", "-A", "--", ":!*.db*", ":!*.json")
        self.git("commit", "-q", "-m", message)

    def index(self, *arguments):
        run = self.crosscheck("index", "articles", "--ledger", "archive.db",
                              *arguments)
        self.assertExit(run, 0)
        return run

    def gate(self, *arguments, exit):
        """A gate's run as JSON; its exit code must be as said."""
        run = self.crosscheck("gate", *arguments, "--format", "json")
        self.assertExit(run, exit)
        return run.json()

    def states(self, run):
        """(state, level, articles) of each finding that is told."""
        claims = {claim["id"]: claim for claim in run["claims"]}
        return sorted(
            (f["state"], f["level"],
             tuple(sorted({claims[c]["article"] for c in f["claims"]})))
            for f in run["findings"]
            if f["verdict"] == "conflict"
        )


def main():
    program.main()
