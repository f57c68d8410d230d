import { rowValue } from '../domain';
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
  type RawRow,
  textOf,
} from '../model';
import { type Block, CONTROL, calculatedKey, type PlacedRow, type SchoolTab, schoolTab } from '../workbook';
import type { CheckedBlock, CheckedTab, FoundBlock, Seen } from './check-tab';

/**
 * Rows that are not what their control number remembers although nobody was seen to type there: one column sorted alone,
 * an undo, a lost edit. The old number stays until a person has looked. A number that stands at another row of the form
 * is no alarm: rows were sorted without their last columns.
 */
export function unseenChanges({ block, placed }: FoundBlock, tab: SchoolTab, seen: Seen): Issue[] {
  const column = block.columns.get(CONTROL);
  if (column === undefined) return [];
  const stored = (row: number): Cell => tab.grid[row - 1]?.[column - 1] ?? '';
  const known = new Set(placed.map(({ tabRow }) => cellsIn(stored(tabRow))));
  return placed.flatMap(({ raw, tabRow }): Issue[] => {
    const memory = stored(tabRow);
    if (seen.changed(tabRow) || isBlank(memory) || known.has(cellsOf(block.form, raw))) return [];
    const { period, school, form, row } = raw;
    return [{ period, school, form, row, id: 'row/changed-unseen', severity: 'warning', details: {} }];
  });
}

const MODULUS = 999_983;

/** Above the six digits made of the cells stand the fields typed as percentages, a bit each. */
const BITS = 1_000_000;

/** A row's memory: what stands in its cells, and which of them were typed as percentages. */
const controlOf = (form: Form, raw: RawRow): number =>
  cellsOf(form, raw) +
  BITS * Object.keys(form.fields).reduce((sum, key, bit) => sum + (raw.percent?.includes(key) ? 2 ** bit : 0), 0);

/** The part of a stored control number that is made of the cells; of what a person typed there, nothing. */
const cellsIn = (memory: Cell): number => (typeof memory === 'number' ? memory % BITS : Number.NaN);

function percentsIn(form: Form, memory: Cell): Set<string> {
  const bits = typeof memory === 'number' ? Math.floor(memory / BITS) : 0;
  return new Set(Object.keys(form.fields).filter((_, bit) => Math.floor(bits / 2 ** bit) % 2 === 1));
}

/** By row of the tab: the fields that its control number remembers as percentages, wherever sorting has left it. */
export function rememberedPercents(
  block: Block,
  placed: readonly PlacedRow[],
  grid: Grid,
): (tabRow: number) => Set<string> {
  const column = block.columns.get(CONTROL);
  const stored = (row: number): Cell => (column === undefined ? '' : (grid[row - 1]?.[column - 1] ?? ''));
  const byCells = new Map(placed.map(({ tabRow }) => [cellsIn(stored(tabRow)), stored(tabRow)]));
  const own = new Map(placed.map(({ tabRow, raw }) => [tabRow, cellsOf(block.form, raw)]));
  return (tabRow) => {
    const memory = stored(tabRow);
    const moved = cellsIn(memory) === own.get(tabRow) ? memory : byCells.get(own.get(tabRow)!);
    return percentsIn(block.form, moved ?? memory);
  };
}

/** Six digits from all cells of a row as they stand; equal rows give equal numbers. */
function cellsOf(form: Form, raw: RawRow): number {
  const words = Object.keys(form.fields)
    .map((key) => textOf(raw.cells[key]))
    .join('|');
  let sum = 7;
  for (let index = 0; index < words.length; index += 1) sum = (sum * 31 + words.charCodeAt(index)) % MODULUS;
  return sum;
}

const calculated = (indicator: Indicator, entry: Entry): Cell => rowValue(indicator, entry) ?? '';

/** The calculated columns of a block where they differ from what stands there; null when nothing does. */
export function calculatedPatch(
  programme: Programme,
  { tab }: CheckedTab,
  { block, placed, checked }: CheckedBlock,
): Extract<Patch, { kind: 'values' }> | null {
  const columns = calculatedColumns(programme, block.form, block);
  if (columns.length === 0) return null;
  // The old number is the only sign that these rows are not as they were.
  const kept = new Set(checked.issues.filter(({ id }) => id === 'row/changed-unseen').map(({ row }) => row));
  const byRow = new Map(placed.map(({ raw, tabRow }) => [tabRow, raw]));
  const first = columns[0]!.column;
  const values: Grid = [];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const raw = byRow.get(row);
    const counted = checked.rows.find(({ entry }) => entry.row === raw?.row);
    const standing = columns.map(({ column }) => tab.grid[row - 1]?.[column - 1] ?? '');
    const made = columns.map(({ indicator }, index): Cell => {
      if (indicator !== CONTROL) return counted?.valid ? calculated(indicator, counted.entry) : '';
      if (!raw) return '';
      return kept.has(raw.row) ? standing[index]! : controlOf(block.form, raw);
    });
    values.push(raw?.misplaced === undefined ? made : standing);
  }
  const same = values.every((cells, index) => {
    const standing = tab.grid[block.firstRow - 1 + index] ?? [];
    return cells.every((cell, place) => cell === (standing[first - 1 + place] ?? ''));
  });
  return same ? null : { kind: 'values', tab: schoolTab(tab.school), row: block.firstRow, column: first, values };
}

interface CalculatedColumn {
  readonly indicator: Indicator | typeof CONTROL;
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
  const control = block.columns.get(CONTROL);
  if (control !== undefined) found.push({ indicator: CONTROL, column: control });
  found.sort((a, b) => a.column - b.column);
  return found.every(({ column }, index) => column === found[0]!.column + index) ? found : [];
}
