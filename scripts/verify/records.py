"""Reads the official files beside this repository, each with the traps that its PROVENANCE.md names."""

import csv
import json
import re
from collections import Counter, defaultdict
from datetime import datetime
from html import unescape
from pathlib import Path

SITUATION = re.compile(r"situation of human rights in the democratic people.*republic of korea", re.IGNORECASE)
OF_THE_COUNTRY = re.compile(r"democratic people.s republic of korea", re.IGNORECASE)


def iso(text):
    """A date such as `16 December 2020`, `2019-12-18 00:00:00` or `5/26/2022` as `yyyy-mm-dd`."""
    text = text.replace("\xa0", " ").strip()
    for form in ("%d %B %Y", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d", "%m/%d/%Y"):
        try:
            return datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    raise ValueError(f"not a date: {text}")


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def roll_calls(data):
    """Roll calls of the General Assembly by rcid: symbol, date, title, and the tally counted from each state's vote."""
    folder = Path(data) / "unga-votes-unvotes"
    tallies = defaultdict(Counter)
    for vote in rows(folder / "un_votes.csv"):
        tallies[vote["rcid"]][vote["vote"]] += 1
    return {
        call["rcid"]: {
            "symbol": re.sub(r"^(A/RES/|R/)?", "A/RES/", call["unres"]),
            "date": call["date"],
            "title": call["descr"],
            "tally": {name: tallies[call["rcid"]][name] for name in ("yes", "no", "abstain")},
        }
        for call in rows(folder / "un_roll_calls.csv")
    }


def adopted(data, folder):
    """Resolutions of an organ by symbol, from its data_extract: lines of JSON, some wrapped in quotes."""
    decoder = json.JSONDecoder()
    found = {}
    for path in sorted((Path(data) / folder / "data_extract").glob("*.json")):
        text = path.read_text(encoding="utf-8-sig")
        at = text.find('{"symbol"')
        while at >= 0:
            record, end = decoder.raw_decode(text, at)
            found[record["symbol"]] = record
            at = text.find('{"symbol"', end)
    return found


def vetoes(data):
    """Rows of the list of vetoes, the first is number 1: draft, meeting, date, agenda item and who vetoed."""
    return [
        {
            "draft": row["draft"],
            "meeting": row["meeting_record"],
            "date": iso(row["date"]),
            "agenda": row["agenda_item"],
            "topic": row["crisis_topic"],
            "by": sorted(row[f"member_veto{n}"] for n in (1, 2, 3) if row[f"member_veto{n}"]),
        }
        for row in rows(Path(data) / "unsc-vetoes" / "unsc_vetoes_1946_sept2022.csv")
    ]


def texts(data):
    """Official texts in Akoma Ntoso by symbol: dates, title, text (whole and by operative paragraph) and votes."""
    folders = ("un-ga-resolutions/dprk-xml", "un-hrc-resolutions/dprk-xml", "un-sc-resolutions/not-adopted-xml")
    found = [read_text(path) for folder in folders for path in sorted((Path(data) / folder).glob("*.xml"))]
    return {text["symbol"]: text for text in found}


def read_text(path):
    xml = path.read_text(encoding="utf-8")
    meta, body = xml.split("</meta>", 1)
    text = plain(re.sub(r"<authorialNote.*?</authorialNote>", "", body, flags=re.DOTALL))
    voters = {
        kind: re.findall(r">([^<]+)</organization>", block)
        for kind, block in re.findall(r'<count [^>]*refersTo="(\w+)">(.*?)</count>', meta, flags=re.DOTALL)
    }
    return {
        "symbol": re.search(r'refersTo="#symbol">([^<]+)<', body).group(1).strip(),
        "dates": dict((name, day) for day, name in re.findall(r'<FRBRdate date="([^"]+)" name="([^"]+)"', meta)),
        "agenda": " ".join(unescape(item) for item in re.findall(r'refersTo="agenda"[^>]*showAs="([^"]*)"', meta)),
        "outcome": unescape(" ".join(re.findall(r'outcome="(?:veto|notAdopted|adopted)" [^>]*', meta))),
        "sponsor": unescape(next(iter(re.findall(r'outcome="draftResolution" (?:as="[^"]*" )?by="([^"]*)"', meta)), "")),
        "head": plain(meta_text(meta)),
        "text": text,
        "paragraphs": paragraphs(text),
        "counts": {kind: int(count) for count, kind in re.findall(r'<count value="(\d+)" refersTo="(\w+)"', meta)},
        "voters": voters,
    }


def meta_text(meta):
    """What the head of a text says in its attributes, where the title and the outcome of a vote stand."""
    return unescape(" ".join(re.findall(r'(?:showAs|by)="([^"]*)"', meta)))


def plain(markup):
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", markup))).strip()


def paragraphs(text):
    """Operative paragraphs by number: each begins with its number after the semicolon or comma of the one before."""
    starts, wanted = [], 1
    for match in re.finditer(r"[;,] (\d+)\. (?=[A-Z])", text):
        if int(match.group(1)) == wanted:
            starts.append(match.end())
            wanted += 1
    ends = [*starts[1:], len(text)]
    return {number: text[start:end] for number, (start, end) in enumerate(zip(starts, ends), 1)}


def states(data):
    """States by ISO 3166-1 alpha-3: alpha-2 and M49 in three digits."""
    path = Path(data) / "countries" / "country-codes" / "country-codes.csv"
    return {
        row["ISO3166-1-Alpha-3"]: {"iso2": row["ISO3166-1-Alpha-2"], "m49": row["M49"].zfill(3)} for row in rows(path)
    }
