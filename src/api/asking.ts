import type { Session } from "../engine/engine.js";
import type { Question } from "../graph/coverage.js";
import type { Perspective } from "./perspective.js";

/** The key of the id of the node that a connection starts from, fetched where the connection says why it is empty. No name of GraphQL. */
export const NEAR = "$near";

const MARK = "$";

/** A connection that is to say why it is empty: what it looks for, and from where its answer is read. */
export interface Asked {
  readonly question: Question;
  readonly perspective: Perspective;
}

/**
 * What the connections of one request look for. It is known where a selection is compiled and needed where the answer is read; in between
 * it goes by a number in the key of the part of the plan.
 */
export class Asking {
  static readonly #known = new WeakMap<Session, Asking>();
  readonly #asked: Asked[] = [];

  /** That of the request to which a session belongs. */
  static of(session: Session): Asking {
    const asking = Asking.#known.get(session) ?? new Asking();
    Asking.#known.set(session, asking);
    return asking;
  }

  /** Whether a key of a part is one of these. */
  static isKey(as: string): boolean {
    return as.includes(MARK);
  }

  /** The key under which an engine is to say how much there is: the response key and a number. */
  key(responseKey: string, question: Question, perspective: Perspective): string {
    this.#asked.push({ question, perspective });
    return `${responseKey}${MARK}${this.#asked.length - 1}`;
  }

  /** What a connection looks for if it is empty, else null. */
  ofEmpty(connection: Readonly<Record<string, unknown>>, responseKey: string): Asked | null {
    const prefix = `${responseKey}${MARK}`;
    const [key, count] = Object.entries(connection).find(([name]) => name.startsWith(prefix)) ?? [];
    const asked = key === undefined || count !== 0 ? undefined : this.#asked[Number(key.slice(prefix.length))];
    if (asked === undefined) return null;
    const near = connection[NEAR];
    if (typeof near !== "string") return asked;
    return { ...asked, question: { ...asked.question, bodies: [...asked.question.bodies, near] } };
  }
}
