import { rowValue } from '../domain';
import { type Cell, type Entry, type Form, type Grid, isDerived, type Programme, type RawRow } from '../model';
import { type Block, calculatedKey, schoolTab } from '../workbook';
import type { CheckedBlock, LookedTab } from './check-tab';
import type { Values } from './tab-patches';

/** The calculated cells of a block from the first to the last row that is not as it should be; null when all are. */
export function calculatedPatch(programme: Programme, { tab }: LookedTab, checked: CheckedBlock): Values | null {
  const { block } = checked;
  const columns = calculatedColumns(programme, block.form, block);
  if (columns.length === 0) return null;
  const standing = (row: number): Cell[] => columns.map(({ column }) => tab.grid[row - 1]?.[column - 1] ?? '');
  const holdsNumbers = (row: number): boolean => {
    const line = tab.grid[row - 1]!;
    for (const { column } of columns) if (typeof line[column - 1] !== 'number') return false;
    return true;
  };
  const wantedIn = wantedCells(columns, checked, standing, holdsNumbers);
  const wanted = new Map<number, Cell[]>();
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const cells = wantedIn(row);
    if (cells) wanted.set(row, cells);
  }
  if (wanted.size === 0) return null;
  const rows = [...wanted.keys()];
  const [first, last] = [rows[0]!, rows[rows.length - 1]!];
  const values: Grid = [];
  for (let row = first; row <= last; row += 1) values.push(wanted.get(row) ?? standing(row));
  return { kind: 'values', tab: schoolTab(tab.school), row: first, column: columns[0]!.column, values };
}

/** What is to stand in a row; null where it does. */
function wantedCells(
  columns: readonly CalculatedColumn[],
  { placed, checked, beside }: CheckedBlock,
  standing: (row: number) => Cell[],
  holdsNumbers: (row: number) => boolean,
): (row: number) => Cell[] | null {
  const counted = new Map<RawRow, CheckedBlock['checked']['rows'][number]>();
  for (const row of checked.rows) if (row.valid) counted.set(row.raw, row);
  const raws = new Map<number, RawRow>();
  for (const { raw, tabRow } of placed) raws.set(tabRow, raw);
  return (row) => {
    // A row that is as it was last checked still has what was calculated then.
    if (beside.get(row) === null && holdsNumbers(row)) return null;
    const raw = raws.get(row);
    // Cells of a row that were moved sideways may hold what a person typed.
    if (raw?.misplaced !== undefined) return null;
    const cells = standing(row);
    const entry = raw && counted.get(raw)?.entry;
    const wanted = columns.map(({ value }) => (entry ? (value(entry) ?? '') : ''));
    return wanted.every((cell, index) => cell === cells[index]) ? null : wanted;
  };
}

interface CalculatedColumn {
  readonly value: (entry: Entry) => number | null;
  readonly column: number;
}

/** The calculated columns as they stand on the tab, if they still stand side by side. */
function calculatedColumns(programme: Programme, form: Form, block: Block): CalculatedColumn[] {
  const found = programme.indicators.flatMap((indicator): CalculatedColumn[] => {
    const column = block.columns.get(calculatedKey(indicator));
    return column === undefined || isDerived(indicator) || indicator.from.key !== form.key
      ? []
      : [{ value: rowValue(indicator), column }];
  });
  found.sort((a, b) => a.column - b.column);
  return found.every(({ column }, index) => column === found[0]!.column + index) ? found : [];
}
