import type { Programme } from '../../model';
import { type Block, BOX_COLUMN, HEAD, readSchoolTab, schoolTabName } from '../../workbook';
import type { DataRow, Dataset } from '../demo/dataset';
import type { Runtime } from '../runtime';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const accountOf = (school: string): string => `${school}@school.example`;

export const boxOf = (sheet: Sheet, row: (typeof HEAD)['check' | 'submit']): string =>
  sheet.getRange(row, BOX_COLUMN).getA1Notation();

export const sheetOf = (runtime: Runtime, school: string): Sheet =>
  (runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp)
    .getActive()
    .getSheetByName(schoolTabName(school))!;

/**
 * All schools' numbers stand on their tabs and are handed in. Only «Сдать» runs the add-on: to have each of thousands of
 * pasted forms answered would take most of the bench's time and change nothing of what it measures.
 */
export function enterQuietly(runtime: Runtime, programme: Programme, { schools, rows }: Dataset): void {
  for (const { key, name } of schools) {
    const sheet = sheetOf(runtime, name);
    const { blocks } = readSchoolTab(programme, sheet.getDataRange().getValues());
    const own = rows.filter((row) => row.school === key);
    // From the bottom up: rows inserted above would move the blocks below.
    for (const block of [...blocks.values()].reverse()) {
      fill(
        sheet,
        block,
        own.filter((row) => row.form === block.form.key),
      );
    }
    runtime.edit(sheet.getName(), boxOf(sheet, HEAD.submit), 'TRUE', { user: accountOf(key) });
    const [failure] = runtime.failures;
    if (failure) throw failure.error;
  }
}

function fill(sheet: Sheet, { form, columns, firstRow, endRow }: Block, rows: readonly DataRow[]): void {
  if (rows.length === 0) return;
  const missing = rows.length - (endRow - firstRow);
  if (missing > 0) sheet.insertRowsAfter(firstRow, missing);
  for (const [key, { kind }] of Object.entries(form.fields)) {
    const numeric = kind === 'count' || kind === 'decimal';
    const cells = rows.map(({ cells: { [key]: text = '' } }) => [
      numeric && text !== '' ? Number(text.replace(',', '.')) : text,
    ]);
    sheet.getRange(firstRow, columns.get(key)!, rows.length, 1).setValues(cells);
  }
}
