import type { ServiceHost } from '../../runtime/execution';
import { isText, mismatch } from '../signature';
import { strict } from '../strict';
import { ColumnType } from './enums';

type ColumnTypeName = 'DATE' | 'NUMBER' | 'STRING';
type Value = string | number | null;

export interface TableState {
  readonly columns: { type: ColumnTypeName; label: string }[];
  readonly rows: Value[][];
}

const states = new WeakMap<object, TableState>();

/** The table behind a DataTable or its builder: charts take either. */
export const tableState = (value: unknown): TableState | undefined =>
  typeof value === 'object' && value !== null ? states.get(value) : undefined;

/** A table of dates is not used by anybody yet. */
const fits = (type: ColumnTypeName, value: unknown): value is Value =>
  type === 'NUMBER' ? typeof value === 'number' && Number.isFinite(value) : type === 'STRING' && isText(value);

/** `addRow` takes a value for each column; `setValue` may leave places of a row without one. */
export function createDataTable(host: ServiceHost): object {
  const state: TableState = { columns: [], rows: [] };
  const checked = (method: string, column: number, value: unknown): Value => {
    const known = state.columns[column];
    if (!known) return host.fail(`Invalid column index ${column}.`);
    return fits(known.type, value) ? value : host.fail(`${method}: type mismatch in column ${column} (${known.type}).`);
  };
  const builder: object = strict('DataTableBuilder', {
    addColumn: (...args: unknown[]) => {
      const [type, label] = args;
      const name = (['DATE', 'NUMBER', 'STRING'] as const).find((item) => ColumnType[item] === type);
      if (!name || !isText(label)) return mismatch(host, 'Charts.DataTableBuilder.addColumn', args);
      state.columns.push({ type: name, label });
      return builder;
    },
    addRow: (...args: unknown[]) => {
      const [values] = args;
      if (!Array.isArray(values)) return mismatch(host, 'Charts.DataTableBuilder.addRow', args);
      if (values.length !== state.columns.length)
        return host.fail(`Row has ${values.length} values, the table has ${state.columns.length} columns.`);
      state.rows.push(values.map((value, column) => checked('addRow', column, value)));
      return builder;
    },
    setValue: (row: number, column: number, value: unknown) => {
      while (state.rows.length <= row) state.rows.push(state.columns.map(() => null));
      state.rows[row]![column] = checked('setValue', column, value);
      return builder;
    },
    build: () => {
      const table = strict('DataTable', {});
      states.set(table, state);
      return table;
    },
  });
  states.set(builder, state);
  return builder;
}
