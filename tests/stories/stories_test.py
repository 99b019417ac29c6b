#!/usr/bin/env python3
"""Short stories of two reports each, told as any newsroom tells them: what is
planted in stories.txt is found, and nothing else is called a conflict.

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
FOUND = 126

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


def stories():
    with open(program.project("tests/stories/stories.txt"), encoding="utf-8") as file:
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
        found = set()
        planted = set()
        for story in stories():
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
        print(f"{len(found)} of {len(planted)} planted conflicts found; missed:")
        print("\n".join(map(str, sorted(planted - found))))
        self.assertGreaterEqual(len(found), FOUND)


if __name__ == "__main__":
    program.main()
