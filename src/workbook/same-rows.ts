import { type Cell, type Grid, textOf } from '../model';

/** As many comparisons as a run has time for. */
const MOST_COMPARED = 200_000;

/**
 * Which of the standing rows each wanted one is, by index: first those that agree in everything, then, of the others, the one
 * that agrees in most cells under keys. Null where none is left, or none is like it.
 */
export function sameRows(places: readonly number[], standing: Grid, wanted: Grid): (number | null)[] {
  const wordsOf = (cells: readonly Cell[]): string[] => places.map((place) => textOf(cells[place]));
  const words = standing.map(wordsOf);
  const free = new Map<string, number[]>();
  words.forEach((row, index) => {
    const id = JSON.stringify(row);
    free.set(id, [...(free.get(id) ?? []), index]);
  });
  const found = wanted.map((cells) => free.get(JSON.stringify(wordsOf(cells)))?.shift() ?? null);
  const left = new Set([...free.values()].flat());
  const unknown = found.filter((index) => index === null).length;
  if (unknown * left.size > MOST_COMPARED) return found;
  return found.map((index, at) => index ?? likest(wordsOf(wanted[at]!), words, left));
}

/** Takes it out of those that are left. */
function likest(wanted: readonly string[], words: readonly (readonly string[])[], left: Set<number>): number | null {
  let [best, most] = [-1, 0];
  for (const index of left) {
    const alike = wanted.filter((word, at) => word !== '' && words[index]![at] === word).length;
    if (alike > most) [best, most] = [index, alike];
  }
  // All rows of a period agree in that, and those of a school in more: a row that was typed over has lost a cell or two.
  if (most * 2 <= wanted.filter((word) => word !== '').length) return null;
  left.delete(best);
  return best;
}
