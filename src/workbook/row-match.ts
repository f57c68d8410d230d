import type { Decoration, TabDesign } from '../model';
import { stretches } from './stretches';

/** How the rows of a tab become those of another. */
export interface RowMatch {
  /** From below to above, so that places hold; rows count from 1. */
  readonly changes: readonly { readonly kind: 'insert' | 'remove'; readonly row: number; readonly count: number }[];
  /** For each row of the other's section the one that it was, from 0; null for one that has come. */
  readonly source: readonly (number | null)[];
  /** For each that has come the one above, whose looks it has taken. */
  readonly beside: readonly (number | undefined)[];
  /** Looks that single rows have on top of those of their kind. */
  readonly onTop: readonly Decoration[];
  /** Rows of no kind that the copy has; none, where only rows below the section look otherwise. */
  readonly painted: { readonly row: number; readonly count: number } | null;
}

type Look = Omit<Decoration, 'row' | 'rows' | 'note' | 'height' | 'hideRows' | 'protect'>;

/** But for its notes, its height and whether it is in sight. */
function lookOf({ row, rows, note, height, hideRows, protect, ...look }: Decoration): Look | null {
  return Object.keys(look).length > 2 ? look : null;
}

/** What a row looks like, in words that begin with what lies at the bottom, and of how many decorations. */
interface RowLooks {
  readonly words: readonly string[];
  readonly counts: readonly number[];
}

function looksOf({ section: { values, decorations } }: TabDesign): RowLooks {
  const words = values.map(() => '');
  const counts = values.map(() => 0);
  for (const decoration of decorations) {
    const look = lookOf(decoration);
    if (!look) continue;
    const said = JSON.stringify(look);
    const end = Math.min(decoration.row - 1 + decoration.rows, words.length);
    for (let at = decoration.row - 1; at < end; at += 1) {
      words[at] += said;
      counts[at]! += 1;
    }
  }
  return { words, counts };
}

/** How many rows, one after another, are of each kind that the copy has; null where its kinds do not come in this order. */
function countsByKind(kinds: readonly string[], words: readonly string[]): number[] | null {
  const counts = kinds.map(() => 0);
  let kind = 0;
  for (const word of words) {
    const isNext = kind + 1 < kinds.length && counts[kind]! > 0 && isOf(kinds[kind + 1]!, word);
    if (isNext && word !== kinds[kind]) kind += 1;
    if (!isOf(kinds[kind]!, word)) break;
    counts[kind]! += 1;
  }
  return counts.every((count) => count > 0) ? counts : null;
}

/** A row of a kind may have more on top. */
const isOf = (kind: string, word: string): boolean => (kind === '' ? word === '' : word.startsWith(kind));

/** Null where the kinds of rows do not stand in the same order; what the other has more is made of the rows below. */
export function matchRows(from: TabDesign, to: TabDesign): RowMatch | null {
  const [standing, wanted] = [looksOf(from), looksOf(to)];
  const kinds = stretches(standing.words);
  const asked = countsByKind(
    kinds.map(([, , words]) => words),
    wanted.words,
  );
  if (!asked) return null;
  const source: (number | null)[] = [];
  const beside: (number | undefined)[] = [];
  const known: number[] = [];
  const changes: RowMatch['changes'][number][] = [];
  kinds.forEach(([first, count], index) => {
    const own = asked[index]!;
    for (let at = 0; at < own; at += 1) {
      source.push(at < count ? first + at : null);
      beside.push(at < count ? undefined : first + count - 1);
      known.push(standing.counts[first]!);
    }
    if (own > count) changes.unshift({ kind: 'insert', row: first + count, count: own - count });
    if (own < count) changes.unshift({ kind: 'remove', row: first + own + 1, count: count - own });
  });
  const matched = source.length;
  const rest = to.section.values.length - matched;
  const left = to.rows - matched;
  const end = atTheEnd(from, left);
  const below = looksBelow(to);
  const isBelow = looksBelow(from);
  if (end === null || (isBelow !== '' && (isBelow !== below || rest > 0))) return null;
  for (let at = 0; at < rest; at += 1) {
    // The last row of all stays the last: what comes or goes below does so above it.
    source.push(at === left - 1 ? from.rows - 1 : null);
    beside.push(undefined);
  }
  return {
    changes: [...end, ...changes],
    source,
    beside,
    onTop: looksOnTop(to, wanted, known),
    painted: rest > 0 || below !== isBelow ? { row: matched + 1, count: rest } : null,
  };
}

/** `known`: how many of the decorations of each row its kind has. */
function looksOnTop({ section }: TabDesign, { counts }: RowLooks, known: readonly number[]): Decoration[] {
  if (known.every((count, row) => count === counts[row])) return [];
  const met = known.map(() => 0);
  return section.decorations.flatMap((decoration): Decoration[] => {
    const look = lookOf(decoration);
    if (!look) return [];
    const rows: number[] = [];
    for (let at = decoration.row - 1; at < Math.min(decoration.row - 1 + decoration.rows, known.length); at += 1) {
      if (met[at]! >= known[at]!) rows.push(at);
      met[at]! += 1;
    }
    return rows.map((row) => ({ ...look, row: row + 1, rows: 1 }));
  });
}

/** What is said of rows below the section, in words. */
function looksBelow({ section: { values, decorations } }: TabDesign): string {
  return decorations
    .flatMap((decoration) => {
      const look = lookOf(decoration);
      const rows = decoration.row - 1 + decoration.rows - values.length;
      const first = Math.max(decoration.row - values.length, 1);
      return look && rows > 0 ? [JSON.stringify({ ...look, first, rows })] : [];
    })
    .join();
}

/** So many rows are to be left below the section; its last row may say that it is the last. Counted before the other changes. */
function atTheEnd({ rows, section }: TabDesign, left: number): RowMatch['changes'] | null {
  const below = rows - section.values.length;
  if (left === below) return [];
  if (left < 1) return null;
  if (left < below) return [{ kind: 'remove', row: section.values.length + 1, count: below - left }];
  // New rows take the looks of the one above, which must be a blank one.
  return below < 2 ? null : [{ kind: 'insert', row: rows - 1, count: left - below }];
}
