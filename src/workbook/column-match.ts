import type { Decoration, TabDesign } from '../model';

const UNKNOWN = -1;

/** From 1. */
export interface TakenColumns {
  readonly at: number;
  readonly count: number;
}

/** The columns as two lists have them at both ends; what lies between is taken out; null for nothing. Undefined where columns are lacking. */
export function takenColumns(from: TabDesign, to: TabDesign): TakenColumns | null | undefined {
  const count = from.columns - to.columns;
  if (count < 0) return undefined;
  if (count === 0) return null;
  const look = ({ widths, hiddenColumns, formats }: TabDesign, column: number): string =>
    [widths[column - 1], hiddenColumns.includes(column), formats?.[column - 1]].join();
  let at = 1;
  while (at <= to.columns && look(from, at) === look(to, at)) at += 1;
  return { at, count };
}

/** A stretch of columns or rows once `count` have been taken out at `at`; null when nothing of it is left. */
function shrunk(first: number, length: number, { at, count }: TakenColumns): [number, number] | null {
  const lost = Math.max(0, Math.min(first + length, at + count) - Math.max(first, at));
  const before = Math.max(0, Math.min(first, at + count) - at);
  return length === lost ? null : [first - Math.min(before, count), length - lost];
}

/** The design of a tab out of which columns have been taken. */
export function withoutColumns(design: TabDesign, taken: TakenColumns | null): TabDesign {
  if (!taken) return design;
  const left = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => !isTaken(index + 1));
  const isTaken = (column: number): boolean => column >= taken.at && column < taken.at + taken.count;
  const decorations = design.section.decorations.flatMap((decoration): Decoration[] => {
    const place = shrunk(decoration.column, decoration.columns, taken);
    if (place) return [{ ...decoration, column: place[0], columns: place[1] }];
    const { row, rows, height, hideRows } = decoration;
    // A row is as high and as hidden without the columns of which that was said.
    return height === undefined && hideRows === undefined
      ? []
      : [
          {
            ...{ row, rows, column: 1, columns: design.columns - taken.count },
            ...(height === undefined ? {} : { height }),
            ...(hideRows === undefined ? {} : { hideRows }),
          },
        ];
  });
  return {
    ...design,
    section: { values: design.section.values.map(left), decorations },
    ...(design.formats ? { formats: left(design.formats) } : {}),
    columns: design.columns - taken.count,
    // Whether fewer are frozen once some of those have gone is nobody's promise: it is said anew.
    frozenColumns: taken.at <= design.frozenColumns ? UNKNOWN : design.frozenColumns,
    widths: left(design.widths),
    // It stands in the first column.
    lastRow: isTaken(1) ? undefined : design.lastRow,
    hiddenColumns: design.hiddenColumns.flatMap((column) => {
      const place = shrunk(column, 1, taken);
      return place ? [place[0]] : [];
    }),
  };
}
