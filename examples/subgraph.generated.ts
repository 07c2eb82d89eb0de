// Printed by GraphQL Code Generator: npm run examples
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from "@graphql-typed-document-node/core";
/** By which means somebody stood in the way. */
export type BlockingForm =
  /** An abstention that kept it from the majority required. */
  | "ABSTENTION"
  /** A vote against that is not a veto. */
  | "NEGATIVE_VOTE"
  /** The source does not say by which means. */
  | "NOT_STATED"
  /** A motion to take no action. */
  | "NO_ACTION_MOTION"
  /** Opposition, with no vote recorded. */
  | "OPPOSITION"
  /** A vote on procedure. */
  | "PROCEDURAL_VOTE"
  /** A permanent member's vote against in the Security Council. */
  | "VETO"
  /** Pressure under which it was withdrawn. */
  | "WITHDRAWN_UNDER_PRESSURE";

/** Whether something happened. Unless asked otherwise, answers hold what is ACTUAL. */
export type Modality =
  /** It happened. */
  | "ACTUAL"
  /** Somebody asks for it. */
  | "CALLED_FOR"
  /** Somebody denies it. */
  | "DENIED"
  /** A source says that it did not happen. */
  | "DID_NOT_HAPPEN"
  /** Somebody expects it. */
  | "EXPECTED"
  /** Somebody means to do it. */
  | "PLANNED"
  /** It may have happened or may happen; also hedged wording. */
  | "POSSIBLE"
  /** Somebody threatens it. */
  | "THREATENED";

/** The relationships. */
export type RelationshipType =
  /** From Document to Entity; from Utterance to Entity; from Gathering to Entity. */
  | "ABOUT"
  /** From Actor to Event or Topic. */
  | "ACCUSED_OF"
  /** From Utterance to Actor. */
  | "ADDRESSED_TO"
  /** From Organization to Resolution. */
  | "ADOPTED"
  /** From Person to Organization or State. Derived when the graph is built. */
  | "AFFILIATED_WITH"
  /** From Utterance to Gathering. */
  | "AT"
  /** From Actor to Document. */
  | "AUTHORED"
  /** From Actor to Goal. */
  | "BLOCKED"
  /** From Recommendation to Goal. */
  | "CALLS_FOR"
  /** From State to Vote. */
  | "CAST"
  /** From Referral to Actor; from Measure to Actor. */
  | "CONCERNS"
  /** From Entity to Entity. */
  | "CONTRADICTS"
  /** From Actor to Entity; from Document to Entity. */
  | "CRITICIZED"
  /** From Entity to Entity. */
  | "DIFFERENT_FROM"
  /** From Organization to Measure or Organization; from Resolution to Measure or Organization. */
  | "ESTABLISHED"
  /** From Proposal to Organization. */
  | "FOR_DECISION_BY"
  /** From Actor to Actor. */
  | "HAS_RELATIONS_WITH"
  /** From Person to Office. */
  | "HOLDS"
  /** From Gathering to Place or State; from Organization to Place or State; from Place to Place or State. */
  | "LOCATED_IN"
  /** From Actor to Statement; from Document to Statement. */
  | "MADE"
  /** From Actor to Group or Organization. */
  | "MEMBER_OF"
  /** From Source to Entity. */
  | "MENTIONS"
  /** From Office to Organization or State. */
  | "OFFICE_OF"
  /** From Vote to Resolution or Topic. */
  | "ON"
  /** From Topic to Organization. */
  | "ON_AGENDA_OF"
  /** From Actor to Gathering. */
  | "PARTICIPATED_IN"
  /** From Organization to Organization or State; from Resolution to Resolution. */
  | "PART_OF"
  /** From Actor to Document. */
  | "PUBLISHED"
  /** From Actor to Goal; from Document to Goal; from Gathering to Goal. Derived when the graph is built. */
  | "RECOMMENDED"
  /** From Actor to Recommendation; from Document to Recommendation; from Gathering to Recommendation. */
  | "RECOMMENDS"
  /** From Event to Entity; from Statement to Entity. */
  | "RESPONDED_TO"
  /** From Referral to Organization; from Measure to Organization. */
  | "SENT_TO"
  /** From Actor to Resolution. */
  | "SPONSORED"
  /** From Actor to Entity; from Document to Entity. */
  | "SUPPORTED"
  /** From Vote to Meeting. */
  | "TAKEN_AT"
  /** From Vote to Organization. */
  | "TAKEN_BY"
  /** From State to Resolution. */
  | "VETOED"
  /** From Statement to Statement. */
  | "WITHDREW";

export type SurroundingsQueryVariables = Exact<{
  from: Array<string | number> | string | number;
  first?: number | null | undefined;
}>;

export type SurroundingsQuery = {
  subgraph: {
    truncated: boolean;
    nodes: Array<
      | { __typename: "Event"; id: string; name: string }
      | { __typename: "Group"; id: string; name: string }
      | { __typename: "Instrument"; id: string; name: string }
      | { __typename: "Measure"; id: string; name: string }
      | { __typename: "Meeting"; id: string; name: string }
      | { __typename: "Office"; id: string; name: string }
      | { __typename: "Organization"; id: string; name: string }
      | { __typename: "Person"; id: string; name: string }
      | { __typename: "Place"; id: string; name: string }
      | { __typename: "Recommendation"; id: string; name: string }
      | { __typename: "Referral"; id: string; name: string }
      | { __typename: "Report"; id: string; name: string }
      | { __typename: "Resolution"; id: string; name: string }
      | { __typename: "Source"; id: string; name: string }
      | { __typename: "State"; id: string; name: string }
      | { __typename: "Statement"; id: string; name: string }
      | { __typename: "Topic"; id: string; name: string }
      | { __typename: "Vote"; id: string; name: string }
    >;
    links: Array<{
      id: string;
      type: RelationshipType;
      form: BlockingForm | null;
      modality: Modality;
      subject:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string };
      object:
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string };
      evidence: Array<{ citation: string }>;
    }>;
    total: { nodes: number; links: number };
  };
};

export const SurroundingsDocument = {
  kind: "Document",
  definitions: [
    {
      kind: "OperationDefinition",
      operation: "query",
      name: { kind: "Name", value: "Surroundings" },
      variableDefinitions: [
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "from" } },
          type: {
            kind: "NonNullType",
            type: {
              kind: "ListType",
              type: { kind: "NonNullType", type: { kind: "NamedType", name: { kind: "Name", value: "ID" } } },
            },
          },
        },
        {
          kind: "VariableDefinition",
          variable: { kind: "Variable", name: { kind: "Name", value: "first" } },
          type: { kind: "NamedType", name: { kind: "Name", value: "Int" } },
        },
      ],
      selectionSet: {
        kind: "SelectionSet",
        selections: [
          {
            kind: "Field",
            name: { kind: "Name", value: "subgraph" },
            arguments: [
              {
                kind: "Argument",
                name: { kind: "Name", value: "from" },
                value: { kind: "Variable", name: { kind: "Name", value: "from" } },
              },
              { kind: "Argument", name: { kind: "Name", value: "depth" }, value: { kind: "IntValue", value: "1" } },
              {
                kind: "Argument",
                name: { kind: "Name", value: "first" },
                value: { kind: "Variable", name: { kind: "Name", value: "first" } },
              },
              {
                kind: "Argument",
                name: { kind: "Name", value: "links" },
                value: {
                  kind: "ObjectValue",
                  fields: [
                    {
                      kind: "ObjectField",
                      name: { kind: "Name", value: "modality" },
                      value: {
                        kind: "ObjectValue",
                        fields: [
                          {
                            kind: "ObjectField",
                            name: { kind: "Name", value: "in" },
                            value: {
                              kind: "ListValue",
                              values: [
                                { kind: "EnumValue", value: "ACTUAL" },
                                { kind: "EnumValue", value: "POSSIBLE" },
                                { kind: "EnumValue", value: "EXPECTED" },
                              ],
                            },
                          },
                        ],
                      },
                    },
                  ],
                },
              },
            ],
            selectionSet: {
              kind: "SelectionSet",
              selections: [
                {
                  kind: "Field",
                  name: { kind: "Name", value: "nodes" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "__typename" } },
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "name" } },
                    ],
                  },
                },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "links" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "id" } },
                      { kind: "Field", name: { kind: "Name", value: "type" } },
                      { kind: "Field", name: { kind: "Name", value: "form" } },
                      { kind: "Field", name: { kind: "Name", value: "modality" } },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "subject" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "Field", name: { kind: "Name", value: "id" } }],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "object" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "Field", name: { kind: "Name", value: "id" } }],
                        },
                      },
                      {
                        kind: "Field",
                        name: { kind: "Name", value: "evidence" },
                        selectionSet: {
                          kind: "SelectionSet",
                          selections: [{ kind: "Field", name: { kind: "Name", value: "citation" } }],
                        },
                      },
                    ],
                  },
                },
                { kind: "Field", name: { kind: "Name", value: "truncated" } },
                {
                  kind: "Field",
                  name: { kind: "Name", value: "total" },
                  selectionSet: {
                    kind: "SelectionSet",
                    selections: [
                      { kind: "Field", name: { kind: "Name", value: "nodes" } },
                      { kind: "Field", name: { kind: "Name", value: "links" } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SurroundingsQuery, SurroundingsQueryVariables>;
