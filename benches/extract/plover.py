#!/usr/bin/env python3
"""Measures `dateline extract` on PLOVER: visits proposed where a sentence tells none.

    benches/extract/plover.py FOLDER [--program target/release/dateline]

FOLDER is a checkout of https://github.com/openeventdata/PLOVER. Nothing of it is kept. Sentences of the event CONSULT may
tell visits and are left out; of the others each visit that is proposed is counted, and listed, so that those that are
told after all (troops that return, an envoy who arrives) can be seen for what they are.
"""

import json
import os
import sys

from shared import arguments, proposals


def main():
    asked = arguments("https://github.com/openeventdata/PLOVER", ["all"])
    path = os.path.join(asked.folder, "gold_standard_records", "PLOVER_GSR_CAMEO.txt")
    if not os.path.exists(path):
        sys.exit("The corpus is not there: git clone https://github.com/openeventdata/PLOVER, and name its folder")
    with open(path, encoding="utf8") as file:
        records = [record for record in json.load(file) if record.get("text") and record["event"] != "CONSULT"]
    found = []
    for record in records[:: asked.every]:
        all_of_it = proposals(asked.program, record["text"], "--lang", "en", "--published", "2000-01-02")
        found += [record["text"] for proposal in all_of_it if proposal["kind"] == "Visit"]
    for text in found:
        print(f"  {text}")
    print(f"visits proposed: {len(found)} ({len(records)} sentences)")


if __name__ == "__main__":
    main()
