"""What the scripts of this folder share: the program is run, its statements are told as places of the text."""

import argparse
import collections
import json
import subprocess


def block_starts(text):
    """The characters at which the blocks between blank lines begin."""
    starts, at, inside = [], 0, False
    for line in text.split("\n"):
        if not line.strip():
            inside = False
        elif not inside:
            starts.append(at)
            inside = True
        at += len(line) + 1
    return starts


def proposals(program, text, *options):
    """What the program proposes of a text."""
    command = [program, "extract", "-", *options]
    output = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout
    return json.loads(output)


def statements(program, text, lang):
    """Statements as sets of characters: content, speaker."""
    starts, found = block_starts(text), []
    for proposal in proposals(program, text, "--lang", lang):
        if proposal["kind"] != "Statement" or proposal["record"].get("no_response"):
            continue
        parts = collections.defaultdict(set)
        for passage in proposal["passages"]:
            start = starts[passage["para"]]
            parts[passage["part"]].update(range(start + passage["start"], start + passage["end"]))
        found.append((parts["words"], parts["speaker"]))
    return found


def same_speaker(text, source, speaker):
    if source & speaker:
        return True
    words = lambda places: "".join(text[at] for at in sorted(places)).split()
    source, speaker = words(source), words(speaker)
    return bool(source and speaker) and source[-1].lower() == speaker[-1].lower()


def share(right, wrong):
    """A share in hundredths."""
    return f"{100 * right / max(1, right + wrong):.1f}"


def arguments(what, splits):
    """The options that all scripts have."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", help=f"a checkout of {what}")
    asked.add_argument("--split", default=splits[0], choices=splits)
    asked.add_argument("--program", default="target/release/dateline")
    asked.add_argument("--every", type=int, default=1)
    return asked.parse_args()
