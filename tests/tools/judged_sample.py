#!/usr/bin/env python3
"""Draws figures and sentences of news to be judged by a reader, and scores the
present program against what was judged.

    judged_sample.py draw CORPUS --language en --seed 7 --figures 300 \\
        --sentences 150 --into tests/samples
    judged_sample.py score CORPUS... [--show]

`draw` prints what is to be read (a figure between « and » with its context and
how it was read; sentences with every figure read marked) and appends a line an
item to INTO/figures.LANGUAGE.jsonl and INTO/sentences.LANGUAGE.jsonl: offsets,
never text. The reader sets "judged" in these lines:

* figures: "right", or "wrong: value", "wrong: unit", "wrong: modality", "wrong:
  span", "wrong: no figure"; and where it is simple "right": what should be read
  (those of begin, end, kind, value, unit, modality that
  differ).
* sentences: "judged": "read", "missed": spans of figures that were not read,
  "extra": spans of what was read and is no figure.

`score` prints, by language and seed, the precision (figures read right of those
read) and the recall (figures of the sentences that are read at all). A figure
judged wrong without "right" that reads otherwise now is to be judged again.
Offsets are bytes of the field "text" of an article of a JSON Lines corpus.
"""
import argparse
import collections
import gzip
import json
import os
import random
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.realpath(__file__)), "..", "..")
BINARY = os.path.join(ROOT, ".bazel", "bin", "checker", "cli", "crosscheck")
SAMPLES = os.path.join(ROOT, "tests", "samples")
READING = ("begin", "end", "kind", "value", "unit", "modality")
CONTEXT = 80


def language_of(path):
    return "ar" if "ar" in re.split(r"[_.]", os.path.basename(path)) else "en"


def articles_of(path):
    """id -> text in bytes, in the order of the file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        return {r["id"]: r["text"].encode() for r in records}


def figures_of(binary, path):
    """Figures read in the texts (titles left out), in reading order."""
    run = subprocess.run([binary, "extract", "--quiet", path],
                         stdout=subprocess.PIPE, check=True)
    figures = []
    for line in run.stdout.splitlines():
        claim = json.loads(line)
        if claim["field"] != "text":
            continue
        figures.append({
            "article": claim["article"], "begin": claim["begin_byte"],
            "end": claim["end_byte"], "kind": claim["kind"],
            "value": claim["value"] or f'{claim["low"]}/{claim["high"]}',
            "unit": claim["unit"] or "/".join(claim["unit_candidates"]) or None,
            "modality": claim["modality"]})
    return figures


def sentences_of(articles):
    """Spans of sentences, cut plainly: by lines and by marks before a blank.

    Not the program's own: those without a figure are drawn as well.
    """
    for article, text in articles.items():
        for line in re.finditer(rb"[^\n]+", text):
            begin = line.start()
            for mark in re.finditer(rb"(?:[.!?]|\xd8\x9f)[\"\xe2\x80\x9d]*\s|$",
                                    line.group()):
                end = line.start() + mark.end()
                if len(text[begin:end].split()) >= 4:
                    yield {"article": article, "begin": begin, "end": end}
                    begin = end


def shown(text, begin, end, marks, context=0):
    """The text of a span with its context, and marks round what was read."""
    first, last = begin, end
    for _ in range(context):
        first, last = max(0, first - 1), min(len(text), last + 1)
        while first and text[first] & 0xC0 == 0x80:
            first -= 1
        while last < len(text) and text[last] & 0xC0 == 0x80:
            last += 1
    out, at = [], first
    for left, right in marks:
        out += [text[at:left], "«".encode(), text[left:right], "»".encode()]
        at = right
    return b"".join(out + [text[at:last]]).decode().replace("\n", " ¶ ")


def reading(figure):
    return (f'{figure["kind"]} {figure["modality"]} {figure["value"]} '
            f'[{figure["unit"]}]')


def draw(options):
    path = options.corpus[0]
    articles = articles_of(path)
    figures = figures_of(options.binary, path)
    chance = random.Random(options.seed)
    print(f"seed {options.seed}")
    in_order = lambda item: (item["article"], item["begin"])
    drawn = sorted(chance.sample(figures, options.figures), key=in_order)
    for number, figure in enumerate(drawn, 1):
        span = (figure["begin"], figure["end"])
        print(f"{number}. {reading(figure)}\n   ",
              shown(articles[figure["article"]], *span, [span], CONTEXT))
    sentences = list(sentences_of(articles))
    drawn_sentences = sorted(chance.sample(sentences, options.sentences),
                             key=in_order)
    by_article = collections.defaultdict(list)
    for figure in figures:
        by_article[figure["article"]].append(figure)
    for number, sentence in enumerate(drawn_sentences, 1):
        inside = [f for f in by_article[sentence["article"]]
                  if meets(f, sentence)]
        spans = [(f["begin"], f["end"]) for f in inside]
        begin = min([sentence["begin"]] + [s[0] for s in spans])
        print(f"S{number}.", shown(articles[sentence["article"]], begin,
                                   sentence["end"], spans))
        if inside:
            print("    ", " ; ".join(reading(f) for f in inside))
        sentence["found"] = [list(span) for span in spans]
    for name, items in (("figures", drawn), ("sentences", drawn_sentences)):
        target = os.path.join(options.into, f"{name}.{options.language}.jsonl")
        with open(target, "a", encoding="utf-8") as out:
            for item in items:
                line = {"seed": options.seed, **item, "judged": None}
                print(json.dumps(line, ensure_ascii=False), file=out)


def meets(one, other):
    return one["begin"] < other["end"] and other["begin"] < one["end"]


def standing(judged, figures):
    """right, wrong, lost (read no more), gone (rightly so) or again."""
    now = [f for f in figures if meets(f, judged)]
    wanted = judged.get("right")
    if judged["judged"] == "wrong: no figure":
        return "wrong" if now else "gone"
    if judged["judged"] == "right" or wanted:
        if not now:
            return "lost"
        wanted = {k: judged[k] for k in READING} | (wanted or {})
        same = any(all(f[k] == v for k, v in wanted.items()) for f in now)
        return "right" if same else "wrong"
    old = any(all(f[k] == judged[k] for k in READING) for f in now)
    return "wrong" if old else "again"


def judged_lines(name, language):
    path = os.path.join(SAMPLES, f"{name}.{language}.jsonl")
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def score(options):
    for path in options.corpus:
        language = language_of(path)
        articles = articles_of(path)
        by_article = collections.defaultdict(list)
        for figure in figures_of(options.binary, path):
            by_article[figure["article"]].append(figure)

        counts = collections.defaultdict(collections.Counter)
        for line in judged_lines("figures", language):
            figures = by_article[line["article"]]
            state = standing(line, figures)
            counts[line["seed"]][state] += 1
            counts[line["seed"]]["was right"] += line["judged"] == "right"
            if options.show and state in ("wrong", "lost", "again"):
                span = (line["begin"], line["end"])
                print(f'{state} (judged {line["judged"]}):', shown(
                    articles[line["article"]], *span, [span], CONTEXT))
                for figure in figures:
                    if meets(figure, line):
                        print("    ", reading(figure))
                print("    wanted", line.get("right") or reading(line))
        for seed, count in counts.items():
            read = count["right"] + count["wrong"]
            print(f"{language} figures, seed {seed}: precision "
                  f"{count['right'] / read:.3f} ({count['right']} of {read}; "
                  f"{count['gone']} rightly read no more, {count['lost']} "
                  f"lost, {count['again']} to be judged again; "
                  f"{count['was right']} were right when judged)")

        counts = collections.defaultdict(collections.Counter)
        for line in judged_lines("sentences", language):
            figures = by_article[line["article"]]
            real = [s for s in line["found"] if s not in line.get("extra", [])]
            for span in real + line.get("missed", []):
                begin, end = span
                found = any(meets(f, {"begin": begin, "end": end})
                            for f in figures)
                counts[line["seed"]]["found"] += found
                counts[line["seed"]]["all"] += 1
                counts[line["seed"]]["before"] += span in real
                if options.show and not found:
                    print("missed:", shown(articles[line["article"]], begin,
                                           end, [span], CONTEXT))
        for seed, count in counts.items():
            print(f"{language} sentences, seed {seed}: recall "
                  f"{count['found'] / count['all']:.3f} ({count['found']} of "
                  f"{count['all']}; {count['before']} when judged)")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n\n")[0], allow_abbrev=False)
    parser.add_argument("what", choices=("draw", "score"))
    parser.add_argument("corpus", nargs="+", help="articles as .jsonl.gz")
    parser.add_argument("--binary", default=BINARY)
    parser.add_argument("--language", choices=("ar", "en"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--figures", type=int, default=300)
    parser.add_argument("--sentences", type=int, default=150)
    parser.add_argument("--into", default=SAMPLES)
    parser.add_argument("--show", action="store_true",
                        help="score: print what is wrong, lost or missed")
    options = parser.parse_args()
    options.language = options.language or language_of(options.corpus[0])
    draw(options) if options.what == "draw" else score(options)


if __name__ == "__main__":
    sys.exit(main())
