import { parseDate } from "../graph/date.js";
import type { GraphRecords, PropertyValue } from "../graph/record.js";
import { tokenise } from "../graph/search.js";
import type { Ontology } from "../ontology/model.js";
import type { Identities } from "./importer.js";
import { slug } from "./slug.js";

interface KnownVote {
  readonly id: string;
  readonly date: string;
}

/** The identities of what the dossiers have; what is asked for is known from then on. */
export function identitiesOf({ nodes, edges }: GraphRecords, ontology: Ontology): Identities {
  const typeOf = new Map(nodes.map((node) => [node.id, node.type]));
  const keys = new Map<string, string>();
  const names = new Map<string, Set<string>>();
  const votes = new Map<string, KnownVote[]>();
  for (const node of nodes) {
    for (const { name, unique } of ontology.types.get(node.type)?.properties ?? []) {
      const value = node.properties[name];
      if (unique && value !== undefined) keys.set(keyOf(node.type, name, value), node.id);
    }
    const { name } = node.properties;
    for (const text of [...(typeof name === "string" ? [name] : []), ...node.aliases.map((alias) => alias.text)]) {
      addTo(names, nameOf(node.type, text), node.id);
    }
  }
  const wholeVotes = new Map(
    nodes
      .filter((node) => node.type === "Vote" && node.properties["kind"] === "SUBSTANTIVE")
      .map((node) => [node.id, node]),
  );
  for (const edge of edges) {
    const date =
      edge.type === "ON" && edge.modality === "ACTUAL" ? wholeVotes.get(edge.subject)?.properties["date"] : null;
    if (typeof date === "string") remember(votes, edge.object, { id: edge.subject, date });
  }

  /** An id that no node of another type has. */
  const free = (type: string, id: string): string => {
    const taken = typeOf.get(id);
    if (taken !== undefined && taken !== type) return slug(id, type);
    typeOf.set(id, type);
    return id;
  };

  return {
    identify: (type, property, value, otherwise) => {
      const key = keyOf(type, property, value);
      const known = keys.get(key);
      if (known !== undefined) return known;
      const id = free(type, otherwise);
      keys.set(key, id);
      return id;
    },
    identifyNamed: (type, name, otherwise) => {
      const key = nameOf(type, name);
      const [known, second] = names.get(key) ?? [];
      if (known !== undefined && second === undefined) return known;
      const id = free(type, otherwise);
      addTo(names, key, id);
      return id;
    },
    identifyVote: (proposal, date, otherwise) => {
      const taken = votes.get(proposal) ?? [];
      const [known, second] = taken.filter((vote) => compatible(vote.date, date));
      if (known !== undefined && second === undefined) return known.id;
      // Of another day it is another vote, though it be on the same text.
      const id = free("Vote", taken.some((vote) => vote.id === otherwise) ? slug(otherwise, date) : otherwise);
      remember(votes, proposal, { id, date });
      return id;
    },
  };
}

function keyOf(type: string, property: string, value: PropertyValue): string {
  return JSON.stringify([type, property, value]);
}

function nameOf(type: string, name: string): string {
  return `${type} ${tokenise(name).join(" ")}`;
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

function remember(votes: Map<string, KnownVote[]>, proposal: string, vote: KnownVote): void {
  const known = votes.get(proposal);
  if (known === undefined) votes.set(proposal, [vote]);
  else if (known.every(({ id }) => id !== vote.id)) known.push(vote);
}

/** Whether one of two dates lies within the other. */
function compatible(a: string, b: string): boolean {
  const [left, right] = [parseDate(a), parseDate(b)];
  if (left === null || right === null) return false;
  return (left.min <= right.min && right.max <= left.max) || (right.min <= left.min && left.max <= right.max);
}
