"""Prints, as JSON, what the files of roll calls and of vetoes hold, counted from nothing but the files.

usage: python3 scripts/verify/roll-calls.py [FOLDER]

FOLDER holds the files (default ../shared/data). `voters` counts yes, no and abstain by name and code of the voter, Yugoslavia's apart until
1992 and from 2000 on; `tallies` counts them by roll call; `vetoes` counts rows by member, and `drafts` the symbols of drafts.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import records

ROOT = Path(__file__).resolve().parents[2]
ORDER = ("yes", "no", "abstain")


def votes(folder):
    years = {call["rcid"]: int(call["date"][:4]) for call in records.rows(folder / "un_roll_calls.csv")}
    voters, tallies = defaultdict(Counter), defaultdict(Counter)
    for vote in records.rows(folder / "un_votes.csv"):
        era = "" if vote["country_code"] != "YU" else "until 1992" if years[vote["rcid"]] <= 1992 else "from 2000"
        voters[f"{vote['country']}|{vote['country_code']}|{era}"][vote["vote"]] += 1
        tallies[vote["rcid"]][vote["vote"]] += 1
    return listed(voters), listed(tallies)


def listed(counts):
    return {key: [counter[word] for word in ORDER] for key, counter in sorted(counts.items())}


def main():
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"
    voters, tallies = votes(data / "unga-votes-unvotes")
    listing = records.rows(next((data / "unsc-vetoes").glob("*.csv")))
    members = Counter(row[f"member_veto{place}"] for row in listing for place in (1, 2, 3))
    drafts = {symbol.group() for row in listing if (symbol := re.search(r"S/(\d{4}/)?\d+(/Rev\.\d+)?", row["draft"]))}
    del members[""]
    figures = {"voters": voters, "tallies": tallies, "vetoes": dict(sorted(members.items())), "drafts": sorted(drafts)}
    print(json.dumps(figures, ensure_ascii=False))


main()
