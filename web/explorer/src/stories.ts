import { EMPTY_VIEW, PAGE, type Expansion, type View, type Way } from "./view/view.js";

/** A worked question: what it asks, what to look at, and the view that answers it. */
export interface Story {
  readonly id: string;
  readonly question: string;
  /** What there is to see, in a sentence or two. It says nothing that the view does not show. */
  readonly lead: string;
  readonly view: View;
}

function of(node: string, type: string | null, way: Way = "BOTH"): Expansion {
  return { node, type, way, first: PAGE };
}

function story(id: string, question: string, lead: string, view: Partial<View>): Story {
  return { id, question, lead, view: { ...EMPTY_VIEW, ...view, story: id } };
}

const REFERRAL = "referral-of-north-korea-to-the-icc";
const VOTE = "ga-vote-on-north-korea-2014";
const DENIAL = "north-korea-denies-kwan-li-so";

/** The worked questions, the opening one first. */
export const STORIES: readonly [Story, ...Story[]] = [
  story(
    "icc-referral",
    "Who stood in the way of referring North Korea to the International Criminal Court?",
    "A bar across the end of a line stands for standing in the way, an arrow for everything else. A dashed line has not happened: it is possible, expected or asked for. Whose decision it is, who asked for it and who spoke against it is drawn as well.",
    {
      nodes: [REFERRAL],
      expansions: [
        of(REFERRAL, "BLOCKED", "IN"),
        of(REFERRAL, "FOR_DECISION_BY", "OUT"),
        of(REFERRAL, "SENT_TO", "OUT"),
        of(REFERRAL, "CRITICIZED", "IN"),
        of(REFERRAL, "RECOMMENDED", "IN"),
        of(REFERRAL, "CONCERNS", "OUT"),
      ],
    },
  ),
  story(
    "blocked-texts",
    "Which texts on North Korea were blocked, by whom and how, and which are only expected to be?",
    "Three vetoes and two objections happened. That two states will oppose further resolutions is what a source expects, and a veto of the referral is possible: both are dashed.",
    {
      expansions: [
        of("sc-draft-on-north-korea-may-2022", "VETOED", "IN"),
        of("sc-draft-on-north-korea-march-2024", "VETOED", "IN"),
        of("sc-resolution-on-north-korea-august-2023", "BLOCKED", "IN"),
        of("future-un-resolutions-on-north-korean-human-rights", "BLOCKED", "IN"),
        of(REFERRAL, "BLOCKED", "IN"),
      ],
    },
  ),
  story(
    "the-tally-of-2014",
    "How many states voted for the resolution of December 2014? The sources disagree.",
    "A ring around a node says that sources dispute something about it. Its details have every value, who gives it, and why the editors prefer one.",
    { nodes: [VOTE], expansions: [of(VOTE, null)], selected: VOTE },
  ),
  story(
    "the-camps",
    "Who contradicts that there are no political prison camps?",
    "A double line joins what cannot both be true. Against one denial stand three statements, each with who made it.",
    {
      nodes: [DENIAL],
      expansions: [
        of(DENIAL, "CONTRADICTS"),
        of(DENIAL, "MADE", "IN"),
        of("hrw-on-denial-of-freedoms-in-north-korea", "MADE", "IN"),
        of("author-on-conditions-in-the-camps", "MADE", "IN"),
        of("un-representative-on-political-prisoners", "MADE", "IN"),
      ],
    },
  ),
  story(
    "two-judgements",
    "How are China and Robert King connected?",
    "By opposite judgements of the same reports. Each step of a path has its citation.",
    { nodes: ["china", "robert-king"], trace: { from: "china", to: "robert-king" } },
  ),
];

/** The story of an id, or null. */
export function storyOf(id: string | null): Story | null {
  return STORIES.find((other) => other.id === id) ?? null;
}

/** The view that opens where a URL says nothing: the first story. */
export const OPENING: View = STORIES[0].view;
