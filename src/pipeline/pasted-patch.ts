import { type Cell, isNumeric } from '../model';
import { EXPLANATION, MEMORY_COLUMN, REMARK_COLUMN, type SchoolTab, schoolTab, written } from '../workbook';
import type { Pasted } from './pasted-block';
import type { Values } from './tab-patches';

/** All that is written of a pasted table, what stands beside its rows too: one call has to do. */
export function pastedPatch(tab: SchoolTab, { area, block }: Pasted, others: readonly Values[]): Values {
  const areas = others.map(({ row, column, values }) => ({
    ...{ row, column },
    ...{ rows: values.length, columns: values[0]!.length },
  }));
  const all = [area, ...areas];
  const row = Math.min(...all.map((one) => one.row));
  const column = Math.min(MEMORY_COLUMN, ...all.map((one) => one.column));
  const rows = Math.max(...all.map((one) => one.row + one.rows)) - row;
  const columns = Math.max(...all.map((one) => one.column + one.columns)) - column;
  const numbers = new Set([...block.columns].flatMap(([key, at]) => (isWords(block, key) ? [] : [at])));
  const cellAt = (at: number, of: number): Cell => {
    for (const { row: first, column: left, values } of others) {
      const cell = values[at - first]?.[of - left];
      if (cell !== undefined) return cell;
    }
    const cell = tab.grid[at - 1]?.[of - 1] ?? '';
    if (of <= REMARK_COLUMN) return cell;
    const isData = block.firstRow <= at && at < block.endRow;
    return written(cell, isData && numbers.has(of) ? 'General' : '@');
  };
  const values = Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_cell, right) => cellAt(row + down, column + right)),
  );
  return { kind: 'values', tab: schoolTab(tab.school), row, column, values };
}

const isWords = ({ form }: Pasted['block'], key: string): boolean =>
  key === EXPLANATION ||
  (form.fields[key] !== undefined && !isNumeric(form.fields[key]) && form.fields[key].kind !== 'date');
