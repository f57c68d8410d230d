import { type Cell, type Grid, isBlank, textOf } from '../model';
import { FIRST_FIELD_COLUMN, LAST_FROZEN_COLUMN, MEMORY_COLUMN, REMARK_COLUMN, ROLE_COLUMN } from './block';

/**
 * «Ваши итоги»: what a school gets back, below its forms. It is no form: the add-on alone writes there, and reading passes
 * it by. Until there is something to tell, its rows are blank ones at the tab's end.
 */
export const OWN_RESULTS = { head: 'results/head', line: 'results/line' } as const;
/** The second sign of its rows, beside the role: a column that somebody has cleared does not make data of them. */
const MARK = 'results ';
const TITLE_COLUMN = FIRST_FIELD_COLUMN;
/** As the help lines of forms: what runs over other columns is not cut where the frozen ones end. */
const TEXT_COLUMN = LAST_FROZEN_COLUMN + 1;
/** Rows that a new tab has for it below its forms. */
export const OWN_RESULTS_ROOM = 20;

export const isOwnResults = (cells: readonly Cell[] = []): boolean => {
  const role = cells[ROLE_COLUMN - 1];
  const memory = cells[MEMORY_COLUMN - 1];
  if (role === OWN_RESULTS.head || role === OWN_RESULTS.line) return true;
  return typeof memory === 'string' && memory.startsWith(MARK);
};

/** What such a row tells of; '' when its mark is gone, or where it tells of no indicator. */
export function aboutResults(cells: readonly Cell[]): { readonly period: string; readonly indicator: string } {
  const [period = '', indicator = ''] = textOf(cells[MEMORY_COLUMN - 1])
    .slice(MARK.length)
    .split(' ');
  return { period, indicator };
}

/** A sentence of the block, and the indicator that it tells of. */
export interface ResultsLine {
  readonly words: string;
  readonly indicator?: string;
}

/** Columns, from 0, of the cells in such a row that the add-on has not written. */
export function foreignInResults(cells: readonly Cell[]): number[] {
  const role = cells[ROLE_COLUMN - 1];
  const own = [ROLE_COLUMN, MEMORY_COLUMN, REMARK_COLUMN, role === OWN_RESULTS.head ? TITLE_COLUMN : TEXT_COLUMN];
  return cells.flatMap((cell, at) => (isBlank(cell) || own.includes(at + 1) ? [] : [at]));
}

/** The block in words, title first, as rows of cells from A on. */
export const resultsRows = (period: string, [title, ...lines]: readonly ResultsLine[]): Grid => [
  rowOf(OWN_RESULTS.head, period, TITLE_COLUMN, title ?? { words: '' }),
  ...lines.map((line) => rowOf(OWN_RESULTS.line, period, TEXT_COLUMN, line)),
];

function rowOf(role: string, period: string, column: number, { words, indicator }: ResultsLine): Cell[] {
  const row = Array<Cell>(TEXT_COLUMN).fill('');
  row[ROLE_COLUMN - 1] = role;
  row[MEMORY_COLUMN - 1] = MARK + (indicator === undefined ? period : `${period} ${indicator}`);
  row[column - 1] = words;
  return row;
}
