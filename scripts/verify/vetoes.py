"""Prints docs/vetoes.md: what the files say of vetoes, and where what follows from the votes differs from it.

usage: python3 scripts/verify/vetoes.py [FOLDER] > docs/vetoes.md

FOLDER holds the files (default ../shared/data). A test holds the page to what is printed.
"""

import sys
from collections import Counter
from pathlib import Path

import council
import records

ROOT = Path(__file__).resolve().parents[2]
MARKS = ("China", "France", "Russia", "USSR", "USA", "UK")


def marked(row):
    return sorted(name for name in MARKS if row[name] == "1")


def named(row):
    return sorted(row[f"member_veto{n}"] for n in (1, 2, 3) if row[f"member_veto{n}"])


def disagreements(drafts, listed):
    """Drafts on which the votes and a statement, or two statements, differ."""
    found = []
    for draft in drafts:
        if draft["byVotes"] != draft["byWords"]:
            found.append(f"{draft['symbol']}: by the votes {draft['byVotes']}, by its own words {draft['byWords']}")
        rows = [row for row in listed if row["draft"] == draft["symbol"]]
        for row in rows:
            by = sorted(council.MEMBERS[name.upper()] for name in row["by"])
            if by != draft["byVotes"]:
                found.append(f"{draft['symbol']}: by the votes {draft['byVotes']}, by the list {by}")
    return found


def adopted_and_vetoed(data, listed):
    """Drafts of the list whose symbol is that of a text that was adopted."""
    adopted = {record["draft_resolution"] for record in records.adopted(data, "un-sc-resolutions").values()}
    return sorted({row["draft"] for row in listed} & adopted)


def contradictory(data):
    path = Path(data) / "unsc-vetoes" / "unsc_vetoes_1946_sept2022.csv"
    rows = list(enumerate(records.rows(path), 1))
    return [
        f"Row {number}, {records.iso(row['date'])}, {row['draft']}: named {', '.join(named(row))}; marked {', '.join(marked(row)) or 'nobody'}."
        for number, row in rows
        if named(row) != marked(row)
    ]


def bullets(items):
    return "\n".join(f"- {item}" for item in items) if items else "- None."


def main(data):
    listed, drafts = records.vetoes(data), council.drafts(data)
    members = Counter(veto["member"] for veto in council.vetoes(data))
    judged = [
        f"{draft['symbol']}, {draft['date']}, {'-'.join(map(str, draft['counts']))}: "
        + (f"vetoed by {' and '.join(draft['byVotes'])}." if draft["byVotes"] else "not vetoed; too few in favour.")
        for draft in drafts
    ]
    both = sorted({draft["symbol"] for draft in drafts} & {row["draft"] for row in listed})
    print(
        f"""# Vetoes

Made by `scripts/verify/vetoes.py` from the official files; a test holds it to them. Who vetoed what is known in two ways. A source
states it: the list of vetoes (1946 to July 2022), and the texts of drafts not adopted (March 2023 to May 2024). Or it follows from
the votes: a permanent member voted against a text that was not adopted and had the majority that Article 27 of the Charter required
then, seven of eleven members until 1965 and nine of fifteen since (`src/domain/derive/vetoed.ts`). Where a source states a veto and
the votes agree, there is one edge, the stated one.

## How many

{len(listed)} rows of the list and {sum(1 for draft in drafts if draft["byWords"])} texts state {sum(members.values())} vetoes of single members:

{bullets(f"{member}: {count}" for member, count in sorted(members.items()))}

Russia's seat was the Soviet Union's until 1991, and both are one state here. China's was the Republic of China's until 25 October 1971; the
list has no veto of that time by China.

## What follows from the votes

The list has no votes of the other members, so that nothing can follow from it. The texts have the votes of all fifteen:

{bullets(judged)}

## Where the two differ

Drafts that both the list and a text with votes know: {", ".join(both) or "none, for the list ends before the texts begin"}. Drafts of which what
follows from the votes differs from what a source states:

{bullets(disagreements(drafts, listed))}

Drafts in the list that the register of adopted texts has under the same symbol:

{bullets(adopted_and_vetoed(data, listed))}

## Where the list contradicts itself

It names the members that vetoed in words, and marks them in columns of zeros and ones. Taken is what the words say, which is whole in each
row; the marks are missing in {len(contradictory(data))}:

{bullets(contradictory(data))}

## What neither has

- Vetoes after 8 July 2022 and before 27 March 2023, and after 20 May 2024.
- China's veto of December 1955 on the admission of Mongolia, and others of that month and of 10 September 1972: the list has fewer for those
  days than there were.
- Votes on procedure, on paragraphs and on amendments: none of them makes a veto of a text."""
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"))
