"""How far countries agree with every other in the roll calls of the General Assembly, counted from the raw files: JSON on standard output.

    python3 scripts/verify/agreement.py DATA COUNTRY...

Of two countries the votes count in which both are yes, no or abstain (no other row is in the files). The same is 1, yes and no is 0, one
abstaining is one half; the score is the mean (Lijphart 1963). Countries go by their names in un_votes.csv.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

from records import rows


def figures(pairs):
    same = sum(count for (a, b), count in pairs.items() if a == b)
    opposite = sum(count for (a, b), count in pairs.items() if {a, b} == {"yes", "no"})
    shared = sum(pairs.values())
    return {
        "shared": shared,
        "same": same,
        "partly": shared - same - opposite,
        "opposite": opposite,
        "score": (same + (shared - same - opposite) / 2) / shared,
    }


def main(data, countries):
    folder = Path(data) / "unga-votes-unvotes"
    years = {call["rcid"]: int(call["date"][:4]) for call in rows(folder / "un_roll_calls.csv")}
    ballots = defaultdict(dict)
    for vote in rows(folder / "un_votes.csv"):
        ballots[vote["country"]][vote["rcid"]] = vote["vote"]
    answer = {}
    for country in countries:
        own = ballots[country]
        others = {}
        for other, theirs in ballots.items():
            met = [(years[rcid], (own[rcid], theirs[rcid])) for rcid in own.keys() & theirs.keys()]
            if other == country or not met:
                continue
            pairs = Counter(pair for _, pair in met)
            by_year = defaultdict(Counter)
            for year, pair in met:
                by_year[year][pair] += 1
            others[other] = {
                **figures(pairs),
                "pairs": {f"{a} {b}": count for (a, b), count in sorted(pairs.items())},
                "years": {year: figures(own_pairs) for year, own_pairs in sorted(by_year.items())},
                "opposed": sorted(
                    rcid for rcid in own.keys() & theirs.keys() if {own[rcid], theirs[rcid]} == {"yes", "no"}
                ),
            }
        answer[country] = others
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
