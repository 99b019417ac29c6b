#!/usr/bin/python3
"""Fits the points of rules/shared/link.yaml on labelled stories.

    crosscheck eval stories GOLD --signs pairs.jsonl --background ARCHIVE \
        -o /dev/null
    tests/tools/fit_link.py pairs.jsonl [--write rules/shared/link.yaml]

Stories are of one event each and teach which figure is which; the pairs of an
archive without labels (verdict "background", taken for two facts) teach how
alike other events look. Logistic regression over the signs of every labelled pair of claims, ridge
regularised; 100 points are one unit of log-odds. A fact or story with many
pairs does not count more than one with few. Prints the cross-validated
figures (stories held out by tenths, so that no event is in both halves):
how many pairs of one fact are found, and how many pairs of two facts are
joined, by threshold. Needs python3-numpy.
"""
import argparse
import json
import random
import re

import numpy as np

RIDGE = 3.0
# Set by hand, in hundredths: too rare in the labelled stories to be fitted.
FIXED = {"single_metric": 32000, "period_metric": 12000,
         "dated_metric": 23000, "same_digits": 15000, "swapped_digits": 25000,
         "edited_sentence": 10000, "shared_end": 15000, "clock": 6000,
         "age_of_one": 12000, "same_metric": 4500}
# What can only speak for one fact, and what only against it: a weight of the
# other sign would be an accident of the labels, and no reason for a reader.
FOR = set("""same_noun kin_noun same_facet same_facet_far
    same_subject words_alike words_shared near_words_alike names_alike
    names_shared figures_shared event both_in_title title_and_body
    same_value close_value near_value thirds_give_one""".split())
AGAINST = set("""other_noun unknown_noun one_sided_facet other_facet_far
    other_subject other_near_name one_near_name other_clause_name
    planned_differs one_part one_past far_value vague elsewhere_one
    elsewhere_both elsewhere_loose third_gives_both siblings rivals
    open_rivals one_leads""".split())
FOLDS = 10
# What the archive's pairs weigh together, as a share of the stories'.
BACKGROUND = 0.7


def fit(x, y, w, offset, rounds=60):
    beta = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-np.clip(x @ beta + offset, -30, 30)))
        gradient = x.T @ (w * (y - p)) - RIDGE * beta
        hessian = (x.T * (w * p * (1 - p) + 1e-9)) @ x
        step = np.linalg.solve(hessian + RIDGE * np.eye(len(beta)), gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def fit_signed(names, x, y, w, offset):
    """The fit without the signs whose weight comes out on the wrong side."""
    keep = np.arange(len(names))
    while True:
        beta = fit(x[:, keep], y, w, offset)
        wrong = np.array([(names[c] in FOR and b < 0)
                          or (names[c] in AGAINST and b > 0)
                          for c, b in zip(keep, beta)])
        if not wrong.any():
            out = np.zeros(len(names))
            out[keep] = beta
            return out
        keep = keep[~wrong]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pairs")
    parser.add_argument("--write", help="rule file whose points to replace")
    args = parser.parse_args()
    rows = [json.loads(line) for line in open(args.pairs)]
    names = sorted({n for r in rows for n in r["signs"]} - FIXED.keys())
    column = {n: i for i, n in enumerate(names)}
    scale = np.ones(len(names))
    x = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, value in row["signs"].items():
            if name in column:
                x[i, column[name]] = value
    for name, i in column.items():
        if x[:, i].max() > 10:
            scale[i] = 100  # hundredths
    x /= scale
    offset = np.array([sum(FIXED.get(n, 0) * v / 10000
                           for n, v in r["signs"].items()) for r in rows])
    y = np.array([float(r["same"]) for r in rows])
    stories = sorted({r["story"] for r in rows
                      if r["verdict"] != "background"})
    per_story = {s: [0, 0] for s in stories + ["background"]}
    for r in rows:
        per_story[r["story"]][r["same"]] += 1
    # Within a story, the square root of the count, so that none drowns the
    # others; pairs of two facts are many times more and count less each.
    w = np.array([1 / np.sqrt(per_story[r["story"]][r["same"]]) for r in rows])
    # What matters is telling apart figures that differ.
    w *= np.array([0.3 if r["meets"] else 1.0 for r in rows])
    # ... most of all where joining them would accuse somebody.
    w *= np.array([0.2 if r["compares"] != "conflict" and not r["same"] else 1.0
                   for r in rows])
    archive = np.array([r["verdict"] == "background" for r in rows])
    if archive.any():
        w[archive] = BACKGROUND * w[~archive].sum() / archive.sum()
    w *= len(stories) * 6 / w[~archive].sum()
    order = stories[:]
    random.Random(7).shuffle(order)
    fold = {s: i % FOLDS for i, s in enumerate(order)}
    folds = np.array([fold.get(r["story"], i % FOLDS)
                      for i, r in enumerate(rows)])
    held = np.zeros(len(rows))
    for k in range(FOLDS):
        train = folds != k
        held[~train] = offset[~train] + x[~train] @ fit_signed(
            names, x[train], y[train], w[train], offset[train])
    beta = fit_signed(names, x, y, w, offset)
    print(f"{len(rows)} pairs, {int(y.sum())} of one fact, "
          f"{len(stories)} stories; held out by tenths of the stories")
    meets = np.array([r["meets"] for r in rows]) == 1
    within = np.array([r["within"] for r in rows]) == 1
    clash = np.array([r["verdict"] == "conflict" for r in rows]) & ~meets
    for title, part in (("meeting, two articles", meets & ~within),
                        ("differing, two articles",
                         ~meets & ~within & ~archive),
                        ("clashing, of an archive", archive),
                        ("differing, one article", ~meets & within)):
        print(f"\n{title}: {int((part & (y == 1)).sum())} of one fact, "
              f"{int((part & (y == 0)).sum())} of two")
        print("  points  one fact  of them clashes  joined wrongly")
        for t in range(-200, 501, 50):
            over = part & (held * 100 >= t)
            print(f"  {t:6d}  {int((over & (y == 1)).sum()):8d}"
                  f"  {int((over & clash).sum()):15d}"
                  f"  {int((over & (y == 0)).sum()):14d}")
    points = {n: int(round(beta[i] * 10000 / scale[i]))
              for n, i in column.items()}
    print("\npoints (hundredths)")
    for name in sorted(names, key=lambda n: -abs(points[n])):
        print(f"  {name:18s} {points[name]:7d}")
    if args.write:
        text = open(args.write).read()
        for name, value in points.items():
            pattern = (r"(- id: shared\.link\." + name +
                       r"\n  means: [^\n]*(?:\n    [^\n]*)*\n  points: )-?\d+")
            text, count = re.subn(pattern, lambda m: m.group(1) + str(value),
                                  text)
            if count != 1:
                print(f"{args.write}: no rule for {name}")
        open(args.write, "w").write(text)


if __name__ == "__main__":
    main()
