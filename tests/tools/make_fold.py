#!/usr/bin/env python3
"""Writes rules/shared/fold.yaml: which characters count as the same.

Source: the Unicode data of this Python (unicodedata), NFKD and case. Run by
hand when the table should change; the file is then reviewed like any rule.
"""
import sys
import unicodedata as u

pairs = {}


def fold(c):
    """Lower case, no accents, compatibility forms resolved."""
    out = []
    for d in u.normalize("NFKD", c).lower():
        for e in u.normalize("NFKD", d):
            if u.category(e) == "Mn":
                continue
            out.append(e)
    return "".join(out)


RANGES = [(0x41, 0x5A), (0xC0, 0x24F), (0x370, 0x3FF), (0x400, 0x52F),
          (0x1E00, 0x1EFF), (0xFB00, 0xFB06), (0xFF01, 0xFF5E),
          (0xFB50, 0xFDFB), (0xFE70, 0xFEFC)]
EXTRA = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d",
         "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n"}
ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه",
          "ؤ": "و", "ئ": "ي", "ک": "ك", "ی": "ي", "ې": "ي", "ہ": "ه", "ھ": "ه",
          "ە": "ه", "ڪ": "ك", "ﷲ": "الله"}
for k, v in ARABIC.items():
    if len(v.encode()) <= 6:
        pairs[ord(k)] = v
for k, v in EXTRA.items():
    pairs[ord(k)] = v
    up = k.upper()
    if len(up) == 1:
        pairs[ord(up)] = v
for first, last in RANGES:
    for code in range(first, last + 1):
        c = chr(code)
        if code in pairs or u.category(c) in ("Cn", "Mn"):
            continue
        f = "".join(ARABIC.get(x, EXTRA.get(x, x)) for x in fold(c)
                    if x != "\u0640")
        f = f.replace("\u02bc", "'").replace("`", "'")
        if f and f != c and len(f.encode()) <= 6 and not f.startswith(" "):
            pairs[code] = f
for base in (0x660, 0x6F0, 0x966, 0x9E6):
    for d in range(10):
        pairs[base + d] = str(d)
for code, text in {0x66A: "%", 0x2018: "'", 0x2019: "'", 0x201B: "'",
                   0x2BC: "'", 0x60: "'", 0xB4: "'", 0x201C: '"', 0x201D: '"',
                   0x201E: '"', 0xAB: '"', 0xBB: '"', 0x2010: "-",
                   0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2212: "-",
                   0x2026: "...", 0x2C6: "^", 0x2044: "/", 0x2215: "/",
                   0xFE6A: "%", 0xB2: "2", 0xB3: "3"}.items():
    pairs[code] = text
del pairs[0xB2], pairs[0xB3]
for code in (0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006,
             0x2007, 0x2008, 0x2009, 0x200A, 0x202F, 0x205F, 0x3000, 0x9):
    pairs[code] = "U+0020"


def show(code):
    c = chr(code)
    odd = not c.isprintable() or u.category(c)[0] in "ZCM" or c in "'\"\\#:-`"
    return "U+%04X" % code if odd or code > 0xFB4F else c


def show_to(text):
    if len(text) == 1 and text in "'\"-%/^#:`\\":
        return "U+%04X" % ord(text)
    return text


GROUPS = [("shared.fold.latin", "Latin letters lose case and accents",
           lambda c: c < 0x370 or 0x1E00 <= c <= 0x1EFF or 0xFB00 <= c <= 0xFB06),
          ("shared.fold.greek_cyrillic", "Greek and Cyrillic letters lose case",
           lambda c: 0x370 <= c < 0x530),
          ("shared.fold.arabic", "Arabic letters desks write either way, and presentation forms",
           lambda c: 0x600 <= c < 0x660 or 0x66A < c < 0x6F0 or 0xFB50 <= c <= 0xFEFC),
          ("shared.fold.digits", "digits of every system are ASCII digits",
           lambda c: 0x660 <= c < 0x66A or 0x6F0 <= c < 0x6FA or 0x966 <= c < 0x9F0),
          ("shared.fold.full_width", "full-width forms", lambda c: 0xFF00 <= c),
          ("shared.fold.blanks_and_marks", "blanks, quotation marks and dashes",
           lambda c: True)]
done = set()
blocks = []
blanks = set(c for c, t in pairs.items() if t == "U+0020") | {0x66A}
for name, means, test in GROUPS:
    items = []
    for code in sorted(pairs):
        if code in done:
            continue
        punct = code in blanks or pairs[code] in ("'", '"', "-", "...", "^", "/", "%")
        last = name == "shared.fold.blanks_and_marks"
        if last or (test(code) and (not punct or name == "shared.fold.full_width")):
            done.add(code)
            items.append("%s %s" % (show(code), show_to(pairs[code])))
    blocks.append((name, means, items))
out = ["# Which characters count as the same. Made by tests/tools/make_fold.py",
       "# from Unicode data; edit there."]
for name, means, items in blocks:
    out.append("- id: %s" % name)
    out.append("  means: %s" % means)
    out.append("  pairs:")
    for i in items:
        out.append("    - '%s'" % i.replace("'", "''"))
out += ["- id: shared.fold.arabic_marks",
        "  means: short vowels, tanwin, shadda, superscript alef, tatweel, hamza above",
        "  drop:", "    - U+0610..U+061A", "    - U+0640", "    - U+064B..U+065F",
        "    - U+0670", "    - U+06D6..U+06ED", "    - U+08D3..U+08FF",
        "- id: shared.fold.combining_marks", "  means: accents written apart",
        "  drop:", "    - U+0300..U+036F",
        "- id: shared.fold.invisible_marks",
        "  means: direction marks, joiners, soft hyphen, byte order mark",
        "  drop:", "    - U+00AD", "    - U+061C", "    - U+200B..U+200F",
        "    - U+202A..U+202E", "    - U+2060..U+206F", "    - U+FE00..U+FE0F",
        "    - U+FEFF"]
open(sys.argv[1] if len(sys.argv) > 1 else "rules/shared/fold.yaml", "w").write("\n".join(out) + "\n")
