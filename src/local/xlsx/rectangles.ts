import type { Area } from '../google/book';
import { cellName } from '../google/sheets/formula/a1';

export type Rectangle = Omit<Area, 'sheetId'>;

/** As files write it: `C5` or `C5:D9`, whatever the size of the sheet. */
export const addressOf = ({ row, column, rows, columns }: Rectangle): string => {
  const first = cellName(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cellName(row + rows - 1, column + columns - 1)}`;
};

export const absolute = (area: Rectangle): string => addressOf(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** Joins cells that hold the same thing into rectangles that do not overlap: down first, then to the right. */
export const joinCells = <T>(cells: { row: number; column: number; thing: T }[]): { area: Rectangle; thing: T }[] => {
  const columns = new Map<number, { area: Rectangle; thing: T }[]>();
  const done: { area: Rectangle; thing: T }[] = [];
  const sorted = [...cells].sort((one, other) => one.column - other.column || one.row - other.row);
  for (const { row, column, thing } of sorted) {
    const runs = columns.get(column) ?? [];
    columns.set(column, runs);
    const last = runs.at(-1);
    if (last && last.thing === thing && last.area.row + last.area.rows === row) last.area.rows += 1;
    else runs.push({ area: { row, column, rows: 1, columns: 1 }, thing });
  }
  for (const run of [...columns.values()].flat()) {
    const { area, thing } = run;
    const left = done.find(
      (other) =>
        other.thing === thing &&
        other.area.row === area.row &&
        other.area.rows === area.rows &&
        other.area.column + other.area.columns === area.column,
    );
    if (left) left.area.columns += 1;
    else done.push(run);
  }
  return done;
};
