"""Prints, as JSON, answers to questions about votes and vetoes that are worked out from the official files alone.

usage: python3 scripts/verify/questions.py [FOLDER]

FOLDER holds the files (default ../shared/data). States go by their code of two letters, a former one where they are no more, or by name where they have none.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

import ballots
import council
import records

ROOT = Path(__file__).resolve().parents[2]
# Of whom agreement with all is worked out: members of all organs, of one, with another name or seat before, and with a code that reads as none.
STATES = ("US", "RU", "DE", "CN", "KP", "NA")
# Two whose agreement is worked out year by year.
YEARLY = ("US", "RU")
# Two of whom each vote is listed in which they took opposite sides.
OPPOSED = ("DE", "NA")


def series(taken, data):
    """Roll calls on the General Assembly's resolutions on the situation of human rights in North Korea, by date."""
    titles = {rcid: call["title"] for rcid, call in records.roll_calls(data).items()}
    return [vote for vote in taken if "rcid" in vote and records.SITUATION.search(titles[vote["rcid"]])]


def moves(first, last):
    """States by their positions in two votes, where these differ: `NO YES` has those that went over from no to yes."""
    found = defaultdict(list)
    for state in sorted(first["cast"].keys() & last["cast"].keys()):
        before, after = first["cast"][state], last["cast"][state]
        if before != after:
            found[f"{before} {after}"].append(state)
    return found


def both_ways(calls):
    """States that voted for some of the texts and against others: their positions by symbol."""
    by_state = defaultdict(dict)
    for call in calls:
        for state, position in call["cast"].items():
            by_state[state][call["symbol"]] = position
    return {state: held for state, held in sorted(by_state.items()) if {"YES", "NO"} <= set(held.values())}


def company(data):
    """Every veto of a member: its day, the draft's symbol (in the list a meeting's where there is none) and with whom."""
    found = defaultdict(list)
    stated = [
        (draft["date"], draft["symbol"], draft["byWords"], "") for draft in council.drafts(data) if draft["byWords"]
    ]
    listed = [
        (row["date"], row["draft"], sorted(council.MEMBERS[name.upper()] for name in row["by"]), row["topic"])
        for row in records.vetoes(data)
    ]
    for day, draft, members, topic in listed + stated:
        for member in members:
            others = [other for other in members if other != member]
            found[member].append({"date": day, "draft": draft, "with": others, "topic": topic})
    return {member: sorted(vetoes, key=lambda it: (it["date"], it["draft"])) for member, vetoes in found.items()}


def main(data):
    taken = ballots.votes(data)
    organs = {organ: [vote for vote in taken if vote["organ"] == organ] for organ in ballots.ORGANS}
    calls = series(taken, data)
    figures = {
        "votes": {organ: len(votes) for organ, votes in organs.items()},
        "agreement": {
            organ: {state: ballots.agreement(votes, state) for state in STATES} for organ, votes in organs.items()
        },
        "years": ballots.by_year(organs["assembly"], *YEARLY),
        "opposed": ballots.opposed(organs["assembly"], *OPPOSED),
        "series": [{"symbol": call["symbol"], "date": call["date"], "cast": call["cast"]} for call in calls],
        "moves": moves(calls[0], calls[-1]),
        "bothWays": both_ways(calls),
        "vetoes": company(data),
    }
    print(json.dumps(figures, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"))
