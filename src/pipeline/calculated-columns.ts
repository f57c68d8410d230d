import { type CountedRow, weighted } from '../domain';
import {
  type Cell,
  type Entry,
  type Form,
  type Grid,
  type Indicator,
  type Issue,
  isBlank,
  isDerived,
  type Patch,
  type Programme,
} from '../model';
import { type Block, calculatedKey, type SchoolTab, schoolTab } from '../workbook';
import type { CheckedBlock, CheckedTab, FoundBlock, Seen } from './check-tab';

/**
 * Rows whose calculated cells disagree with their numbers although nobody was seen to type there: one column sorted
 * alone, an undo, a lost edit. The old calculated cells are the row's memory, so they stay until a person has looked.
 */
export function unseenChanges(programme: Programme, found: FoundBlock, tab: SchoolTab, seen: Seen): Issue[] {
  const columns = calculatedColumns(programme, found.block.form, found.block);
  return found.placed.flatMap(({ raw, tabRow }): Issue[] => {
    if (seen.changed(tabRow) || columns.length === 0) return [];
    const counted = found.checked.rows.find(({ entry }) => entry.row === raw.row);
    if (!counted?.valid || !disagrees(columns, counted, tab.grid[tabRow - 1] ?? [])) return [];
    const { period, school, form, row } = raw;
    return [{ period, school, form, row, id: 'row/changed-unseen', severity: 'warning', details: {} }];
  });
}

function disagrees(columns: readonly CalculatedColumn[], { entry }: CountedRow, cells: readonly Cell[]): boolean {
  const stored = columns.map(({ column }) => cells[column - 1] ?? '');
  if (stored.every(isBlank)) return false;
  return columns.some(({ indicator }, index) => !near(calculated(indicator, entry), stored[index]!));
}

const near = (a: Cell, b: Cell): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < 1e-6 : a === b;

const calculated = (indicator: Indicator, entry: Entry): Cell => {
  const top = weighted(indicator.numerator, entry.numbers);
  const bottom = weighted(indicator.denominator, entry.numbers);
  return top === null || bottom === null || bottom === 0 ? '' : (indicator.scale * top) / bottom;
};

/** The calculated columns of a block where they differ from what stands there; null when nothing does. */
export function calculatedPatch(
  programme: Programme,
  { tab }: CheckedTab,
  { block, placed, checked }: CheckedBlock,
): Extract<Patch, { kind: 'values' }> | null {
  const columns = calculatedColumns(programme, block.form, block);
  if (columns.length === 0) return null;
  // What stands there is the only sign that these rows are not as they were.
  const kept = new Set(checked.issues.filter(({ id }) => id === 'row/changed-unseen').map(({ row }) => row));
  const byRow = new Map(placed.map(({ raw, tabRow }) => [tabRow, raw.row]));
  const first = columns[0]!.column;
  const values: Grid = [];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const number = byRow.get(row);
    const counted = checked.rows.find(({ entry }) => entry.row === number);
    const standing = columns.map(({ column }) => tab.grid[row - 1]?.[column - 1] ?? '');
    const misplaced = placed.some(({ raw }) => raw.row === number && raw.misplaced !== undefined);
    const keep = number !== undefined && (kept.has(number) || misplaced);
    values.push(
      keep ? standing : columns.map(({ indicator }) => (counted?.valid ? calculated(indicator, counted.entry) : '')),
    );
  }
  const same = values.every((cells, index) => {
    const standing = tab.grid[block.firstRow - 1 + index] ?? [];
    return cells.every((cell, place) => cell === (standing[first - 1 + place] ?? ''));
  });
  return same ? null : { kind: 'values', tab: schoolTab(tab.school), row: block.firstRow, column: first, values };
}

interface CalculatedColumn {
  readonly indicator: Indicator;
  readonly column: number;
}

/** The calculated columns as they stand on the tab, if they still stand side by side. */
function calculatedColumns(programme: Programme, form: Form, block: Block): CalculatedColumn[] {
  const found = programme.indicators.flatMap((indicator): CalculatedColumn[] => {
    const column = block.columns.get(calculatedKey(indicator));
    return column === undefined || isDerived(indicator) || indicator.from.key !== form.key
      ? []
      : [{ indicator, column }];
  });
  found.sort((a, b) => a.column - b.column);
  return found.every(({ column }, index) => column === found[0]!.column + index) ? found : [];
}
