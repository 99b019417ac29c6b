#!/usr/bin/env python3
"""Short stories of two reports each, told as any newsroom tells them: of what is
planted never fewer are found, and nothing else is called a conflict.

stories.txt was written beside the rules, as what they have to do; paraphrased.*
by another hand that knew none of them, and as freely as outlets put things: it
says how far there is to go.

A story is "# name", its articles "@ outlet | day | headline" with their text,
and the labels "! fact verdict". What stands as [fact:words] is a value of that
fact; two articles that differ on a fact labelled conflict contradict each other.
"""

import collections
import json
import os
import re
import sys

sys.path.insert(0, "tests/support")
import program

# Planted conflicts that were found when this was last looked at: never fewer.
FOUND = {
    "stories.txt": 156,
    "paraphrased.en.txt": 8,
    "paraphrased.ar.txt": 4,
    "paraphrased.xl.txt": 6,
}

Value = collections.namedtuple("Value", "fact article begin end")
Story = collections.namedtuple("Story", "name articles values verdicts")


def read_article(text, name):
    """The text without its labels, and the values they mark, in bytes."""
    plain, values, at = "", [], 0
    for mark in re.finditer(r"\[(\w+):([^\]]*)\]", text):
        plain += text[at : mark.start()]
        begin = len(plain.encode())
        plain += mark[2]
        values.append(Value(mark[1], name, begin, len(plain.encode())))
        at = mark.end()
    return plain + text[at:], values


def stories(name):
    path = program.project(f"tests/stories/{name}")
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"(?m)^# ", file.read())[1:]
    for block in blocks:
        name, rest = block.split("\n", 1)
        verdicts = dict(re.findall(r"(?m)^! (\w+) (\w+)", rest))
        rest = re.sub(r"(?m)^! .*\n?", "", rest)
        articles, values = {}, []
        for number, article in enumerate(re.split(r"(?m)^@ ", rest)[1:]):
            head, body = article.split("\n", 1)
            outlet, day, title = head.split(" | ")
            file = f"{number}.txt"
            text, found = read_article(f"{title}\n\n{body.strip()}\n", file)
            articles[file] = ({"outlet": outlet, "published": day}, text)
            values += found
        yield Story(name, articles, values, verdicts)


class Stories(program.Case):
    def conflicts(self, story):
        """The facts of each conflict that is found, with their articles."""
        for file, (_, text) in story.articles.items():
            self.write(f"{story.name}/{file}", text)
        sources = {file: about for file, (about, _) in story.articles.items()}
        self.write(f"{story.name}/sources.json", json.dumps({"articles": sources}))
        run = self.crosscheck(
            "check", story.name, "--format", "json", "--fail-on", "never"
        ).json()
        claims = {claim["id"]: claim for claim in run["claims"]}
        for finding in run["findings"]:
            if finding["verdict"] != "conflict":
                continue
            yield finding["message"], {
                (value.fact, value.article)
                for value in story.values
                for claim in map(claims.get, finding["claims"])
                if os.path.basename(claim["article"]) == value.article
                and claim["begin_byte"] < value.end
                and value.begin < claim["end_byte"]
            }

    def test_stories(self):
        for file, least in FOUND.items():
            self.check_file(file, least)

    def check_file(self, file, least):
        found = set()
        planted = set()
        for story in stories(file):
            planted |= {
                (story.name, fact)
                for fact, verdict in story.verdicts.items()
                if verdict == "conflict"
            }
            for message, values in self.conflicts(story):
                facts = {fact for fact, _ in values}
                with self.subTest(story=story.name, message=message):
                    self.assertEqual(len(facts), 1, "one planted fact")
                    fact = facts.pop()
                    self.assertEqual(story.verdicts.get(fact), "conflict")
                    self.assertGreater(len(values), 1, "of both articles")
                    found.add((story.name, fact))
        print(f"{file}: {len(found)} of {len(planted)} planted conflicts found; missed:")
        print("\n".join(map(str, sorted(planted - found))))
        self.assertGreaterEqual(len(found), least, file)


if __name__ == "__main__":
    program.main()
