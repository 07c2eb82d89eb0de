"""Prints, as JSON, when the official files use each name of a state first and last; the tests hold the table of former names to it.

usage: python3 scripts/verify/state-names.py [FOLDER]

FOLDER holds the files (default ../shared/data). `votes` has the months of names in the roll calls, whose names are today's but for states
that are no more; `registers` has the days of names among sponsors and voters in the registers of resolutions, which have those of the day.
"""

import json
import re
import sys
from pathlib import Path

import ballots
import records

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("sponsors", "additional_sponsors", *ballots.LISTS)


def noted(spans, name, day):
    first, last = spans.get(name, (day, day))
    spans[name] = (min(first, day), max(last, day))


def roll_calls(data):
    folder = Path(data) / "unga-votes-unvotes"
    months = {call["rcid"]: call["date"][:7] for call in records.rows(folder / "un_roll_calls.csv")}
    spans = {}
    for vote in records.rows(folder / "un_votes.csv"):
        noted(spans, vote["country"], months[vote["rcid"]])
    return spans


def registers(data):
    spans = {}
    for folder in ballots.ORGANS.values():
        for record in records.adopted(data, folder).values():
            day = records.iso(record["adoption_date"].split(" in ")[0])
            # One date of 2018 is given as of 2016: see docs/imports.md.
            if record["symbol"] == "S/RES/2423 (2018)":
                continue
            for name in (name for listed in LISTS for name in record.get(listed, [])):
                noted(spans, re.sub(r"[ ,(]+ON BEHALF .*", "", name.strip().upper()), day)
    return spans


def main(data):
    print(json.dumps({"votes": roll_calls(data), "registers": registers(data)}, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"))
