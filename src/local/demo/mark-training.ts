type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What stands on every tab and document of an invented district. */
export const TRAINING = 'Учебные данные: все числа вымышлены';

/** Beside the last words of each tab's first row, which no tab keeps data in. */
export function markTraining(book: Spreadsheet): void {
  for (const sheet of book.getSheets()) {
    const [first = []] = sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn())).getDisplayValues();
    const last = first.reduce((found, text, column) => (text === '' ? found : column), 0);
    const words = first[last]!;
    sheet.getRange(1, last + 1).setValue(words === '' ? TRAINING : `${words} · ${TRAINING}`);
  }
}
