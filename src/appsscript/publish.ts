import type { Grid } from '../model';
import {
  firstDifference,
  type Publication,
  type PublishRequest,
  planPublication,
  rowsToRead,
  seenWhole,
} from '../pipeline';
import { applyPatch, type Book, Refusal } from './book';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const top = (sheet: Sheet, rows: number, columns: number): Grid => sheet.getRange(1, 1, rows, columns).getValues();

/** Reads as much of the tab's top as planning needs: its head, the open period's rows and one row more. */
function plan(sheet: Sheet, request: PublishRequest): Publication {
  const extent = sheet.getDataRange();
  const size = extent.getNumRows();
  const columns = extent.getNumColumns();
  let rows = Math.min(size, rowsToRead(request.rows.length));
  let grid = top(sheet, rows, columns);
  while (!seenWhole(grid, size, request.period)) {
    rows = Math.min(size, rows * 2);
    grid = top(sheet, rows, columns);
  }
  return planPublication(request, grid, size);
}

/** Columns for fields that the programme has got since the tab was made. */
function widen(sheet: Sheet, { table }: PublishRequest, { expected }: Publication): void {
  const width = expected[0]!.length;
  const present = sheet.getDataRange().getNumColumns();
  if (width <= present) return;
  sheet.insertColumnsAfter(present, width - present);
  expected[1]!.forEach((key, index) => {
    const format = table.columns.find((column) => column.key === key)?.format;
    if (index >= present && format) sheet.getRange(1, index + 1, sheet.getMaxRows(), 1).setNumberFormat(format);
  });
}

/**
 * Writes every table with one write, after the whole set has been planned; reads all back and compares.
 * Nothing is cleared first: whatever moment a run dies at, the old rows or the new ones stand there.
 */
export function publish(book: Book, requests: readonly PublishRequest[]): void {
  const plans = requests.map((request) => {
    const sheet = book.sheet(request.table.key);
    if (!sheet)
      throw new Refusal(`Нет вкладки «${request.table.name}». Запустите «Настройка», «Создать или починить вкладки».`);
    return { request, sheet, publication: plan(sheet, request) };
  });
  for (const { sheet, request, publication } of plans) {
    widen(sheet, request, publication);
    if (publication.insert) applyPatch(sheet, publication.insert);
    applyPatch(sheet, publication.write);
  }
  SpreadsheetApp.flush();
  for (const { sheet, request, publication } of plans) {
    const found = top(sheet, publication.expected.length, publication.expected[0]!.length);
    const difference = firstDifference(publication.expected, found);
    if (!difference) continue;
    throw new Refusal(
      `Вкладка «${request.table.name}», строка ${difference.row}, столбец ${difference.column}: записано не то, что собрано. Соберите свод ещё раз.`,
    );
  }
}
