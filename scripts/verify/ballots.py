"""Who voted how in the General Assembly, the Security Council and the Human Rights Council, put together from the raw files alone."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import records

ORGANS = {"assembly": "un-ga-resolutions", "security": "un-sc-resolutions", "rights": "un-hrc-resolutions"}
LISTS = {"MS_in_favour": "YES", "MS_against": "NO", "MS_abstaining": "ABSTAIN"}
MARKUP = {"inFavour": "YES", "against": "NO", "abstaining": "ABSTAIN"}

# Names in the files that the list of countries does not have, by the code of the state that votes under them.
NAMES = {
    "CHILES": "CL",
    "COTE D'IVOIRE": "CI",
    "CÔTE D'IVOIRE": "CI",
    "LIBYAN ARAB JAMAHIRIYA": "LY",
    "NETHERLANDS (KINGDOM OF THE)": "NL",
    "TURKEY": "TR",
    "TURKIYE": "TR",
    "TÜRKİYE": "TR",
    "UNITED KINGDOM": "GB",
    "UNITED STATES": "US",
}
# Members as the list of vetoes names them. Russia's seat was the Soviet Union's.
VETOING = {"China": "CN", "France": "FR", "Russia": "RU", "USSR": "RU", "UK": "GB", "USA": "US"}
# States that the roll calls give no code, or one that is not theirs. Where the seat went on, the votes are those of today's state.
VOTERS = {
    "Federal Republic of Germany": "DE",
    "Taiwan": "republic-of-china",
    "Yemen Arab Republic": "YE",
    "Zanzibar": "zanzibar",
}


def codes(data):
    """ISO 3166-1 alpha-2 by the names that the list of countries has, in capitals."""
    columns = ("UNTERM English Short", "UNTERM English Formal", "official_name_en", "CLDR display name")
    listed = records.rows(Path(data) / "countries" / "country-codes" / "country-codes.csv")
    found = {row[column].upper(): row["ISO3166-1-Alpha-2"] for row in listed for column in columns if row[column]}
    return {**found, **NAMES}


def voter(row, year):
    """Whose vote a row of un_votes.csv is: a code, or for a state without one its name. Serbia goes by Yugoslavia there."""
    if row["country"] == "Yugoslavia":
        return "YU" if year <= 1992 else "RS"
    return VOTERS.get(row["country"], row["country_code"])


def whole(call):
    """The symbol of the resolution that a roll call of sessions 31 and later took as a whole, else none."""
    match = re.fullmatch(r"(?:A/RES|R)/(\d+)/(\d+)", call["unres"])
    marked = call["amend"] in ("1", "1.0") or call["para"] in ("1", "1.0")
    return f"A/RES/{match[1]}/{match[2]}" if match and int(match[1]) > 30 and not marked else None


def roll_calls(data):
    folder = Path(data) / "unga-votes-unvotes"
    calls = {call["rcid"]: call for call in records.rows(folder / "un_roll_calls.csv")}
    cast = defaultdict(dict)
    for row in records.rows(folder / "un_votes.csv"):
        year = int(calls[row["rcid"]]["date"][:4])
        cast[row["rcid"]][voter(row, year)] = row["vote"].upper()
    return [
        {"organ": "assembly", "symbol": whole(call), "rcid": rcid, "date": call["date"], "cast": cast[rcid]}
        for rcid, call in calls.items()
    ]


def adopted(data, organ):
    known = codes(data)
    found = []
    for record in records.adopted(data, ORGANS[organ]).values():
        cast = {}
        for listed, position in LISTS.items():
            text = re.sub(r"CÔTE\.\|D'IVOIRE", "CÔTE D'IVOIRE", "|".join(record[listed]))
            cast.update({known[name.upper()]: position for name in text.split("|") if name})
        if cast:
            symbol = re.sub(r" (?=\(\d{4}\)$)", "", record["symbol"])
            # Some days have the place of the meeting after them.
            day = records.iso(record["adoption_date"].split(" in ")[0])
            found.append({"organ": organ, "symbol": symbol, "date": day, "cast": cast})
    return found


def rejected(data):
    """Votes on drafts that the Security Council did not adopt, by the lists in their texts."""
    known = codes(data)
    return [
        {
            "organ": "security",
            "symbol": symbol,
            # In one text the day of the vote goes by another name.
            "date": text["dates"].get("voting", text["dates"].get("adoption")),
            "cast": {known[name.upper()]: MARKUP[kind] for kind, names in text["voters"].items() for name in names},
        }
        for symbol, text in records.texts(data).items()
        if symbol.startswith("S/")
    ]


def vetoed(data):
    """Votes of which the list of vetoes says only who vetoed: rows on one draft and day are one, but for a preliminary question."""
    found = {}
    for number, row in enumerate(records.vetoes(data)):
        draft = re.search(r"\bS/(?:(?:19|20)\d\d/)?\d+(?:/Rev\.\d+)?", row["draft"])
        symbol = draft[0] if draft else None
        key = (symbol or number, row["date"], "prelim" in row["agenda"].lower())
        vote = found.setdefault(key, {"organ": "security", "symbol": symbol, "date": row["date"], "cast": {}})
        vote["cast"].update({VETOING[name]: "NO" for name in row["by"]})
    return list(found.values())


def votes(data):
    """Every vote that names who cast it, in all roll calls, on what the three organs adopted and on what the Security Council did not; one
    that two registers have, once."""
    calls = roll_calls(data)
    counted = {call["symbol"] for call in calls}
    texts = [text for organ in ORGANS for text in adopted(data, organ)]
    return calls + [text for text in texts if text["symbol"] not in counted] + rejected(data) + vetoed(data)


def compared(pairs):
    """Lijphart's index (1963) and what it is made of: the same position is one, yes and no nothing, one abstaining a half."""
    same = sum(a == b for a, b in pairs)
    opposite = sum({a, b} == {"YES", "NO"} for a, b in pairs)
    partly = len(pairs) - same - opposite
    return {
        "shared": len(pairs),
        "same": same,
        "partly": partly,
        "opposite": opposite,
        "score": (same + partly / 2) / len(pairs) if pairs else None,
    }


def agreement(taken, state):
    """How far a state agrees with each other state that it ever voted together with, and how often they took which positions."""
    pairs = defaultdict(list)
    for vote in taken:
        own = vote["cast"].get(state)
        if own is not None:
            for other, position in vote["cast"].items():
                if other != state:
                    pairs[other].append((own, position))
    return {other: {**compared(met), "pairs": Counter(map(" ".join, met))} for other, met in pairs.items()}


def together(taken, state, other):
    """The votes that both took part in."""
    return [vote for vote in taken if {state, other} <= vote["cast"].keys()]


def by_year(taken, state, other):
    """The agreement of two states, by year."""
    years = defaultdict(list)
    for vote in together(taken, state, other):
        years[vote["date"][:4]].append((vote["cast"][state], vote["cast"][other]))
    return {year: compared(met) for year, met in sorted(years.items())}


def opposed(taken, state, other):
    """The votes in which one was for and the other against: numbers of roll calls, symbols of texts that no roll call has."""
    return sorted(
        vote.get("rcid", vote["symbol"])
        for vote in together(taken, state, other)
        if {vote["cast"][state], vote["cast"][other]} == {"YES", "NO"}
    )
