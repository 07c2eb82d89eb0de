"""Prints, as JSON, figures that are computed from the official files alone; the tests ask the graph for the same.

usage: python3 scripts/verify/full-record.py [FOLDER]

FOLDER holds the files (default ../shared/data).
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import council
import records

ROOT = Path(__file__).resolve().parents[2]
LISTS = ("MS_in_favour", "MS_against", "MS_abstaining")
ORGANS = {"assembly": "un-ga-resolutions", "security": "un-sc-resolutions", "rights": "un-hrc-resolutions"}


def symbol_of(record):
    """`S/RES/1285 (2000)` as the graph writes it."""
    return re.sub(r" (?=\(\d{4}\)$)", "", record["symbol"])


def part_of(record):
    """The session of the Assembly or of the Human Rights Council, or the year of the Security Council."""
    symbol = symbol_of(record)
    return symbol[-5:-1] if symbol.startswith("S/") else symbol.split("/")[-2]


def manner(record):
    """How a resolution was adopted by the words of its record, else by its votes."""
    words = record["adoption_type"].lower()
    if "without" in words or "acclamation" in words:
        return "WITHOUT_VOTE"
    if "unanim" in words and "non-unanim" not in words:
        return "UNANIMOUS"
    return "RECORDED_VOTE" if words or sum(lengths(record)[1:]) else "UNANIMOUS"


def names(listed):
    """Names of a list without repeats; one that the files break in two is one."""
    return set(re.sub(r"CÔTE\.\|D'IVOIRE", "CÔTE D'IVOIRE", "|".join(listed)).split("|")) - {""}


def lengths(record):
    return [len(names(record[listed])) for listed in LISTS]


def main(data):
    adoptions = {organ: defaultdict(Counter) for organ in ORGANS}
    tallies, abstentions, without = {}, Counter(), []
    for organ, folder in ORGANS.items():
        for record in records.adopted(data, folder).values():
            adoptions[organ][part_of(record)][manner(record)] += 1
            if sum(lengths(record)):
                tallies[symbol_of(record)] = lengths(record)
            if organ == "security":
                abstentions.update(council.MEMBERS[n] for n in names(record["MS_abstaining"]) if n in council.MEMBERS)
            if organ == "assembly" and records.SITUATION.search(record["title"]) and manner(record) == "WITHOUT_VOTE":
                without.append([symbol_of(record), records.iso(record["adoption_date"])])
    by_decade = defaultdict(Counter)
    for veto in council.vetoes(data):
        by_decade[veto["member"]][f"{veto['date'][:3]}0"] += 1
    figures = {
        "vetoes": by_decade,
        "drafts": council.drafts(data),
        "adoptions": adoptions,
        "abstentions": abstentions,
        "withoutVoteOnNorthKorea": sorted(without, key=lambda text: text[1]),
        "tallies": tallies,
    }
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"))
