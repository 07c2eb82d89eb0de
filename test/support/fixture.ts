import type { EdgeRecord, Evidence, GraphRecords, NodeRecord, Properties } from "../../src/graph/record.js";
import { compareText } from "../../src/graph/text.js";
import { MODALITIES, RANKS } from "../../src/ontology/model.js";

/**
 * A small graph over the real ontology that has a case of everything an engine must handle. Its states, persons, bodies and papers are
 * invented; nothing in it says anything about the world.
 */
export function fixtureRecords(): GraphRecords {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);
  return { nodes: nodes().toSorted(byId), edges: edges().toSorted(byId) };
}

/** The states in order of id. `arda-north` sorts between `arda` and `arda/…`; two names lie on either side of U+FFFF. */
export const STATES = ["arda", "arda-north", "bora", "cyra", "dorn", "elva", "fenn"] as const;
export const VOTES = ["vote-1", "vote-2", "vote-3", "vote-4", "vote-5"] as const;

const PROOF: Evidence = { source: "chronicle", paragraph: 3 };

function node(id: string, type: string, name: string, properties: Properties = {}): NodeRecord {
  const evidence = type === "Source" ? [] : [PROOF];
  const own = { name, identified: true, sameAs: [], ...properties };
  return { id, type, properties: own, aliases: [], basis: [], evidence, claims: [] };
}

function edge(id: string, more: Partial<EdgeRecord> = {}): EdgeRecord {
  const [subject = "", type = "", object = "", key] = id.split("/");
  const keyed = key === undefined ? {} : { key };
  const defaults = { modality: "ACTUAL", rank: "NORMAL", properties: {}, basis: [], evidence: [PROOF] } as const;
  return { id, type, subject, object, ...keyed, ...defaults, ...more };
}

function nodes(): NodeRecord[] {
  return [
    node("chronicle", "Source", "The Arda Chronicle", { date: "2014-02", kind: "ARTICLE", covers: [] }),
    node("register", "Source", "Register of Votes", {
      date: "2015",
      kind: "REGISTER",
      url: "https://register.example/votes",
      covers: [
        { relationships: ["CAST", "ON"], bodies: ["council"], from: "2010", until: "2014-12-31", complete: true },
        { complete: false },
      ],
    }),
    node("leaflet", "Source", "A leaflet without a date", { kind: "DOCUMENT", covers: [] }),
    {
      ...node("arda", "State", "Arda", { iso2: "QA", iso3: "QAR", m49: "901", summary: "A state in the fixture." }),
      aliases: [
        { text: "Republic of Árda", kind: "NAME", evidence: [{ source: "register", row: 1 }] },
        { text: "Old Arda", kind: "FORMER", from: "1950", until: "1990-06", evidence: [PROOF] },
      ],
      claims: [
        { property: "name", value: "Arda", rank: "PREFERRED", reason: "Its own usage.", evidence: [PROOF] },
        { property: "name", value: "Ardda", rank: "DEPRECATED", evidence: [{ source: "leaflet", page: 2 }] },
      ],
      basis: [{ of: "identity", basis: "INFERRED", reason: "The register spells it otherwise." }],
    },
    node("arda-north", "State", "Arda, North", { iso2: "QB", iso3: "QAN" }),
    node("bora", "State", "Bora", { iso3: "QBO", m49: "902" }),
    node("cyra", "State", "Çyra", { iso3: "QCY", sameAs: ["https://example.org/cyra", "https://example.net/c"] }),
    node("dorn", "State", "\uff24orn", { iso3: "QDO" }),
    node("elva", "State", "Élva", { iso3: "QEL" }),
    node("fenn", "State", "\u{1d509}enn", { identified: false }),
    node("ilo-marr", "Person", "Ilo Marr"),
    node("una-vey", "Person", "Una Vey", { summary: "A rapporteur in the fixture." }),
    node("the-witness", "Person", "the witness", { identified: false }),
    node("envoy", "Office", "Envoy of Arda"),
    node("rapporteur", "Office", "Rapporteur on Dorn"),
    node("council", "Organization", "Council of the Fixture", { kind: "ORGAN", status: "ACTIVE" }),
    node("assembly", "Organization", "Assembly of the Fixture", { kind: "ORGAN", status: "ACTIVE" }),
    node("inquiry", "Organization", "Inquiry into Dorn", { kind: "MECHANISM", status: "PROPOSED" }),
    node("court", "Organization", "Court of the Fixture", { kind: "COURT" }),
    node("coastal-group", "Group", "Coastal Group"),
    node("draft-1", "Resolution", "First draft on Dorn", { draftSymbol: "F/1", date: "2012-05-04", status: "VETOED" }),
    node("draft-2", "Resolution", "Second draft on Dorn", { draftSymbol: "F/2", date: "2012-05", status: "FAILED" }),
    node("text-3", "Resolution", "Resolution on Dorn", { symbol: "F/RES/3", date: "2012", status: "ADOPTED" }),
    node("text-4", "Resolution", "Resolution on Élva", { symbol: "F/RES/4", date: "2013-01-31", status: "ADOPTED" }),
    node("text-5", "Resolution", "Resolution without a date", { status: "PENDING", series: false }),
    node("series-6", "Resolution", "Yearly resolution on Dorn", { status: "ADOPTED", series: true }),
    node("vote-1", "Vote", "Vote 1", { date: "2012-05-04", kind: "SUBSTANTIVE", tally: { yes: 5, no: 1, abstain: 1 } }),
    node("vote-2", "Vote", "Vote 2", { date: "2012-05-04", kind: "SUBSTANTIVE", tally: { yes: 3, no: 3 } }),
    node("vote-3", "Vote", "Vote 3", { date: "2012", kind: "PROCEDURAL", tally: { yes: 7 } }),
    node("vote-4", "Vote", "Vote 4", { date: "2013-01", symbol: "F/V/4" }),
    node("vote-5", "Vote", "Vote 5", { kind: "PARAGRAPH" }),
    node("sitting-1", "Meeting", "First sitting", { symbol: "F/PV.1", date: "2012-05-04" }),
    node("sitting-2", "Meeting", "Second sitting", { symbol: "F/PV.2", date: "2013-01-31" }),
    node("storm", "Event", "The storm", { date: "2011", kind: "storm" }),
    node("march", "Event", "The march", { date: "2013-06-01", kind: "protest" }),
    node("report-1", "Report", "Report of the rapporteur", { symbol: "F/REP/1", date: "2013-11" }),
    node("ask-1", "Recommendation", "Refer Dorn", {
      date: "2013-11",
      text: "Refer Dorn to the court.",
      outcome: "BLOCKED",
    }),
    node("ask-2", "Recommendation", "Set up an inquiry", {
      date: "2014",
      text: "An inquiry, soon.",
      outcome: "TAKEN_UP",
    }),
    node("ask-3", "Recommendation", "End the sanctions", { text: "Lift them." }),
    node("referral", "Referral", "Referral of Dorn", { status: "PROPOSED" }),
    node("sanctions", "Measure", "Sanctions on Dorn", { kind: "sanctions", status: "IN_FORCE" }),
    node("denial", "Statement", "Denial by Dorn", {
      date: "2014-03-01",
      kind: "DENIAL",
      text: "None of it happened.",
    }),
    node("threat", "Statement", "Threat of a veto", { date: "2014-03", kind: "THREAT" }),
    node("finding", "Statement", "A finding", {
      date: "2013-11",
      kind: "FINDING",
      quantity: { min: 80, max: 120.5, unit: "persons", approximate: true },
    }),
    node("remark", "Statement", "A remark", { kind: "STATEMENT", quantity: { min: 3, unit: "ships" } }),
    node("rights", "Topic", "Rights in Dorn", { kind: "THEME" }),
    node("item-9", "Topic", "Agenda item 9", { kind: "AGENDA_ITEM" }),
    node("harbour", "Place", "Harbour of Arda"),
    node("camp", "Place", "Camp"),
    node("charter", "Instrument", "Charter of the Fixture", { date: "1950-01-01" }),
  ];
}

function edges(): EdgeRecord[] {
  return [...castEdges(), ...blockings(), ...posts(), ...asks(), ...words(), ...others()];
}

/** Every state but the last votes, with a date on every second vote, so that dates are missing and tie. */
function castEdges(): EdgeRecord[] {
  const positions = ["YES", "NO", "ABSTAIN", "YES", "ABSENT"] as const;
  return STATES.slice(0, 6).flatMap((state, s) =>
    VOTES.map((vote, v) =>
      edge(`${state}/CAST/${vote}`, {
        properties: { position: positions[(s * 2 + v * v) % positions.length] ?? "YES" },
        ...(v % 2 === 0 ? { date: ["2012-05-04", "2012", "2013-01"][(s + v) % 3] ?? "2012" } : {}),
        evidence: [
          { source: "register", row: s * 10 + v + 1 },
          ...(v === 0 ? [PROOF, { source: "register", row: 99 }] : []),
        ],
      }),
    ),
  );
}

/** One blocking of every modality and of every rank, and each form of edge identity. */
function blockings(): EdgeRecord[] {
  const objects = ["draft-2", "text-3", "referral", "sanctions", "inquiry", "series-6", "text-5", "text-4"];
  return [
    edge("arda/VETOED/draft-1", { date: "2012-05-04", properties: { form: "VETO" } }),
    edge("bora/VETOED/draft-1", { date: "2012-05-04", properties: { form: "VETO" }, rank: "PREFERRED" }),
    ...MODALITIES.map((modality, index) =>
      edge(`bora/BLOCKED/${objects[index] ?? ""}`, {
        modality,
        properties: { form: index % 2 === 0 ? "OPPOSITION" : "VETO" },
        evidence: [
          {
            ...PROOF,
            quote: "stood in the way",
            wording: "is said to have blocked it",
            attributedTo: ["ilo-marr", "una-vey"],
            reportedBy: ["the-witness"],
          },
        ],
      }),
    ),
    ...RANKS.map((rank, index) =>
      edge(`cyra/BLOCKED/referral/${["c", "a", "b"][index] ?? ""}`, {
        rank,
        date: ["2014", "2014-02", "2014-02-17"][index] ?? "2014",
        properties: { form: "NOT_STATED" },
        basis: [{ of: "date", basis: "RESOLVED", reason: "Counted from the paper's own date." }],
      }),
    ),
    edge("cyra/BLOCKED/referral", { properties: { form: "ABSTENTION" }, date: "2014-02-17" }),
    edge("coastal-group/BLOCKED/inquiry", { properties: { form: "PROCEDURAL_VOTE" }, date: "2013" }),
    edge("arda-north/BLOCKED/inquiry", { properties: { form: "OPPOSITION" }, evidence: [{ source: "leaflet" }] }),
  ];
}

function posts(): EdgeRecord[] {
  return [
    edge("ilo-marr/HOLDS/envoy", { from: "2010-01-01", until: "2013" }),
    edge("una-vey/HOLDS/rapporteur", { from: "2011" }),
    edge("una-vey/HOLDS/envoy", { from: "2013-02", rank: "DEPRECATED" }),
    edge("envoy/OFFICE_OF/arda"),
    edge("rapporteur/OFFICE_OF/council"),
    edge("ilo-marr/AFFILIATED_WITH/arda", { derivedFrom: ["envoy/OFFICE_OF/arda", "ilo-marr/HOLDS/envoy"] }),
    edge("una-vey/AFFILIATED_WITH/council", {
      derivedFrom: ["rapporteur/OFFICE_OF/council", "una-vey/HOLDS/rapporteur"],
    }),
    edge("arda/MEMBER_OF/council", { from: "2010", properties: { kind: "permanent" } }),
    edge("bora/MEMBER_OF/council", { from: "2010", properties: { kind: "permanent" } }),
    edge("cyra/MEMBER_OF/council", { from: "2012", until: "2013", properties: { kind: "elected" } }),
    edge("elva/MEMBER_OF/coastal-group"),
    edge("court/PART_OF/assembly"),
    edge("inquiry/PART_OF/council", { modality: "PLANNED" }),
    edge("draft-1/PART_OF/series-6"),
    edge("text-3/PART_OF/series-6"),
  ];
}

function asks(): EdgeRecord[] {
  return [
    edge("una-vey/RECOMMENDS/ask-1", { date: "2013-11" }),
    edge("una-vey/RECOMMENDS/ask-1/again", { date: "2014-03-02" }),
    edge("report-1/RECOMMENDS/ask-1", { date: "2013-11" }),
    edge("report-1/RECOMMENDS/ask-2"),
    edge("elva/RECOMMENDS/ask-3", { modality: "POSSIBLE" }),
    edge("ask-1/CALLS_FOR/referral", { properties: { aim: "START" } }),
    edge("ask-2/CALLS_FOR/inquiry", { properties: { aim: "START" } }),
    edge("ask-3/CALLS_FOR/sanctions", { properties: { aim: "END" } }),
    edge("ask-1/ADDRESSED_TO/council"),
    edge("ask-2/ADDRESSED_TO/assembly"),
    edge("report-1/RECOMMENDED/referral", {
      evidence: [PROOF, { source: "register", row: 7, symbol: "F/REP/1", section: "Conclusions" }],
      derivedFrom: ["ask-1/CALLS_FOR/referral", "report-1/RECOMMENDS/ask-1"],
    }),
    edge("una-vey/RECOMMENDED/referral", {
      evidence: [{ source: "register", row: 7, symbol: "F/REP/1", section: "Conclusions" }],
      derivedFrom: ["ask-1/CALLS_FOR/referral", "una-vey/RECOMMENDS/ask-1"],
    }),
    edge("referral/SENT_TO/court", { modality: "CALLED_FOR" }),
    edge("referral/CONCERNS/dorn"),
    edge("sanctions/CONCERNS/dorn"),
    edge("referral/FOR_DECISION_BY/council"),
    edge("draft-1/FOR_DECISION_BY/council"),
    edge("text-3/ESTABLISHED/inquiry", { modality: "DID_NOT_HAPPEN" }),
  ];
}

function words(): EdgeRecord[] {
  return [
    edge("dorn/MADE/denial", { date: "2014-03-01", evidence: [{ ...PROOF, quote: "none of it happened" }] }),
    edge("bora/MADE/threat", { date: "2014-03" }),
    edge("report-1/MADE/finding"),
    edge("ilo-marr/MADE/remark", { modality: "DENIED" }),
    edge("denial/ABOUT/rights"),
    edge("denial/ABOUT/report-1"),
    edge("finding/ABOUT/rights", { evidence: [PROOF, { source: "leaflet", page: 4 }] }),
    edge("threat/ABOUT/referral"),
    edge("remark/ABOUT/remark"),
    edge("report-1/ABOUT/dorn"),
    edge("text-3/ABOUT/dorn"),
    edge("denial/RESPONDED_TO/finding"),
    edge("denial/AT/sitting-2"),
    edge("threat/AT/sitting-2", { modality: "EXPECTED" }),
    edge("denial/CONTRADICTS/finding", { properties: { reason: "One denies what the other finds." } }),
    edge("remark/WITHDREW/threat"),
    edge("arda/SUPPORTED/finding"),
    edge("dorn/CRITICIZED/report-1"),
  ];
}

function others(): EdgeRecord[] {
  return [
    ...VOTES.slice(0, 4).map((vote, v) => edge(`${vote}/ON/${["draft-1", "draft-2", "text-3", "text-4"][v] ?? ""}`)),
    edge("vote-5/ON/item-9"),
    edge("vote-1/TAKEN_AT/sitting-1", { date: "2012-05-04" }),
    edge("vote-2/TAKEN_AT/sitting-1"),
    edge("vote-3/TAKEN_AT/sitting-2", { rank: "DEPRECATED" }),
    edge("vote-3/TAKEN_AT/sitting-1", { rank: "PREFERRED" }),
    edge("vote-4/TAKEN_AT/sitting-2", { modality: "POSSIBLE" }),
    edge("arda/SPONSORED/text-3"),
    edge("elva/SPONSORED/draft-1"),
    edge("council/ADOPTED/text-3", { date: "2012" }),
    edge("assembly/ADOPTED/text-3", { date: "2012-06" }),
    edge("assembly/ADOPTED/text-4", { date: "2013-01-31" }),
    edge("arda/PARTICIPATED_IN/sitting-1", { properties: { role: "SPEAKER" } }),
    edge("bora/PARTICIPATED_IN/sitting-1"),
    edge("dorn/PARTICIPATED_IN/storm", { properties: { role: "AFFECTED" } }),
    edge("una-vey/AUTHORED/report-1"),
    edge("coastal-group/PUBLISHED/leaflet"),
    edge("arda/HAS_RELATIONS_WITH/bora", { properties: { kind: "treaty" }, from: "1990" }),
    edge("bora/HAS_RELATIONS_WITH/arda", { properties: { kind: "trade" } }),
    edge("cyra/HAS_RELATIONS_WITH/arda"),
    edge("arda/HAS_RELATIONS_WITH/arda", { properties: { kind: "self-rule" } }),
    edge("dorn/ACCUSED_OF/rights", { modality: "POSSIBLE" }),
    edge("dorn/ACCUSED_OF/march"),
    edge("item-9/ON_AGENDA_OF/assembly", { from: "2012" }),
    edge("camp/LOCATED_IN/harbour"),
    edge("harbour/LOCATED_IN/arda"),
    edge("arda/DIFFERENT_FROM/arda-north", { properties: { reason: "Two states of one name." } }),
    edge("chronicle/MENTIONS/dorn", { properties: { paragraphs: [3, 4, 17] } }),
    edge("chronicle/MENTIONS/arda", { properties: { paragraphs: [3] } }),
    edge("register/MENTIONS/dorn", { properties: { paragraphs: [] } }),
  ];
}
