import { type Cell, textOf } from '../model';
import { countOf } from './numbers';
import { type Line, skipped } from './recogniser';
import { wordsOf } from './sheet';

/** Name of the line that ends a protocol. */
export const ENDS = 'Всего участников';

const CLOSING = [
  ['Средние', /^средни[ей]/],
  ['Минимальная граница', /^минимальн[а-я]+ границ/],
  [ENDS, /^всего (?:участников|человек)/],
] as const;

export type Closing = (typeof CLOSING)[number][0];

const placeIn = (cells: readonly Cell[], pattern: RegExp): number =>
  cells.findIndex((cell) => pattern.test(wordsOf(cell)));

/** Which of the lines that end a protocol this is. */
export const closingOf = (cells: readonly Cell[]): Closing | undefined =>
  CLOSING.find(([, pattern]) => placeIn(cells, pattern) >= 0)?.[0];

/** What ends a protocol, in our words: whatever else stands there may be a name. */
export function closingLine(cells: readonly Cell[]): Line[] {
  const closing = closingOf(cells);
  return closing ? [skipped(closing, 'not_school_row')] : [];
}

/** A number among words: what stands behind a colon is meant, before it may stand a year or a grade. */
const LOOSE = /^[^:]*:\D*(\d+(?:[ \u00a0]\d{3})*)|(\d+(?:[ \u00a0]\d{3})*)/;

/** How many took part as «Всего участников» says: «66» to the right of the words, «66 чел.», or in the words themselves. */
export function totalOf(cells: readonly Cell[]): number | null {
  const said = cells.slice(placeIn(cells, CLOSING.find(([name]) => name === ENDS)![1]));
  const beside = said.slice(1).map(countOf);
  const loose = said.map((cell) => LOOSE.exec(textOf(cell))).map((found) => found?.[1] ?? found?.[2]);
  return beside.find((count) => count !== null) ?? countOf(loose.find((text) => text !== undefined));
}
