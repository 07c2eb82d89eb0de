"""Recomputes from the official files what the dossier seeds/un-record-dprk says, and prints where both agree or differ.

usage: python3 scripts/verify/dprk-record.py [FOLDER]

FOLDER holds the files (default ../shared/data). The graph is asked through `plenary query`. Exit code 1 on any difference.
"""

import re
import sys
import tempfile

import records
from graph import ROOT, Graph

EVIDENCE = "evidence { source { id url } symbol section paragraph row quote }"
RESOLUTION = f"""id symbol draftSymbol date status adoptionType {EVIDENCE}
  vetoedBy {{ edges {{ date form node {{ name }} }} }} sponsoredBy {{ nodes {{ name }} }}
  adoptedBy {{ edges {{ date node {{ id }} }} }}"""
VOTE = f"""id date tally {{ yes no abstain }} {EVIDENCE} on {{ nodes {{ id }} }}
  castBy {{ edges {{ position node {{ iso3 name }} }} }} takenAt {{ date node {{ symbol }} }}"""

UNDOCS = "https://undocs.org/"

# How the UN's files and this graph name the members that the dossier has votes or vetoes of.
NAMES = {
    "China": "China",
    "France": "France",
    "Russia": "Russian Federation",
    "United Kingdom": "United Kingdom",
    "United States": "United States",
}
POSITIONS = {"inFavour": "YES", "against": "NO", "abstaining": "ABSTAIN"}


class Report:
    """Prints each comparison and counts those that differ."""

    def __init__(self):
        self.agreed = self.differed = 0

    def compare(self, what, graph_says, record_says):
        same = graph_says == record_says
        self.agreed += same
        self.differed += not same
        print(f"agree   {what}: {record_says}" if same else f"differ  {what}: graph {graph_says}, record {record_says}")


def rcids(node):
    """The roll calls that a node cites, by their numbers in the register."""
    found = (re.search(r"rcid (\d+)", e["section"] or "") for e in node["evidence"] if e["source"]["id"] == "unvotes")
    return sorted({match.group(1) for match in found if match})


def check_roll_calls(report, data, votes, resolutions):
    calls = records.roll_calls(data)
    by_id = {resolution["id"]: resolution for resolution in resolutions}
    cited = set()
    for vote in (vote for vote in votes if rcids(vote)):
        (rcid,) = rcids(vote)
        cited.add(rcid)
        call = calls[rcid]
        report.compare(f"{vote['id']} tally, rcid {rcid}", vote["tally"], call["tally"])
        report.compare(f"{vote['id']} date", vote["date"], call["date"])
        (on,) = (by_id[node["id"]] for node in vote["on"]["nodes"])
        report.compare(f"{on['id']} symbol", on["symbol"], call["symbol"])
        report.compare(f"{on['id']} date", on["date"], call["date"])
        report.compare(f"{on['id']} adoption", on["adoptionType"], "RECORDED_VOTE")
    wanted = {rcid for rcid, call in calls.items() if records.SITUATION.search(call["title"])}
    report.compare("roll calls on the situation of human rights in the country", sorted(cited), sorted(wanted))
    claimed = {"yes": 123, "no": 16, "abstain": 51}
    same = [call["symbol"] for call in calls.values() if call["tally"] == claimed]
    report.compare("roll calls of 123 to 16 with 51 abstentions", ["A/RES/66/174"], same)


def check_council(report, data, resolutions):
    """The Security Council's resolutions that the graph has, and what the editors say of all those on the country."""
    official = {re.sub(r" (?=\()", "", symbol): r for symbol, r in records.adopted(data, "un-sc-resolutions").items()}
    for resolution in (r for r in resolutions if (r["symbol"] or "").startswith("S/RES/")):
        record = official[resolution["symbol"]]
        report.compare(f"{resolution['id']} date", resolution["date"], records.iso(record["adoption_date"]))
        report.compare(f"{resolution['id']} draft", resolution["draftSymbol"], record["draft_resolution"])
        unanimous = record["adoption_type"].startswith("Adopted unanimously")
        report.compare(f"{resolution['id']} unanimous", resolution["adoptionType"] == "UNANIMOUS", unanimous)
    titled = [r for r in official.values() if records.OF_THE_COUNTRY.search(r["resolution_title"])]
    item = [r for r in titled if r["agenda_item_name"].startswith("Non-proliferation")]
    report.compare("resolutions on the country, of them on non-proliferation", (24, 23), (len(titled), len(item)))
    rights = [r["symbol"] for r in titled if "human rights" in f"{r['resolution_title']} {r['agenda_item_name']}".lower()]
    report.compare("of them on human rights by title or item", [], rights)


def check_adopted(report, data, folder, resolutions):
    """Resolutions that a register of adopted texts proves, and that none on the matter is left out."""
    official = records.adopted(data, folder)
    cited = [r for r in resolutions if any(e["source"]["id"] == folder for e in r["evidence"])]
    for resolution in cited:
        record = official[resolution["symbol"]]
        voted = {"Without a vote": "WITHOUT_VOTE"}.get(record["adoption_type"], "RECORDED_VOTE")
        report.compare(f"{resolution['id']} date", resolution["date"], records.iso(record["adoption_date"]))
        report.compare(f"{resolution['id']} adoption", resolution["adoptionType"], voted)
        report.compare(f"{resolution['id']} title", True, bool(records.SITUATION.search(record["title"])))
    wanted = sorted(symbol for symbol, record in official.items() if records.SITUATION.search(record["title"]))
    report.compare(f"resolutions on the matter in {folder}", sorted(r["symbol"] for r in cited), wanted)


def check_vetoes(report, data, resolutions, votes):
    listed = records.vetoes(data)
    drafts = {r["draftSymbol"]: r for r in resolutions if any(e["source"]["id"] == "unsc-vetoes" for e in r["evidence"])}
    for symbol, draft in drafts.items():
        (row,) = {e["row"] for e in draft["evidence"] if e["row"]}
        record = listed[row - 1]
        vetoes = draft["vetoedBy"]["edges"]
        report.compare(f"{draft['id']} draft in row {row}", symbol, record["draft"])
        report.compare(f"{draft['id']} date", draft["date"], record["date"])
        report.compare(f"{draft['id']} vetoed by", sorted(veto["node"]["name"] for veto in vetoes), record["by"])
        report.compare(f"{draft['id']} dates of vetoes", {veto["date"] for veto in vetoes}, {record["date"]})
        (vote,) = (v for v in votes if [node["id"] for node in v["on"]["nodes"]] == [draft["id"]])
        report.compare(f"{vote['id']} meeting", vote["takenAt"]["node"]["symbol"], record["meeting"])
        against = sorted(edge["node"]["name"] for edge in vote["castBy"]["edges"] if edge["position"] == "NO")
        report.compare(f"{vote['id']} against", against, record["by"])
    wanted = sorted(record["draft"] for record in listed if records.OF_THE_COUNTRY.search(record["agenda"]))
    report.compare("vetoed drafts on the country in the list", sorted(drafts), wanted)


def check_failed_drafts(report, texts, resolutions, votes):
    """Drafts whose failure and votes stand in the markup of the text itself."""
    wanted = {s for s, text in texts.items() if s.startswith("S/") and records.OF_THE_COUNTRY.search(text["agenda"])}
    drafts = {r["draftSymbol"]: r for r in resolutions if r["draftSymbol"] in texts and r["draftSymbol"].startswith("S/")}
    report.compare("drafts on the country not adopted, with their votes", set(drafts), wanted)
    for symbol, draft in drafts.items():
        text = texts[symbol]
        (vote,) = (v for v in votes if [node["id"] for node in v["on"]["nodes"]] == [draft["id"]])
        report.compare(f"{draft['id']} date", draft["date"], text["dates"]["voting"])
        counted = {kind: len(names) for kind, names in text["voters"].items()}
        report.compare(f"{symbol} numbers and lists of its markup", text["counts"], counted)
        tally = {"yes": counted["inFavour"], "no": counted["against"], "abstain": counted["abstaining"]}
        report.compare(f"{vote['id']} tally", vote["tally"], tally)
        for edge in vote["castBy"]["edges"]:
            name = NAMES[edge["node"]["name"]].upper()
            recorded = [POSITIONS[kind] for kind, names in text["voters"].items() if name in names]
            report.compare(f"{edge['node']['name']} on {symbol}", [edge["position"]], recorded)
        vetoing = [NAMES[veto["node"]["name"]] for veto in draft["vetoedBy"]["edges"]]
        outcome = re.search(r"\(([^()]+)\)", text["outcome"]).group(1).split(" and ")
        report.compare(f"{draft['id']} vetoed by", vetoing, outcome)
        report.compare(f"{vote['id']} meeting", vote["takenAt"]["node"]["symbol"] in text["outcome"], True)
        sponsors = [NAMES[node["name"]] for node in draft["sponsoredBy"]["nodes"]]
        report.compare(f"{draft['id']} put forward by", all(name in text["sponsor"] for name in sponsors), bool(sponsors))


def check_recalled(report, texts, resolutions):
    """Resolutions of which the files have no text: another text names number and day."""
    whole = " ".join(text["text"] for text in texts.values())
    for resolution in resolutions:
        symbol = resolution["symbol"]
        if symbol in texts or not (symbol or "").startswith("A/HRC/RES/"):
            continue
        number = re.escape(symbol.removeprefix("A/HRC/RES/"))
        days = {records.iso(day) for day in re.findall(rf"resolution {number} of (\d+ \w+ \d{{4}})", whole)}
        report.compare(f"{resolution['id']} date, as recalled", {resolution["date"]}, days)


def check_adoptions(report, resolutions):
    """An organ adopts its resolution on the day that the resolution bears."""
    organs = {"A/RES/": "un-general-assembly", "A/HRC/RES/": "un-human-rights-council"}
    for resolution in resolutions:
        organ = next((organ for start, organ in organs.items() if (resolution["symbol"] or "").startswith(start)), None)
        if organ is not None:
            days = {edge["date"] for edge in resolution["adoptedBy"]["edges"] if edge["node"]["id"] == organ}
            report.compare(f"{organ} adopted {resolution['symbol']}", days, {resolution["date"]})


def symbol_of(source):
    """The UN symbol of a source that is an official document; of another, what no text has."""
    return (source["url"] or "").removeprefix(UNDOCS)


def check_sources(report, texts, sources):
    for source in sources:
        text = texts.get(symbol_of(source))
        if text is not None:
            report.compare(f"{source['id']} issued", source["date"], text["dates"]["publication"])


def check_quotes(report, texts, evidences):
    """Quotes from the official texts: in the operative paragraph that they name, else anywhere in the text."""
    for evidence in evidences:
        text = texts.get(evidence["symbol"])
        if text is None or evidence["quote"] is None or symbol_of(evidence["source"]) != text["symbol"]:
            continue
        number = evidence["paragraph"]
        where = text["paragraphs"].get(number, "") if number else f"{text['head']} {text['text']}"
        place = f"{text['symbol']}{f', para. {number}' if number else ''}"
        report.compare(f"{place} has “{evidence['quote']}”", True, evidence["quote"] in where)


def check_codes(report, data, states):
    """Codes of states; those that ceased to be before there were codes have none."""
    official = records.states(data)
    for state in (state for state in states if any(state[code] for code in ("iso2", "iso3", "m49"))):
        report.compare(f"codes of {state['name']}", {k: state[k] for k in ("iso2", "m49")}, official.get(state["iso3"]))


def distinct(evidences):
    """Evidences without repeats."""
    return {repr(sorted(evidence.items(), key=str)): evidence for evidence in evidences}.values()


def verify(data, graph):
    """Compares everything, and returns the report."""
    report = Report()
    texts = records.texts(data)
    resolutions = graph.everything("resolutions", RESOLUTION)
    votes = graph.everything("votes", VOTE)
    check_roll_calls(report, data, votes, resolutions)
    check_adopted(report, data, "un-ga-resolutions", resolutions)
    check_adopted(report, data, "un-hrc-resolutions", resolutions)
    check_council(report, data, resolutions)
    check_vetoes(report, data, resolutions, votes)
    check_failed_drafts(report, texts, resolutions, votes)
    check_recalled(report, texts, resolutions)
    check_adoptions(report, resolutions)
    sources = graph.everything("sources", "id url date")
    check_sources(report, texts, sources)
    nodes = graph.everything("entities", f"{EVIDENCE} claims {{ {EVIDENCE} }} aliases {{ {EVIDENCE} }}")
    documents = ", ".join(f'"{source["id"]}"' for source in sources if symbol_of(source) in texts)
    links = graph.everything("links", EVIDENCE, f"{{ source: {{ in: [{documents}] }} }}")
    holders = [*links, *nodes, *(part for node in nodes for part in (*node["claims"], *node["aliases"]))]
    check_quotes(report, texts, distinct(e for holder in holders for e in holder["evidence"]))
    check_codes(report, data, graph.everything("states", "name iso2 iso3 m49"))
    return report


def main(data):
    with tempfile.TemporaryDirectory() as folder:
        report = verify(data, Graph(folder))
    print(f"{report.agreed} agree, {report.differed} differ")
    return 1 if report.differed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ROOT.parent / "shared" / "data"))
