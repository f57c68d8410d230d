import { type Cell, type Grid, isBlank, type Patch, type PeriodKey, REMARK_SIGNS } from '../model';
import {
  aboutResults,
  foreignInResults,
  isOwnResults,
  REMARK_COLUMN,
  type ResultsLine,
  ROLE_COLUMN,
  resultsRows,
  schoolTab,
  written,
} from '../workbook';

type Values = Extract<Patch, { kind: 'values' }>;

/** What the block is to say; null where it has nothing to say of the period. */
export interface OwnResults {
  readonly period: PeriodKey;
  /** Title first. */
  readonly lines: readonly ResultsLine[] | null;
}

const BLANK = { words: '' };

/** Rows that people insert while a run writes push the forms down: the block leaves them room. */
const GAP = 5;

export const NOT_COUNTED_HERE = `${REMARK_SIGNS.error} Здесь ничего не учитывается: перенесите введённое в форму или в «Пояснение», отсюда удалите`;

/**
 * Brings the block to what it is to say, in one write as long as it is the last on its tab; nothing when it is as it should
 * be. What it said of an earlier period stays until there is something to say of this one. Cells that people have filled
 * beside it stay, with a remark.
 */
export function ownResultsPatches(school: string, grid: Grid, { period, lines }: OwnResults): Values[] {
  const rows = grid.flatMap((cells, index) => (isOwnResults(cells) ? [index + 1] : []));
  const isOfNow = rows.some((row) => aboutResults(grid[row - 1]!).period === period);
  if (lines === null && !isOfNow) return rows.flatMap((row) => resultsRemarks(school, grid, [row]));
  const first = rows[0];
  const isLast = first !== undefined && lastRow(grid) - first + 1 === rows.length;
  const wanted = lines === null ? [] : resultsRows(period, lines);
  if (isLast || first === undefined) return stretch(school, grid, first ?? lastRow(grid) + GAP, rows.length, wanted);
  // Something has come to stand below it: it goes below that.
  const gone = rows.flatMap((row) => stretch(school, grid, row, 1, []));
  return [...gone, ...stretch(school, grid, lastRow(grid) + GAP, 0, wanted)];
}

/** Of these rows, of which the first `standing` are the block's: each as wanted, the others blank. */
function stretch(school: string, grid: Grid, row: number, standing: number, wanted: Grid): Values[] {
  const count = Math.max(standing, wanted.length);
  if (count === 0) return [];
  const width = resultsRows('', [])[0]!.length;
  let changed = false;
  const values = Array.from({ length: count }, (_, index): Cell[] => {
    const cells = grid[row - 1 + index] ?? [];
    const foreign = foreignInResults(cells);
    const own = wanted[index] ?? (foreign.length > 0 ? resultsRows('', [BLANK, BLANK])[1]! : []);
    return Array.from({ length: width }, (_, at) => {
      const isForeign = foreign.includes(at) && isBlank(own[at]);
      const remark = at === REMARK_COLUMN - 1 && foreign.length > 0;
      const cell = isForeign ? cells[at]! : remark ? NOT_COUNTED_HERE : (own[at] ?? '');
      if (cell !== (cells[at] ?? '')) changed = true;
      return written(cell, 'General');
    });
  });
  return changed ? [{ kind: 'values', tab: schoolTab(school), row, column: ROLE_COLUMN, values }] : [];
}

/** Beside these rows of the block, which stand one under another, in one write. */
export function resultsRemarks(school: string, grid: Grid, rows: readonly number[]): Values[] {
  const values = rows.map((row): Cell[] => [foreignInResults(grid[row - 1]!).length > 0 ? NOT_COUNTED_HERE : '']);
  if (values.every(([remark], index) => remark === grid[rows[index]! - 1]?.[REMARK_COLUMN - 1])) return [];
  return [{ kind: 'values', tab: schoolTab(school), row: rows[0]!, column: REMARK_COLUMN, values }];
}

function lastRow(grid: Grid): number {
  let row = grid.length;
  while (row > 0 && grid[row - 1]!.every(isBlank)) row -= 1;
  return row;
}
