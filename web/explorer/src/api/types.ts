import type { Modality } from "../view/view.js";

/** A node as every answer has it. */
export interface NodeAnswer {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
  /** False where a source describes it and none names it. */
  readonly identified: boolean;
}

export interface NamedAnswer {
  readonly id: string;
  readonly name: string;
}

export interface EvidenceAnswer {
  readonly citation: string;
  readonly url: string | null;
  readonly quote: string | null;
  readonly paragraph: number | null;
  readonly row: number | null;
  readonly page: number | null;
  readonly section: string | null;
  readonly symbol: string | null;
  readonly source: NamedAnswer;
  readonly attributedTo: readonly NamedAnswer[];
  readonly reportedBy: readonly NamedAnswer[];
}

export type Rank = "PREFERRED" | "NORMAL" | "DEPRECATED";

export interface LinkAnswer {
  readonly id: string;
  readonly type: string;
  readonly date: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly modality: Modality;
  readonly rank: Rank;
  /** How somebody stood in the way: null unless this edge is of the blocking family. */
  readonly form: string | null;
  readonly kind: string | null;
  readonly role: string | null;
  readonly position: string | null;
  readonly aim: string | null;
  readonly reason: string | null;
  readonly corroboration: number;
  readonly derivedFrom: readonly string[];
  readonly basis: readonly { readonly of: string; readonly basis: string; readonly reason: string }[];
  readonly evidence: readonly EvidenceAnswer[];
  readonly subject: NodeAnswer;
  readonly object: NodeAnswer;
}

export interface OmittedAnswer {
  readonly modality: Modality;
  readonly rank: Rank;
  readonly count: number;
}

export interface LinksAnswer {
  readonly totalCount: number;
  readonly omitted: readonly OmittedAnswer[];
  readonly nodes: readonly LinkAnswer[];
}

export interface PathsAnswer {
  readonly truncated: boolean;
  readonly paths: readonly {
    readonly length: number;
    readonly nodes: readonly NodeAnswer[];
    readonly hops: readonly { readonly forward: boolean; readonly link: LinkAnswer }[];
  }[];
}

export interface ListingAnswer {
  readonly totalCount: number;
  readonly nodes: readonly NodeAnswer[];
}

/** The answer to a view: the parts it was asked for, expansions under `e0`, `e1`, … */
export interface ViewAnswer {
  readonly snapshot: { readonly id: string };
  readonly view: {
    readonly nodes?: readonly (NodeAnswer | null)[];
    readonly listing?: ListingAnswer;
    readonly paths?: PathsAnswer | null;
    readonly [expansion: `e${number}`]: LinksAnswer;
  };
}

export interface ClaimAnswer {
  readonly property: string;
  readonly value: string;
  readonly rank: Rank;
  readonly reason: string | null;
  readonly evidence: readonly EvidenceAnswer[];
}

/** Where sources disagree: about a property of a node, or two nodes with each other. */
export interface DisputeAnswer {
  readonly id: string;
  readonly property: string | null;
  readonly settled: boolean;
  readonly node: NamedAnswer;
  readonly other: NamedAnswer | null;
  readonly link: { readonly id: string } | null;
}

export interface GroupsAnswer {
  readonly totalCount: number;
  readonly omitted: readonly OmittedAnswer[];
  readonly groupBy: {
    readonly totalCount: number;
    readonly groups: readonly { readonly key: readonly (string | null)[]; readonly count: number }[];
  };
}

/** What the panel of a node shows. Its own properties stand under their names. */
export interface NodeDetails extends NodeAnswer {
  readonly summary: string | null;
  readonly sameAs: readonly string[];
  readonly aliases: readonly {
    readonly text: string;
    readonly kind: string;
    readonly from: string | null;
    readonly until: string | null;
  }[];
  readonly basis: readonly { readonly of: string; readonly basis: string; readonly reason: string }[];
  readonly claims: readonly ClaimAnswer[];
  readonly evidence: readonly EvidenceAnswer[];
  readonly [property: string]: unknown;
}

/** What a follow-up was asked for: details, disputes or both. */
export interface FollowUpAnswer {
  readonly view: {
    readonly node?: NodeDetails | null;
    readonly out?: GroupsAnswer;
    readonly in?: GroupsAnswer;
    readonly disputes?: { readonly totalCount: number; readonly nodes: readonly DisputeAnswer[] };
  };
}

export interface SearchAnswer {
  readonly view: {
    readonly search: {
      readonly totalCount: number;
      readonly edges: readonly { readonly matched: readonly string[]; readonly node: NodeAnswer }[];
    };
  };
}

/** What the explorer has to know of the whole graph, once. */
export interface OrientationAnswer {
  readonly snapshot: {
    readonly id: string;
    readonly nodes: number;
    readonly links: number;
    readonly types: readonly { readonly type: string; readonly count: number }[];
    readonly relationships: readonly { readonly type: string; readonly count: number }[];
  };
  readonly firstDate: DatesAnswer;
  readonly lastDate: DatesAnswer;
  readonly firstSource: DatesAnswer;
  readonly lastSource: DatesAnswer;
  readonly bodies: { readonly nodes: readonly NamedAnswer[] };
}

/** The first answer of a visit. */
export type StartAnswer = OrientationAnswer & ViewAnswer;

interface DatesAnswer {
  readonly nodes: readonly { readonly date: string | null }[];
}

/** The fields of a type, as the API's own description of itself has them. */
export interface TypeAnswer {
  readonly __type: {
    readonly fields: readonly {
      readonly name: string;
      readonly args: readonly unknown[];
      readonly type: TypeReference;
    }[];
  } | null;
}

/** A type, perhaps wrapped as a list or as never null. */
export interface TypeReference {
  readonly kind: string;
  readonly ofType?: TypeReference | null;
  readonly fields?: readonly { readonly name: string; readonly type: TypeReference }[] | null;
}
