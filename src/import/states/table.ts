/**
 * What the list of ISO 3166-1 does not say of states: which of its entries are none, how they are called in short, how they were called
 * before, and which states have ceased to be. A node goes on where a seat in the United Nations did; a state admitted anew is another;
 * docs/imports.md has the reasons case by case. Every row says what it rests on.
 */

/** What a row of these tables rests on: a source that `states.ts` declares, and the document where it is one of the United Nations' own. */
export interface Proof {
  readonly source: "un-membership" | "un-treaty-collection" | "plenary-states";
  readonly symbol?: string;
}

/** The notes to the United Nations' list of its members. */
const MEMBERS: Proof = { source: "un-membership" };
/** The historical notes of the United Nations Treaty Collection: as from when each name was used. */
const TREATIES: Proof = { source: "un-treaty-collection" };
/** This table itself: usage, and dates that nobody has checked against a document yet. */
const UNCHECKED: Proof = { source: "plenary-states" };
/** A resolution that says so. */
const resolution = (symbol: string): Proof => ({ source: "un-membership", symbol });

/** Entries of ISO 3166-1 (two letters) that are neither members nor observer states of the United Nations. */
export const NO_STATES = new Set(
  (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ " +
    "SX TC TF TK TW UM VG VI WF YT"
  ).split(" "),
);

/** States whose name here is not the one that ISO 3166-1 has, by its three letters. Dossiers may call them otherwise again. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  BOL: "Bolivia",
  COD: "Democratic Republic of the Congo",
  FSM: "Micronesia",
  GBR: "United Kingdom",
  IRN: "Iran",
  PRK: "North Korea",
  KOR: "South Korea",
  LAO: "Laos",
  MDA: "Moldova",
  NLD: "Netherlands",
  PSE: "Palestine",
  RUS: "Russia",
  SYR: "Syria",
  TZA: "Tanzania",
  USA: "United States",
  VEN: "Venezuela",
};

/** A state that is no more, or whose government held a seat that another holds now. */
export interface FormerState {
  readonly id: string;
  readonly name: string;
  /** The last day on which it can be meant. */
  readonly until: string;
  readonly proof: Proof;
  readonly iso2?: string;
  readonly iso3?: string;
  readonly m49?: string;
}

export const FORMER_STATES: readonly FormerState[] = [
  {
    id: "czechoslovakia",
    name: "Czechoslovakia",
    until: "1992-12-31",
    proof: MEMBERS,
    iso2: "CS",
    iso3: "CSK",
    m49: "200",
  },
  {
    id: "german-democratic-republic",
    name: "German Democratic Republic",
    until: "1990-10-02",
    proof: MEMBERS,
    iso2: "DD",
    iso3: "DDR",
    m49: "278",
  },
  {
    id: "democratic-yemen",
    name: "Democratic Yemen",
    until: "1990-05-22",
    proof: MEMBERS,
    iso2: "YD",
    iso3: "YMD",
    m49: "720",
  },
  {
    id: "yugoslavia",
    name: "Yugoslavia",
    until: "1992-09-22",
    proof: resolution("A/RES/47/1"),
    iso2: "YU",
    iso3: "YUG",
  },
  { id: "zanzibar", name: "Zanzibar", until: "1964-04-26", proof: MEMBERS },
  {
    id: "republic-of-china",
    name: "Republic of China (China's seat until 25 October 1971)",
    until: "1971-10-25",
    proof: resolution("A/RES/2758(XXVI)"),
  },
];

/** Another name of a state. */
export interface OtherName {
  /** Its three letters in ISO 3166-1, or the id of a former state. */
  readonly state: string;
  readonly text: string;
  readonly kind: "NAME" | "ACRONYM" | "FORMER" | "MISSPELLING";
  readonly proof: Proof;
  readonly from?: string;
  readonly until?: string;
}

const former = (proof: Proof, state: string, text: string, until?: string, from?: string): OtherName => ({
  state,
  text,
  kind: "FORMER",
  proof,
  ...(from === undefined ? {} : { from }),
  ...(until === undefined ? {} : { until }),
});
const usual = (kind: "NAME" | "ACRONYM" | "MISSPELLING") => {
  return (state: string, text: string): OtherName => ({ state, text, kind, proof: UNCHECKED });
};
const name = usual("NAME");
const acronym = usual("ACRONYM");
const wrong = usual("MISSPELLING");

export const OTHER_NAMES: readonly OtherName[] = [
  former(MEMBERS, "RUS", "Union of Soviet Socialist Republics", "1991-12-24"),
  former(MEMBERS, "RUS", "USSR", "1991-12-24"),
  former(MEMBERS, "RUS", "Soviet Union", "1991-12-24"),
  former(TREATIES, "BLR", "Byelorussian Soviet Socialist Republic", "1991-09-18"),
  former(TREATIES, "BLR", "Byelorussian SSR", "1991-09-18"),
  former(UNCHECKED, "UKR", "Ukrainian Soviet Socialist Republic", "1991-08-24"),
  former(UNCHECKED, "UKR", "Ukrainian SSR", "1991-08-24"),
  former(MEMBERS, "DEU", "Federal Republic of Germany", "1990-10-03", "1973-09-18"),
  former(MEMBERS, "YEM", "Yemen Arab Republic", "1990-05-22"),
  name("democratic-yemen", "Yemen People's Republic"),
  name("democratic-yemen", "People's Democratic Republic of Yemen"),
  name("democratic-yemen", "Southern Yemen"),
  name("yugoslavia", "Socialist Federal Republic of Yugoslavia"),
  former(resolution("A/RES/55/12"), "SRB", "Federal Republic of Yugoslavia", "2003-02-04", "2000-11-01"),
  former(resolution("A/RES/55/12"), "SRB", "Yugoslavia", "2003-02-04", "2000-11-01"),
  former(MEMBERS, "SRB", "Serbia and Montenegro", "2006-06-03", "2003-02-04"),
  former(resolution("A/RES/2758(XXVI)"), "republic-of-china", "China", "1971-10-25"),
  name("republic-of-china", "Republic of China"),
  name("republic-of-china", "Taiwan"),
  former(MEMBERS, "EGY", "United Arab Republic", "1971-09-02", "1958-02-22"),
  former(MEMBERS, "TZA", "Tanganyika", "1964-04-26"),
  former(MEMBERS, "TZA", "United Republic of Tanganyika and Zanzibar", "1964-11-01", "1964-04-26"),
  former(MEMBERS, "MYS", "Federation of Malaya", "1963-09-16"),
  former(MEMBERS, "MYS", "Malaya", "1963-09-16"),
  former(TREATIES, "KHM", "Khmer Republic", "1975-04-30", "1970-12-28"),
  former(TREATIES, "KHM", "Democratic Kampuchea", "1990-02-03", "1976-04-06"),
  former(TREATIES, "KHM", "Kampuchea", "1990-02-03", "1976-04-06"),
  former(UNCHECKED, "COD", "Zaire", "1997-05-17", "1971-10-27"),
  former(UNCHECKED, "COD", "Congo (Leopoldville)", "1966-06-30"),
  name("COD", "Congo - Kinshasa"),
  former(UNCHECKED, "COG", "Congo (Brazzaville)", "1971-11-15"),
  former(UNCHECKED, "COG", "People's Republic of the Congo", "1991-06-30", "1969-12-31"),
  former(UNCHECKED, "MMR", "Burma", "1989-06-18"),
  name("MMR", "Myanmar (Burma)"),
  former(UNCHECKED, "LKA", "Ceylon", "1972-08-29"),
  former(TREATIES, "BEN", "Dahomey", "1975-12-02"),
  former(TREATIES, "BFA", "Upper Volta", "1984-08-04"),
  former(UNCHECKED, "CIV", "Ivory Coast", "1985-11-06"),
  former(TREATIES, "CPV", "Cape Verde", "2013-10-24"),
  former(TREATIES, "CAF", "Central African Empire", "1979-09-20", "1976-12-04"),
  former(MEMBERS, "CZE", "Czech Republic", "2016-05-17", "1993-01-19"),
  former(MEMBERS, "SWZ", "Swaziland", "2018-05-30"),
  former(MEMBERS, "MKD", "The former Yugoslav Republic of Macedonia", "2019-02-14", "1993-04-08"),
  former(MEMBERS, "TUR", "Turkey", "2022-06-01"),
  former(UNCHECKED, "LBY", "Libyan Arab Republic", "1977-03-02", "1969-09-01"),
  former(resolution("A/RES/66/1"), "LBY", "Libyan Arab Jamahiriya", "2011-09-16", "1977-03-02"),
  former(UNCHECKED, "LBY", "Socialist People's Libyan Arab Jamahiriya", "2004-12-14", "1986-04-18"),
  former(UNCHECKED, "MDG", "Malagasy Republic", "1975-12-30"),
  former(UNCHECKED, "MDV", "Maldive Islands", "1969-04-14"),
  former(UNCHECKED, "WSM", "Western Samoa", "1997-07-04"),
  former(UNCHECKED, "SUR", "Surinam", "1978-01-23"),
  former(UNCHECKED, "THA", "Siam", "1949-05-11"),
  former(UNCHECKED, "JOR", "Transjordan", "1949-04-26"),
  former(UNCHECKED, "ZAF", "Union of South Africa", "1961-05-31"),
  former(UNCHECKED, "TLS", "East Timor", "2002-09-27"),
  name("VNM", "Vietnam"),
  name("BRN", "Brunei"),
  name("VCT", "St. Vincent & Grenadines"),
  name("VAT", "Vatican"),
  name("CZE", "Czechia"),
  acronym("USA", "USA"),
  acronym("GBR", "UK"),
  acronym("PRK", "DPRK"),
  wrong("TUR", "TÜRKÝYE"),
  wrong("TUR", "T RKIYE"),
  wrong("CIV", "C TE D'IVOIRE"),
  wrong("CIV", "CTE D'IVOIRE"),
  wrong("LBY", "LIBYA ARAB JAMAHIRIYA"),
  wrong("VEN", "VENEZUELA (BOLIVARIAN REPUBLIC)"),
];

/** Codes that ISO 3166-1 no longer has, with the state that had them. */
export interface OldCode {
  readonly code: string;
  readonly state: string;
  readonly from?: string;
  readonly until?: string;
}

export const OLD_CODES: readonly OldCode[] = [
  { code: "SU", state: "RUS" },
  { code: "SUN", state: "RUS" },
  { code: "BU", state: "MMR" },
  { code: "BUR", state: "MMR" },
  { code: "BYS", state: "BLR" },
  { code: "DY", state: "BEN" },
  { code: "DHY", state: "BEN" },
  { code: "HV", state: "BFA" },
  { code: "HVO", state: "BFA" },
  { code: "ZR", state: "COD" },
  { code: "ZAR", state: "COD" },
  { code: "TP", state: "TLS" },
  { code: "TMP", state: "TLS" },
  { code: "CS", state: "SRB", from: "2003-02-04", until: "2006-09-26" },
  { code: "SCG", state: "SRB", from: "2003-02-04", until: "2006-09-26" },
  { code: "YU", state: "SRB", from: "2000-11-01", until: "2003-07-23" },
  { code: "YUG", state: "SRB", from: "2000-11-01", until: "2003-07-23" },
  { code: "TW", state: "republic-of-china" },
  { code: "TWN", state: "republic-of-china" },
];
