import { type Form, type Grid, type Programme, textOf } from '../model';
import { readTable, rowsTable, type Snapshot, stampOf } from '../workbook';

/**
 * The forms whose rows are not those that were frozen with the period: somebody has changed, added or deleted some since.
 * Sorting changes nothing, nor do corrections. `rows` are the period's, by form. Version 0.1.0 kept nothing to tell by.
 */
export function changedForms(
  { forms }: Programme,
  { period, schools, tabs = {} }: Snapshot,
  rows: Readonly<Record<string, Grid>>,
): Form[] {
  const places = new Map(schools.map(({ key }, index) => [key, index]));
  return forms.filter((form) => {
    const table = rowsTable(form);
    const stamp = tabs[table.key];
    if (stamp === undefined) return false;
    const own = readTable(table, rows[form.key] ?? [], period)
      .filter((row) => textOf(row.period) === period)
      .map((row) => ({ row, school: places.get(textOf(row.school)) ?? -1, number: Number(row.row) }))
      .sort((a, b) => a.school - b.school || a.number - b.number);
    return stampOf(own.map(({ row }) => row)) !== stamp;
  });
}
