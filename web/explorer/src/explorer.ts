import type { Client } from "./api/client.js";
import { ApiError, isAbort } from "./api/errors.js";
import { followUpQuery, type Wanted } from "./api/follow-up-query.js";
import { PROPERTIES } from "./api/properties.js";
import { propertiesOf, typeQuery } from "./api/type-query.js";
import type {
  DisputeAnswer,
  FollowUpAnswer,
  GroupsAnswer,
  NodeDetails,
  OrientationAnswer,
  ViewAnswer,
} from "./api/types.js";
import { expansionQuery, startQuery, viewQuery } from "./api/view-query.js";
import { EMPTY_STORE, storeOf, withExpansion, type Store } from "./graph/store.js";
import { asksSame } from "./view/change.js";
import { EMPTY_VIEW, expansionKey, type Expansion, type View } from "./view/view.js";

/** All of a node, and how many edges it has of each relationship. */
export interface Details {
  readonly id: string;
  /** Null where the graph has no such node, or the view's clocks do not show it. */
  readonly node: NodeDetails | null;
  readonly out: GroupsAnswer;
  readonly in: GroupsAnswer;
  /** Under which filters: they hold as long as those stay. */
  readonly scope: string;
}

/** What is on the screen, and what has been answered so far. */
export interface State {
  readonly view: View;
  /** The view that the store is the answer to; null before the first answer. */
  readonly answered: View | null;
  readonly store: Store;
  readonly orientation: OrientationAnswer | null;
  /** The snapshot of the last answer. */
  readonly snapshot: string | null;
  readonly details: Details | null;
  readonly disputes: readonly DisputeAnswer[];
  /** The store that the disputes are the answer to; null before the first answer. */
  readonly disputesOf: Store | null;
  readonly busy: boolean;
  /** Why the view on the screen is not the one asked for; null where it is. */
  readonly trouble: ApiError | null;
}

/** The explorer without its screen: a view, and the questions that it takes to show it. */
export interface Explorer {
  readonly state: () => State;
  /** Calls back after every change. Returns what ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows a view: at most one question for what is in it, and one for details and disputes. What is there stays until it is answered. */
  show(view: View): void;
  /** Cites a snapshot in the view, which asks nothing. */
  cite(snapshot: string): void;
  /** Asks again what got no answer. */
  retry(): void;
}

const START: State = {
  view: EMPTY_VIEW,
  answered: null,
  store: EMPTY_STORE,
  orientation: null,
  snapshot: null,
  details: null,
  disputes: [],
  disputesOf: null,
  busy: false,
  trouble: null,
};

/** An explorer that shows nothing yet. */
export function createExplorer(client: Client): Explorer {
  let state = START;
  let running = new AbortController();
  const listeners = new Set<() => void>();
  const set = (change: Partial<State>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const load = async (signal: AbortSignal): Promise<void> => {
    const { view } = state;
    const step = nextStep(state);
    if (step !== null) {
      const data = await step(client, state, signal);
      // The answer may have come just before nobody wanted it any more.
      signal.throwIfAborted();
      set({ ...data, answered: view });
    }
    const change = await followUp(client, state, signal);
    signal.throwIfAborted();
    set(change);
  };

  const run = (): void => {
    running.abort();
    const mine = new AbortController();
    running = mine;
    set({ busy: true, trouble: null });
    load(mine.signal).then(
      () => {
        if (running === mine) set({ busy: false });
      },
      (error: unknown) => {
        if (isAbort(error) || running !== mine) return;
        const trouble = error instanceof ApiError ? error : new ApiError("BAD_RESPONSE", String(error));
        set({ busy: false, trouble });
      },
    );
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (view) => {
      set({ view });
      run();
    },
    cite: (snapshot) => {
      set({ view: { ...state.view, snapshot } });
    },
    retry: run,
  };
}

type Step = (client: Client, state: State, signal: AbortSignal) => Promise<Partial<State>>;

/** The question that brings what the view shows and the store lacks; null where it lacks nothing. */
function nextStep({ view, answered, orientation }: State): Step | null {
  if (answered === null || orientation === null) {
    return async (client, _state, signal) => {
      const answer = await client.ask(startQuery(view), signal);
      return { orientation: answer, ...answerOf(view, answer) };
    };
  }
  if (asksSame(answered, view)) return null;
  const added = onlyAdded(answered, view);
  if (added === null) {
    return async (client, _state, signal) => answerOf(view, await client.ask(viewQuery(view), signal));
  }
  return async (client, { store }, signal) => {
    const answer = await client.ask(expansionQuery(view, added), signal);
    const part = answer.view.e0;
    return {
      snapshot: answer.snapshot.id,
      ...(part === undefined ? {} : { store: withExpansion(store, added, part) }),
    };
  };
}

function answerOf(view: View, answer: ViewAnswer): Partial<State> {
  return { store: storeOf(view, answer), snapshot: answer.snapshot.id };
}

/** The one expansion by which a view is more than another, or longer; null where that is not all. */
export function onlyAdded(before: View, after: View): Expansion | null {
  const old = new Map(before.expansions.map((expansion) => [expansionKey(expansion), expansion.first]));
  const changed = after.expansions.filter((expansion) => (old.get(expansionKey(expansion)) ?? 0) < expansion.first);
  const [one, ...others] = changed;
  if (one === undefined || others.length > 0) return null;
  const grown = before.expansions.some((expansion) => expansionKey(expansion) === expansionKey(one))
    ? before.expansions.map((expansion) => (expansionKey(expansion) === expansionKey(one) ? one : expansion))
    : [...before.expansions, one];
  return asksSame({ ...before, expansions: grown }, after) ? one : null;
}

/** The filters that details are asked under. */
function scopeKey({ valid, known, modalities, body }: View): string {
  return JSON.stringify([valid, known, modalities, body]);
}

/** Asks for the details of what is selected and for what is in dispute, where either is not known yet. */
async function followUp(client: Client, state: State, signal: AbortSignal): Promise<Partial<State>> {
  const { view, store, details, disputesOf } = state;
  const scope = scopeKey(view);
  const type = view.selected === null ? undefined : store.nodes.get(view.selected)?.__typename;
  const current = details !== null && details.id === view.selected && details.scope === scope;
  const wanted =
    type === undefined || view.selected === null || current
      ? null
      : await wantedOf(client, view.selected, type, signal);
  const ids = disputesOf === store ? [] : [...store.nodes.keys()];
  if (wanted === null && ids.length === 0) return {};
  const answer = await client.ask(followUpQuery(view, wanted, ids), signal);
  return {
    ...(wanted === null ? {} : { details: detailsOf(wanted.id, scope, answer) }),
    ...(answer.view.disputes === undefined ? {} : { disputes: answer.view.disputes.nodes, disputesOf: store }),
  };
}

async function wantedOf(client: Client, id: string, type: string, signal: AbortSignal): Promise<Wanted> {
  return { id, type, properties: PROPERTIES[type] ?? propertiesOf(await client.ask(typeQuery(type), signal)) };
}

const NONE: GroupsAnswer = { totalCount: 0, omitted: [], groupBy: { totalCount: 0, groups: [] } };

function detailsOf(id: string, scope: string, { view }: FollowUpAnswer): Details {
  return { id, scope, node: view.node ?? null, out: view.out ?? NONE, in: view.in ?? NONE };
}
