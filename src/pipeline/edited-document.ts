/** A document as it was written by us: what is to be known again among its revisions. */
export interface Imported {
  /** The moment at which we began to write, ISO. */
  readonly at: string;
  /** The newest revision seen before that. */
  readonly before?: string;
  /** Our own, once it has been known. */
  readonly revision?: string;
}

export interface Revision {
  readonly id: string;
  readonly at: string;
}

/** `revision` is our own where it is known. */
export type Judgement =
  | { readonly state: 'untouched' | 'edited'; readonly revision: string }
  | { readonly state: 'undecided' };

const CLOSE = 2 * 60_000;
const UNDECIDED: Judgement = { state: 'undecided' };

/**
 * Whether people have written in a document since we did. Ours is the only revision within two minutes of our writing; it
 * is told of some seconds late, and Google may have joined it with others: then nothing is decided. `modifiedTime` moves
 * by itself and proves nothing. Revisions are given oldest first.
 */
export function judgeEdits({ at, before, revision }: Imported, revisions: readonly Revision[]): Judgement {
  const newest = revisions[revisions.length - 1]?.id;
  if (revision !== undefined) {
    if (!revisions.some(({ id }) => id === revision)) return UNDECIDED;
    return { state: newest === revision ? 'untouched' : 'edited', revision };
  }
  const since = revisions.slice(revisions.findIndex(({ id }) => id === before) + 1);
  const near = since.filter((item) => Math.abs(Date.parse(item.at) - Date.parse(at)) <= CLOSE);
  const [own] = near;
  if (!own || near.length > 1) return UNDECIDED;
  return { state: newest === own.id ? 'untouched' : 'edited', revision: own.id };
}
