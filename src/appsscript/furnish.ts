import type { KeyPlan } from '../pipeline';
import { LOOK } from '../pipeline';
import { stretches } from '../workbook/stretches';
import { notationOf } from './notation';

/** Columns that have been added, each property of many of them in one call: a programme may bring dozens of forms. */
export function furnish(sheet: GoogleAppsScript.Spreadsheet.Sheet, added: KeyPlan['added'], titles: number): void {
  if (added.length === 0) return;
  const rows = sheet.getMaxRows() - titles;
  const formats = new Map<string, string[]>();
  for (const { at, column } of added) {
    const area = notationOf({ row: titles + 1, column: at, rows, columns: 1 });
    formats.set(column.format, [...(formats.get(column.format) ?? []), area]);
  }
  for (const [format, areas] of formats) sheet.getRangeList(areas).setNumberFormat(format);
  const heads = added.map(({ at }) => notationOf({ row: titles, column: at, rows: 1, columns: 1 }));
  sheet.getRangeList(heads).setBackground(LOOK.header.background).setFontWeight('bold').setWrap(true);
  const columns: (KeyPlan['added'][number]['column'] | undefined)[] = [];
  for (const { at, column } of added) columns[at - 1] = column;
  for (const [index, count, width] of stretches(Array.from(columns, (column) => column?.width)))
    if (width !== undefined) sheet.setColumnWidths(index + 1, count, width);
  for (const [index, count, hidden] of stretches(Array.from(columns, (column) => column?.hidden)))
    if (hidden) sheet.hideColumns(index + 1, count);
}
