#!/usr/bin/env python3
"""Measures `dateline extract` on PolNeAR: runs in quotation marks, their speakers, statements.

    benches/extract/polnear.py FOLDER [--split dev] [--program target/release/dateline] [--every N]

FOLDER is a checkout of https://github.com/networkdynamics/PolNeAR (its `data` lies within). Nothing of the corpus is
kept. `dev` is measured; `train` may be looked at; `test` stays unopened.

What is counted
  runs      words in double quotation marks. Gold: at least half of the run is content of an attribution. Proposed: at
            least half of it is content of a statement. P and R, for runs of four words and more and for shorter ones.
  speaker   of runs that are both: the speaker's words overlap with the source's, or end with the same word.
  P         statements of which half the words are half of the words of one attribution.
  R         attributions with a verb of reporting, or with words in marks, that such a statement was found for.
"""

import collections
import glob
import os
import re
import sys

from shared import arguments, same_speaker, share, statements

REPORTING = re.compile(
    r"\b(sa(id|ys?|ying)|t(ells?|old|elling)|according|wr[io]t(e|es|ing)|add(s|ed|ing)?|ask(s|ed|ing)?|not(es|ed|ing)"
    r"|report(s|ed|ing)?|announc\w+|suggest\w*|argu\w+|tweet\w*|continu\w+|acknowledg\w+|declar\w+|explain\w*"
    r"|respond\w*|repl\w+|claim\w*|insist\w*|stat(ed|es|ing)|warn\w*|conclud\w+|conced\w+|admit\w*|stress\w*|assert\w*"
    r"|reiterat\w+|point\w* out|contend\w*|predict\w*|quip\w*|remark\w*|observ\w+|recall\w*|complain\w*|jok\w+|lament\w*"
    r"|testif\w+|confirm\w*|reveal\w*|indicat\w+|den(y|ied|ies|ying)|call(s|ed|ing)?|describ\w+|denounc\w+|vow\w*"
    r"|pledg\w+|promis\w+|urg\w+)\b|:",
    re.I,
)
RUN = re.compile(r"“([^“”]*?)(”|(?=\n\s*\n)|$)|(?<!\w)\"([^\"\n]*?)(?:\"|(?=\n)|$)")


def gold(path):
    """Attributions as sets of characters: content, source, cue."""
    spans, found = {}, []
    with open(path, encoding="utf8", newline="\n") as file:
        for line in file:
            parts = line.rstrip("\n").split("\t")
            if len(parts) < 2:
                continue
            if parts[0].startswith("T"):
                kind, places = parts[1].split(" ", 1)
                spans[parts[0]] = [tuple(map(int, place.split())) for place in places.split(";")]
            elif parts[0].startswith("E"):
                roles = collections.defaultdict(set)
                for role in parts[1].split():
                    name, _, span = role.partition(":")
                    for start, end in spans.get(span, []):
                        roles[name.rstrip("0123456789")].update(range(start, end))
                found.append((roles["Content"], roles["Source"], roles["Cue"]))
    return [one for one in found if one[0]]


def measure(text, wanted, found, counts):
    visible = lambda places: {at for at in places if not text[at].isspace()}
    all_wanted = set().union(*(one[0] for one in wanted))
    all_found = set().union(*(one[0] for one in found))
    for run in RUN.finditer(text):
        inner = set(range(run.start() + 1, run.end() - 1))
        if not inner:
            continue
        length = "long" if len(run.group().split()) >= 4 else "short"
        is_gold = 2 * len(inner & all_wanted) >= len(inner)
        is_found = 2 * len(inner & all_found) >= len(inner)
        counts[length, is_gold, is_found] += 1
        if is_gold and is_found:
            source = max(wanted, key=lambda one: len(one[0] & inner))[1]
            speaker = max(found, key=lambda one: len(one[0] & inner))[1]
            if source:
                counts["speaker", same_speaker(text, source, speaker)] += 1
    met = set()
    for content, _ in map(lambda one: (visible(one[0]), one[1]), found):
        shared = [(place, len(content & visible(one[0])), len(visible(one[0]))) for place, one in enumerate(wanted)]
        right = [place for place, both, all_of_it in shared if 2 * both >= len(content) and 2 * both >= all_of_it and both]
        met.update(right)
        counts["P", bool(right)] += 1
    for place, (content, _, cue) in enumerate(wanted):
        words = lambda places: "".join(text[at] for at in sorted(places))
        if REPORTING.search(words(cue)) or re.search("[“\"]", words(content)):
            counts["R", place in met] += 1


def main():
    asked = arguments("https://github.com/networkdynamics/PolNeAR", ["dev", "train"])
    texts = sorted(glob.glob(os.path.join(asked.folder, "data", asked.split, "text", "*.txt")))[:: asked.every]
    if not texts:
        sys.exit("The corpus is not there: git clone https://github.com/networkdynamics/PolNeAR, and name its folder")
    counts = collections.Counter()
    for path in texts:
        name = os.path.basename(path)[:-4]
        annotations = sorted(glob.glob(os.path.join(asked.folder, "data", asked.split, "attributions", glob.escape(name) + "*")))
        if not annotations:
            continue
        with open(path, encoding="utf8", newline="") as file:
            text = file.read().replace("\r\n", "\n").replace("\r", "\n")
        measure(text, gold(annotations[0]), statements(asked.program, text, "en"), counts)
    for length in ("long", "short"):
        right, extra, missed = (counts[length, a, b] for a, b in ((True, True), (False, True), (True, False)))
        print(f"runs, {length}: P {share(right, extra)} R {share(right, missed)} ({right} of {right + missed})")
    print(f"speaker of runs: {share(counts['speaker', True], counts['speaker', False])}")
    print(f"statements: P {share(counts['P', True], counts['P', False])}", end=" ")
    print(f"R of reporting {share(counts['R', True], counts['R', False])} ({len(texts)} articles)")


if __name__ == "__main__":
    main()
