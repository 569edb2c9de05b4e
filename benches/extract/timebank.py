#!/usr/bin/env python3
"""Measures the dates of articles on TimeBank and AQUAINT: their extent and their days.

    cargo bench --bench extract --no-run            (names the program)
    benches/extract/timebank.py FOLDER --program PROGRAM [--split first80] [--every N]

FOLDER is a checkout of https://github.com/jspotter/TempEval-3 (its `data/TBAQ-cleaned` lies within). Nothing of the corpus
is kept. The first 80 files by name may be looked at; the rest gives figures alone.

What is counted: expressions of type DATE and TIME whose value is a place in the calendar (`1998-02`, `1998-W06`). Those
of other types, and `PRESENT_REF` and its like, are neither wanted nor wrong.
  relaxed F   harmonic mean of P and R of what overlaps.
  value F     the same where first and last day are right too. Of a part of a day (`Friday night`) the first day counts,
              of a part of a month or a year (`early May`, told by `mod`) that the days lie within it.
  strict      as said. `with allowances`: where the gold parts the day from the night (`Friday`, `night`) the first day
              counts too, and a span that covers two expressions (`between 1994 and 1997`) is both of them, where it goes
              from the first day of the one to the last of the other. The bar is that of the strict figure.
"""

import calendar
import collections
import datetime
import glob
import html
import json
import os
import re
import subprocess
import sys

from shared import arguments, block_starts

TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.S)
TAG = re.compile(r"<[^>]*>")
NIGHT = re.compile(r"night|evening")
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


def months(year, first, last):
    after = year + 1 if last < first else year
    return datetime.date(year, first, 1), datetime.date(after, last, calendar.monthrange(after, last)[1])


def days(value):
    """The first day and the last of a value of TimeML; none where it has no place in the calendar."""
    value = re.sub(r"T.*$", "", value)
    try:
        if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
            day = datetime.date(*map(int, match.groups()))
            return day, day
        if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return months(int(match[1]), int(match[2]), int(match[2]))
        if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
            monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
            first = 5 if match[3] else 0
            return monday + datetime.timedelta(first), monday + datetime.timedelta(6)
        if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
            return months(int(match[1]), 3 * int(match[2]) - 2, 3 * int(match[2]))
        if match := re.fullmatch(r"(\d{4})-H([12])", value):
            return months(int(match[1]), 6 * int(match[2]) - 5, 6 * int(match[2]))
        if match := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            return months(int(match[1]), *SEASONS[match[2]])
        if re.fullmatch(r"\d{1,4}", value):
            step = 10 ** (4 - len(value))
            first = int(value) * step
            return datetime.date(first, 1, 1), datetime.date(first + step - 1, 12, 31)
    except ValueError:
        pass
    return None


def article(document):
    """The text, when it was published, and its expressions: first character, last, days; none where they do not count."""
    published = re.search(r'<TIMEX3\b[^>]*CREATION_TIME[^>]*>', document)
    published = days(re.search(r'value="([^"]*)"', published[0])[1]) if published else None
    inner = re.search(r"<TEXT>(.*?)</TEXT>", document, re.S)[1]
    text, wanted, at = "", [], 0
    plain = lambda part: html.unescape(TAG.sub("", part))
    for found in TIMEX.finditer(inner):
        text += plain(inner[at : found.start()])
        start = len(text)
        text += plain(found[2])
        at = found.end()
        kind = re.search(r'type="([^"]*)"', found[1])[1]
        value = days(re.search(r'value="([^"]*)"', found[1])[1]) if kind in ("DATE", "TIME") else None
        looseness = "TIME" if kind == "TIME" or NIGHT.search(found[2]) else "MOD" if re.search(r'mod="(START|MID|END)"', found[1]) else ""
        wanted.append((start, len(text), value, looseness))
    text += plain(inner[at:])
    return text, published, wanted


def told(program, text, published):
    command = [program, "dates", "-", *(["--published", str(published[0])] if published else [])]
    output = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout
    starts = block_starts(text)
    for one in json.loads(output):
        start = starts[one["para"]]
        yield start + one["start"], start + one["end"], one["days"]


def is_right(days_found, days_wanted, looseness):
    if days_found is None:
        return False
    if looseness == "TIME":
        return days_found[0] == days_wanted[0]
    if looseness == "MOD":
        return days_wanted[0] <= days_found[0] and days_found[1] <= days_wanted[1]
    return days_found == days_wanted


def measure(text, published, wanted, found, allows, counts, misses):
    """Adds to the counts; `allows` is whether the allowances hold."""
    met = set()
    for start, end, range_of in found:
        over = [place for place, gold in enumerate(wanted) if start < gold[1] and gold[0] < end]
        place = next((place for place in over if place not in met), None)
        if place is None:
            if not over:
                counts["extra"] += 1
                misses.append(f"extra: {text[max(0, start - 40):start]}[{text[start:end]}]{text[end:end + 20]}")
            continue
        met.add(place)
        if wanted[place][2] is None:
            continue
        counts["met"] += 1
        ends = [wanted[over[0]][2], wanted[over[-1]][2]]
        if allows and len(over) == 2 and all(ends) and range_of == [str(ends[0][0]), str(ends[1][1])]:
            met.update(over)
            counts["met"] += 1
            counts["right"] += 2
            continue
        looseness = "TIME" if allows and NIGHT.search(text[start:end]) else wanted[place][3]
        right = is_right(range_of, [str(day) for day in wanted[place][2]], looseness)
        counts["right"] += right
        if not right:
            misses.append(f"{range_of} for {[str(day) for day in wanted[place][2]]}, {published and published[0]}: "
                f"{text[max(0, start - 80):start]}[{text[start:end]}]{text[end:end + 30]}")
    for place, (start, end, value, _) in enumerate(wanted):
        counts["wanted"] += value is not None
        if value is not None and place not in met:
            misses.append(f"missed: {text[max(0, start - 40):start]}[{text[start:end]}]{text[end:end + 20]}")


def main():
    asked = arguments("https://github.com/jspotter/TempEval-3", ["first80", "rest"])
    paths = glob.glob(os.path.join(asked.folder, "data", "TBAQ-cleaned", "*", "*.tml"))
    paths = sorted(path for path in paths if not os.path.basename(path).startswith("."))
    if not paths:
        sys.exit("The corpus is not there: git clone https://github.com/jspotter/TempEval-3, and name its folder")
    strict, lenient, misses = collections.Counter(), collections.Counter(), []
    paths = (paths[:80] if asked.split == "first80" else paths[80:])[:: asked.every]
    for path in paths:
        with open(path, encoding="utf8") as file:
            text, published, wanted = article(file.read())
        found = list(told(asked.program, text, published))
        measure(text, published, wanted, found, False, strict, misses)
        measure(text, published, wanted, found, True, lenient, [])
    if "MISSES" in os.environ and asked.split == "first80":
        print("\n".join(" ".join(miss.split()) for miss in misses))
    mean = lambda counts, right: 200 * counts[right] / max(1, counts["met"] + counts["extra"] + counts["wanted"])
    for counts, name in ((strict, "strict"), (lenient, "with allowances")):
        print(f"dates, {name}: relaxed F {mean(counts, 'met'):.1f}, value F {mean(counts, 'right'):.1f}", end=" ")
        print(f"({counts['met']} of {counts['wanted']}, {counts['extra']} more; {len(paths)} articles)")


if __name__ == "__main__":
    main()
