import { rowValue } from '../domain';
import { type Cell, type Entry, type Form, type Grid, isDerived, type Programme, type RawRow } from '../model';
import { type Block, calculatedKey, schoolTab } from '../workbook';
import type { CheckedBlock, LookedTab } from './check-tab';
import type { Values } from './tab-patches';

/** The calculated cells of a block from the first to the last row that is not as it should be; null when all are. */
export function calculatedPatch(
  programme: Programme,
  { tab }: LookedTab,
  { block, placed, checked }: CheckedBlock,
): Values | null {
  const columns = calculatedColumns(programme, block.form, block);
  if (columns.length === 0) return null;
  const entries = new Map<number, Entry>();
  for (const { entry, valid } of checked.rows) if (valid) entries.set(entry.row, entry);
  const byRow = new Map<number, RawRow>();
  for (const { raw, tabRow } of placed) byRow.set(tabRow, raw);
  const first = columns[0]!.column;
  const values: Grid = [];
  let [from, to] = [0, -1];
  for (let row = block.firstRow; row < block.endRow; row += 1) {
    const raw = byRow.get(row);
    const entry = raw && entries.get(raw.row);
    const line = tab.grid[row - 1] ?? [];
    const wanted: Cell[] = [];
    let differs = false;
    for (const { value, column } of columns) {
      const standing = line[column - 1] ?? '';
      // Cells of a row that were moved sideways may hold what a person typed.
      const made = raw?.misplaced !== undefined ? standing : entry ? (value(entry) ?? '') : '';
      wanted.push(made);
      differs ||= made !== standing;
    }
    if (differs) {
      if (to < 0) from = values.length;
      to = values.length;
    }
    values.push(wanted);
  }
  if (to < 0) return null;
  const tabKey = schoolTab(tab.school);
  return { kind: 'values', tab: tabKey, row: block.firstRow + from, column: first, values: values.slice(from, to + 1) };
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
