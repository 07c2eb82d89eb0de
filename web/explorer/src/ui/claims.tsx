import type { ReactElement } from "react";

import type { ClaimAnswer } from "../api/types.js";
import { textOf } from "../facts.js";
import { title, words } from "../words.js";
import { useExplorer } from "./context.js";
import { Sources } from "./sources.js";
import { ViewLink } from "./view-link.js";

/** Where sources disagree about a node: all values with who gives them, and what the editors made of it. */
export function Claims({
  id,
  claims,
}: {
  readonly id: string;
  readonly claims: readonly ClaimAnswer[];
}): ReactElement | null {
  const { disputes, view, store } = useExplorer();
  const mine = disputes.filter(({ node, other }) => node.id === id || other?.id === id);
  const properties = [...new Set(claims.map(({ property }) => property))];
  const against = mine.filter(({ other }) => other !== null);
  if (properties.length === 0 && against.length === 0) return null;
  return (
    <section className="disputes" aria-label="Where sources differ">
      {properties.map((property) => {
        const dispute = mine.find((candidate) => candidate.property === property);
        return (
          <div key={property}>
            <h3>
              {title(property)}:{" "}
              {dispute === undefined
                ? "several sources"
                : dispute.settled
                  ? "disputed, decided by the editors"
                  : "disputed"}
            </h3>
            <ul className="claims">
              {claims
                .filter((claim) => claim.property === property)
                .map((claim) => (
                  <li key={`${claim.value} ${claim.rank}`} className={claim.rank.toLowerCase()}>
                    <strong>{readable(claim.value)}</strong> <span className="quality">{words(claim.rank)}</span>
                    {claim.reason === null ? null : <p>{claim.reason}</p>}
                    <Sources evidence={claim.evidence} />
                  </li>
                ))}
            </ul>
          </div>
        );
      })}
      {against.map(({ id: dispute, node, other, link }) => {
        const far = other?.id === id ? node : other;
        return (
          <p key={dispute} className="dispute">
            Contradicts{" "}
            {far === null ? null : (
              <ViewLink
                className="node-name"
                to={{
                  ...view,
                  nodes: [...new Set([...view.nodes, far.id])],
                  selected: link !== null && store.links.has(link.id) ? link.id : far.id,
                }}
              >
                {far.name}
              </ViewLink>
            )}
          </p>
        );
      })}
    </section>
  );
}

/** A claim's value is written as JSON where it has parts. */
function readable(value: string): string {
  try {
    return textOf(JSON.parse(value) as unknown);
  } catch {
    return textOf(value);
  }
}
