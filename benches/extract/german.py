#!/usr/bin/env python3
"""Measures `dateline extract` on German Wikinews: direct quotes and their speakers.

    benches/extract/german.py FOLDER [--split dev] [--program target/release/dateline] [--every N]

FOLDER is a checkout of https://github.com/uhh-lt/german-news-quotation-attribution-2024 (its `data` lies within).
Nothing of the corpus is kept. `dev` is measured; `train` may be looked at; `test` stays unopened.

What is counted
  found     annotations of type Direct of which half the characters are content of a statement: of four words and more,
            and all of them.
  speaker   of all that are found and have a speaker: its words overlap with the statement's, or end with the same word.
"""

import collections
import glob
import json
import os
import sys

from shared import arguments, same_speaker, share, statements


def places(part):
    """The characters of an annotation's part."""
    return {at for span in part["spans"] for at in range(span["charBegin"], span["charEnd"])}


def measure(document, found, counts):
    text = document["originalText"]
    for one in document["annotations"]:
        quote = places(one["quote"])
        if one["type"] != "Direct" or not quote:
            continue
        best = max(found, key=lambda statement: len(statement[0] & quote), default=(set(), set()))
        is_found = 2 * len(best[0] & quote) >= len(quote) or 2 * sum(len(s[0] & quote) for s in found) >= len(quote)
        counts["found", is_found] += 1
        if len("".join(text[at] for at in sorted(quote)).split()) >= 4:
            counts["long", is_found] += 1
        speaker = places(one["speaker"])
        if is_found and speaker:
            counts["speaker", same_speaker(text, speaker, best[1])] += 1


def main():
    asked = arguments("https://github.com/uhh-lt/german-news-quotation-attribution-2024", ["dev", "train"])
    paths = sorted(glob.glob(os.path.join(asked.folder, "data", asked.split, "*.json")))[:: asked.every]
    if not paths:
        sys.exit("The corpus is not there: git clone https://github.com/uhh-lt/german-news-quotation-attribution-2024")
    counts = collections.Counter()
    for path in paths:
        with open(path, encoding="utf8") as file:
            document = json.load(file)
        measure(document, statements(asked.program, document["originalText"], "de"), counts)
    for which, name in (("long", "direct quotes of four words and more"), ("found", "all direct quotes")):
        right, missed = counts[which, True], counts[which, False]
        print(f"{name} found: {share(right, missed)} ({right} of {right + missed})")
    print(f"their speaker: {share(counts['speaker', True], counts['speaker', False])} ({len(paths)} articles)")


if __name__ == "__main__":
    main()
