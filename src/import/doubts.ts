import { counted } from '../model';
import { captionsOf, type Header } from './header';
import { countOf } from './numbers';
import type { Sheet } from './sheet';

/** Why a file may have lost lines: its counts would be too small. */
export interface Doubt {
  /** In Russian, without the place. */
  readonly words: string;
  /** It says of itself otherwise than it holds; else it only does not say that it is whole. */
  readonly contradicts: boolean;
}

export const contradiction = (words: string): Doubt => ({ words, contradicts: true });
export const unproven = (words: string): Doubt => ({ words, contradicts: false });

/** Index of the column that numbers the lines; -1 for none. */
export const numberingOf = (sheet: Sheet, { top, row }: Pick<Header<string>, 'top' | 'row'>): number =>
  captionsOf(sheet, top, row - top + 1).findIndex((words) =>
    words.some((word) => /^(?:nо?|(?:nо? ?)?п\/п)$/.test(word)),
  );

/** The numbers of these lines, as they stand. */
export function numbersOf(sheet: Sheet, header: Header<string>, lines: readonly Sheet['rows'][number][]): number[] {
  const column = numberingOf(sheet, header);
  return lines.map((cells) => countOf(cells[column]) ?? 0).filter((number) => number > 0);
}

/**
 * Numbers in the order in which they count up. Each is there once: the lines may be sorted by something else. Some are
 * there again: those of each school or class begin anew, and a smaller one begins the next.
 */
function runsOf(numbers: readonly number[]): number[][] {
  if (new Set(numbers).size === numbers.length) return [[...numbers].sort((a, b) => a - b)];
  const starts = numbers.flatMap((number, at) => (at === 0 || number < numbers[at - 1]! ? [at] : []));
  return starts.map((start, index) => numbers.slice(start, starts[index + 1]));
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** What a run lacks that follows `before`; two in second place have no third after them. */
function gapsIn(run: readonly number[], before: number): Gap[] {
  let last = before;
  let tied = 1;
  return run.flatMap((number) => {
    const gap = { from: last + tied, to: number - 1 };
    tied = number === last ? tied + 1 : 1;
    last = number;
    return gap.from <= gap.to ? [gap] : [];
  });
}

const MOST_NAMED = 4;

function named(gaps: readonly Gap[]): string {
  const names = gaps.slice(0, MOST_NAMED).map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));
  return names.join(', ') + (gaps.length > MOST_NAMED ? '…' : '');
}

const lastOf = (runs: readonly (readonly number[])[]): number => Math.max(0, ...runs[runs.length - 1]!);

/** Lines of tables one below another are numbered from 1, or on from the table above: numbers that are lacking. */
export function lackingNumbers(
  tables: readonly (readonly number[])[],
  before: readonly number[] = [],
): (Doubt | null)[] {
  let above = lastOf(runsOf(before));
  return tables.map((numbers) => {
    const runs = runsOf(numbers);
    const gaps = runs.flatMap((run, index) => gapsIn(run, index === 0 && run[0] === above + 1 ? above : 0));
    above = lastOf(runs);
    const lacking = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    if (lacking === 0) return null;
    // An extract keeps the numbers of the whole, and codes or a year may stand for them: these lack more than there is.
    return runs.length === 1 && lacking <= numbers.length
      ? contradiction(`не хватает ${counted(lacking, 'строки', 'строк', 'строк')}: нет № ${named(gaps)}`)
      : unproven(`строки пронумерованы не подряд: нет № ${named(gaps)}`);
  });
}
