import { type Cell, digest, textOf } from '../model';

/**
 * What a block was made with, as data beside its header: the keys of its columns and a digest of its words. A key that
 * stands here and in no column was taken away by a person; one that the programme has and that does not stand here is new.
 */
export interface MadeColumns {
  readonly keys: readonly string[];
  /** Of the titles over those keys: where the standing ones differ from it, a person has changed them. */
  readonly titles: string;
}

export type Titled = readonly (readonly [key: string, title: string])[];

const titlesDigest = (titles: Titled): string =>
  digest(
    [...titles]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((pair) => pair.join('='))
      .join('|'),
  );

export const madeCell = (titles: Titled): string =>
  JSON.stringify({ k: titles.map(([key]) => key), t: titlesDigest(titles) });

/** Null for whatever else stands there. */
export function readMade(cell: Cell | undefined): MadeColumns | null {
  const text = textOf(cell);
  if (!text.startsWith('{"k":')) return null;
  try {
    const { k, t } = JSON.parse(text) as { k: string[]; t: string };
    return Array.isArray(k) && typeof t === 'string' ? { keys: k, titles: t } : null;
  } catch {
    return null;
  }
}

/** True while the titles over its columns are the ones it was made with. */
export const asMade = (made: MadeColumns, titleOf: (key: string) => string): boolean =>
  titlesDigest(made.keys.map((key) => [key, titleOf(key)])) === made.titles;
