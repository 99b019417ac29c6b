#!/usr/bin/env python3
"""Writes an invented archive of any size as JSON Lines to standard output, for
measuring index and gate at the size of a large newsroom:

    tests/bench/make_archive.py 1000000 | crosscheck index - \\
        --input-format jsonl --ledger big.db

Events have names of their own and are reported by one to six outlets within a
few days, mostly alike; one report in ten has another figure. As in real news dates
and counts are most of the figures (a quarter each), then money, percentages,
measures and durations; one article in ten speaks of a known measure of a known
company. The words around are drawn by rank from a vocabulary of some 30,000, as
Zipf has it. One article in four is Arabic. The same size and seed give the same
bytes.
"""

import argparse
import bisect
import datetime
import itertools
import json
import random
import sys

ONSET = "b br c ch d dr f fl g gr h j k kl l m n p pr r s st t tr v w z".split()
VOWEL = "a e i o u ai ea ou".split()
CODA = "n r l s m nd rt ck ld th".split()
OUTLETS = [f"Outlet {i}" for i in range(40)]
COMPANIES = ("Google", "Microsoft", "Amazon", "DeepSeek", "Tesla", "Boeing")
COMPANIES_AR = ("غوغل", "مايكروسوفت", "أمازون", "ديب سيك", "تسلا", "بوينغ")
# "bridge", "plant", "hospital", "port", "school", "dam"
THINGS_AR = ("جسر", "محطة", "مستشفى", "ميناء", "مدرسة", "سد")
THINGS = ("bridge", "plant", "hospital", "port", "school", "dam")
AR = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def words(chance, count, arabic):
    out = set()
    while len(out) < count:
        if arabic:
            out.add("".join(chance.choice(AR)
                            for _ in range(chance.randint(3, 7))))
        else:
            out.add("".join(chance.choice(ONSET) + chance.choice(VOWEL)
                            for _ in range(chance.randint(1, 3)))
                    + chance.choice(CODA))
    return sorted(out)


class Writer:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.vocabulary = {a: words(random.Random(f"{seed}{a}"), 30000, a)
                           for a in (False, True)}
        weights = itertools.accumulate(1 / (rank + 3) for rank in range(30000))
        self.cumulated = list(weights)

    def word(self, arabic):
        at = self.chance.random() * self.cumulated[-1]
        return self.vocabulary[arabic][bisect.bisect_left(self.cumulated, at)]

    def filler(self, arabic, count):
        return " ".join(self.word(arabic) for _ in range(count))

    def name(self, arabic):
        """A common word and one that few articles hold, however many there
        are: of 400,000 such each stands in about ten of a million articles."""
        a = self.chance.choice(self.vocabulary[arabic])
        number = self.chance.randrange(400_000)
        parts = AR if arabic else [o + v for o in ONSET for v in "aiou"]
        b = ""
        while number:
            number, part = divmod(number, len(parts))
            b += parts[part]
        return f"{a} {b}ون" if arabic else f"{a.title()} {b.title()}ver"

    def event(self):
        c = self.chance
        arabic = c.random() < 0.25
        return {
            "arabic": arabic, "place": self.name(arabic),
            "person": self.name(arabic), "thing": c.randrange(6),
            "day": c.randrange(3650), "cost": c.choice((3, 12, 45, 120, 700)),
            "people": c.randrange(3, 400), "share": c.randrange(2, 60),
            "years": c.randrange(2, 9), "length": c.randrange(3, 90),
            "company": c.randrange(6) if c.random() < 0.1 else None,
            "founded": c.randrange(1975, 2023),
        }

    def article(self, e, number):
        c = self.chance
        e = dict(e)
        if c.random() < 0.1:
            key = c.choice(("cost", "people", "share", "length"))
            e[key] = e[key] * c.choice((2, 3, 10)) + c.randrange(2)
        day = datetime.date(2015, 1, 1) + datetime.timedelta(
            e["day"] + c.randrange(4))
        built = day - datetime.timedelta(c.randrange(400))
        if e["arabic"]:
            thing = THINGS_AR[e["thing"]]
            # "The cost of building the bridge of X was N million dollars, Y
            # said. N people worked there. N per cent of it … since <date>. It
            # is N kilometres long and took N years."
            text = (
                f"بلغت كلفة بناء {thing} {e['place']} {e['cost']} مليون دولار،"
                f" بحسب {e['person']}. {self.filler(True, 18)}.\n"
                f"وعمل {e['people']} شخصا في {thing} {e['place']}."
                f" {self.filler(True, 22)}.\n"
                f"وتشكل {e['share']}% من {self.filler(True, 10)} منذ"
                f" {built.year}. ويبلغ طوله {e['length']} كيلومترا واستغرق"
                f" {e['years']} سنوات. {self.filler(True, 15)}.\n")
            if e["company"] is not None:
                # "X was founded in the year N."
                text += (f"تأسست {COMPANIES_AR[e['company']]} عام"
                         f" {e['founded']}.\n")
            title = f"{thing} {e['place']}: {self.filler(True, 4)}"
        else:
            thing = THINGS[e["thing"]]
            text = (
                f"The {e['place']} {thing} cost ${e['cost']} million to build,"
                f" {e['person']} said on {built.strftime('%-d %B %Y')}."
                f" {self.filler(False, 20).capitalize()}.\n"
                f"{e['people']} people worked at the {e['place']} {thing}."
                f" {self.filler(False, 22).capitalize()}, and"
                f" {c.randrange(2, 40)} {self.word(False)}s.\n"
                f"About {e['share']} percent of {self.filler(False, 9)} since"
                f" {built.year}. It is {e['length']} kilometres long and took"
                f" {e['years']} years. {self.filler(False, 16).capitalize()}.\n")
            if e["company"] is not None:
                text += (f"{COMPANIES[e['company']]} was founded in"
                         f" {e['founded']}.\n")
            title = f"{e['place']} {thing}: {self.filler(False, 4)}"
        return {"id": f"{number:08}", "outlet": c.choice(OUTLETS),
                "lang": "ar" if e["arabic"] else "en",
                "published": day.isoformat(), "title": title, "text": text}

    def archive(self, size):
        number = 0
        while number < size:
            event = self.event()
            for _ in range(min(self.chance.choice((1, 1, 1, 2, 3, 6)),
                               size - number)):
                yield self.article(event, number)
                number += 1


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("size", type=int, help="articles")
    options.add_argument("--seed", default="1")
    given = options.parse_args()
    for article in Writer(given.seed).archive(given.size):
        sys.stdout.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
