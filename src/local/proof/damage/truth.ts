import { type Cell, DATE_MARK, isDate, type RawRow, textOf } from '../../../model';

/** What a cell says, for comparing: a number as text and the number are one; a date is not its number. */
export const said = (cell: Cell | undefined): string => {
  if (cell === undefined) return '';
  if (!isDate(cell)) return textOf(cell);
  const parts = [cell.getDate(), cell.getMonth() + 1].map((part) => String(part).padStart(2, '0'));
  return `${DATE_MARK}${parts.join('.')}.${cell.getFullYear()}`;
};

/** A row that a school has entered: of each field the values that are right now, what was typed first. */
export interface TrueRow {
  readonly id: string;
  readonly form: string;
  readonly cells: Map<string, Cell[]>;
  /** Right with it and right without it. */
  optional: boolean;
}

/** What the school has entered, whatever its tab looks like by now. */
export class Truth {
  readonly rows = new Map<string, TrueRow>();
  private added = 0;

  enter(id: string, form: string, cells: Readonly<Record<string, Cell>>, optional = false): void {
    const entries = Object.entries(cells).map(([key, cell]): [string, Cell[]] => [key, [cell]]);
    this.rows.set(id, { id, form, cells: new Map(entries), optional });
  }

  /** A row that may count or not: nobody but the person who made it knows. */
  allow(form: string, cells: Readonly<Record<string, Cell>>): void {
    this.added += 1;
    this.enter(`new-${this.added}`, form, cells, true);
  }

  remove(id: string | undefined): void {
    if (id !== undefined) this.rows.delete(id);
  }

  /** The person meant to write this. */
  set(id: string | undefined, field: string, cell: Cell): void {
    this.rows.get(id ?? '')?.cells.set(field, [cell]);
  }

  /** The person may have meant this, or what stood there. */
  accept(id: string | undefined, field: string, cell: Cell): void {
    const row = this.rows.get(id ?? '');
    row?.cells.set(field, [cell, ...(row.cells.get(field) ?? [])]);
  }

  copy(): Truth {
    const copy = new Truth();
    for (const row of this.rows.values()) copy.rows.set(row.id, { ...row, cells: new Map(row.cells) });
    return copy;
  }
}

export const fits = (row: TrueRow, cells: Readonly<Record<string, Cell>>): boolean =>
  [...row.cells].every(([key, values]) => values.some((value) => said(value) === said(cells[key])));

const ENOUGH = 3;

/** How much of the row is found in a counted one; in another form, where columns mean other things, more is asked for. */
export function likeness(
  row: TrueRow,
  { form, cells }: { form: string; cells: Readonly<Record<string, Cell>> },
): number {
  const words = new Set(Object.values(cells).map(said));
  const shared = [...row.cells.values()].filter((values) =>
    values.some((one) => said(one) !== '' && words.has(said(one))),
  );
  return form === row.form || shared.length >= ENOUGH ? shared.length : 0;
}

/** The row as the add-on would read it; `as` chooses among several right values. */
export const rawOf = (
  row: TrueRow,
  place: Omit<RawRow, 'form' | 'cells'>,
  as?: Readonly<Record<string, Cell>>,
): RawRow => ({
  ...place,
  form: row.form,
  cells: Object.fromEntries([...row.cells].map(([key, values]) => [key, as?.[key] ?? values[0]!])),
});
