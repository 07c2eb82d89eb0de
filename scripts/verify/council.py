"""Vetoes and votes of the Security Council in the official files, computed from the files alone."""

import re
from datetime import date

import records

# How the files name the permanent members, and the state that each is.
MEMBERS = {
    "CHINA": "China",
    "FRANCE": "France",
    "RUSSIA": "Russia",
    "RUSSIAN FEDERATION": "Russia",
    "USSR": "Russia",
    "UK": "United Kingdom",
    "UNITED KINGDOM": "United Kingdom",
    "USA": "United States",
    "UNITED STATES": "United States",
}


def required(day):
    """The votes in favour that a text needed then: seven of eleven members until 1965, nine of fifteen since."""
    return 7 if date.fromisoformat(day).year < 1966 else 9


def drafts(data):
    """Drafts whose texts say what became of them: what their votes make of them, and what their words say."""
    found = []
    for symbol, text in sorted(records.texts(data).items()):
        if not symbol.startswith("S/"):
            continue
        day, counts = text["dates"]["voting" if "voting" in text["dates"] else "adoption"], text["counts"]
        against = {MEMBERS[name] for name in text["voters"].get("against", []) if name in MEMBERS}
        words = re.search(r"permanent members? [^()]*\(([^()]+)\)", text["outcome"])
        found.append(
            {
                "symbol": symbol,
                "date": day,
                "counts": [counts.get(kind, 0) for kind in ("inFavour", "against", "abstaining")],
                "byVotes": sorted(against) if counts.get("inFavour", 0) >= required(day) else [],
                "byWords": sorted(MEMBERS[name.upper()] for name in words.group(1).split(" and ")) if words else [],
                "status": "VETOED" if words else "FAILED",
            }
        )
    return found


def vetoes(data):
    """Every veto that the list of vetoes or the text of a draft states: its member, its day and, where it has one, its draft's symbol."""
    listed = [
        {"member": MEMBERS[name.upper()], "date": row["date"], "draft": row["draft"], "source": "list"}
        for row in records.vetoes(data)
        for name in row["by"]
    ]
    stated = [
        {"member": member, "date": draft["date"], "draft": draft["symbol"], "source": "text"}
        for draft in drafts(data)
        for member in draft["byWords"]
    ]
    return listed + stated
