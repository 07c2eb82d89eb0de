/**
 * The part of the graph that a plan sees. It governs everything in the plan: nodes found, edges, far nodes, quantifiers, counts, omitted,
 * groups, degrees, paths, surroundings, properties, aliases, claims, evidence, corroboration and known dates. What it does not show is not
 * there. Null asks for nothing; the three conditions hold together.
 *
 * **valid** hides edges, and nothing else. An edge is shown if it surely holds on some day that `valid` may mean, compared as filters compare
 * dates: its `date` is `lte` valid, for it holds from then on, or its `from` is `lte` and its `until` `gte`. With [d1,d2] the days that a date
 * may mean and [v1,v2] those of `valid`: d2<=v2 for `date` and `from`, d1>=v1 for `until`. A missing `from` or `until` does not bound it; an
 * edge without any date is never shown. A derived edge goes by its own dates, whatever those of its premises.
 *
 * **known** and **sources** choose evidence, and everything else follows. `sources`: evidence from these sources alone. `known`: evidence
 * whose source was published by then: the last day of its date is no later than the last day of `known`. A source without a date was never
 * published. Then
 *
 * - an edge is shown if evidence for it is; a derived edge, besides, only if all of its premises are;
 * - an alias or a claim is shown if evidence for it is; without evidence of its own, where evidence of its node is;
 * - a node is shown if evidence for it, an alias or a claim is, if an edge with it is, or if shown evidence refers to it; a source also if it
 *   is itself one of those chosen;
 * - a property has the value that the claims shown give it, those of the best rank among them. The recorded value is a claim too where no
 *   claim gives it: a NORMAL one, proven by the evidence of the node. Where several are best, the recorded value is read if it is one of
 *   them; else, unless they agree, there is none. With nothing shown it has no value, unless the ontology requires one: then it keeps the
 *   recorded value, for a node has to be called something;
 * - `summary` has no value: it was written from everything;
 * - a passage of a source is shown if the source is one of those chosen;
 * - a basis note is shown unless it is on a property whose recorded value is not.
 */
export interface View {
  /** EDTF level 0. */
  readonly valid: string | null;
  /** EDTF level 0. */
  readonly known: string | null;
  /** Ids of sources; an empty list shows no evidence. */
  readonly sources: readonly string[] | null;
}
