import type { Session } from "../engine/engine.js";
import type { View } from "../plan/view.js";

/** From where the root fields of one `Query` look at the graph. */
export class Perspective {
  /** The whole graph; of its edges, what happened. */
  static readonly whole = new Perspective({ valid: null, known: null, sources: null }, ["ACTUAL"]);

  readonly view: View;
  /** The modalities seen where a filter on edges does not mention modality. */
  readonly modalities: readonly string[];

  constructor(view: View, modalities: readonly string[]) {
    this.view = view;
    this.modalities = modalities;
  }

  /** That of the object whose fields are resolved: the value of a `view`, or of the operation itself. */
  static of(source: unknown): Perspective {
    return source instanceof Perspective ? source : Perspective.whole;
  }

  /** A session whose plans see this view. */
  over(session: Session): Session {
    const { view } = this;
    if (Object.values(view).every((condition) => condition === null)) return session;
    return {
      snapshot: session.snapshot,
      info: () => session.info(),
      run: (plan) => session.run({ ...plan, view }),
      nodeRecords: (extract) => session.nodeRecords({ ...extract, view }),
      edgeRecords: (extract) => session.edgeRecords({ ...extract, view }),
      close: () => session.close(),
    };
  }
}
