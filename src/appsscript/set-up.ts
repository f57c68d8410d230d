import { periodOfMonth, type TabDesign } from '../model';
import { missingSettings, outputTabs, schoolTabs, serviceTabs } from '../pipeline';
import { programme } from '../programme';
import { type Book, openBook } from './book';
import { openForRun } from './consolidate';
import { copyTab, createTab } from './create-tab';
import { type Outcome, record } from './run';

function currentQuarter(): string {
  const [year, month] = Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'yyyy-MM').split('-').map(Number);
  return periodOfMonth(year!, month!);
}

/**
 * Makes the tabs that are not there. What is there stays as it is: running it again changes nothing and loses nothing.
 * The first run stops at the register and the settings: the other tabs follow from them.
 */
export function setUpTabs(): Outcome {
  const made: string[] = [];
  const firstRun = openBook(programme).sheet('schools') === null;
  ensureTabs(openBook(programme), serviceTabs(programme, currentQuarter()), made);
  addMissingSettings();
  removeBlankFirstSheet();
  if (firstRun) {
    const next = 'Проверьте на них отчётный период, подписи и список школ района, затем запустите эту команду ещё раз.';
    return { title: 'Шаг 1 из 2', lines: [`Созданы вкладки: ${made.join(', ')}.`, next] };
  }
  const { book, settings, register } = openForRun();
  ensureTabs(book, schoolTabs(programme, register.schools, settings.period), made);
  ensureTabs(book, outputTabs(programme, register.schools), made);
  if (made.length > 0)
    record(book, { who: 'координатор', what: 'Вкладки созданы', stamp: '', details: made.join(', ') });
  const done = made.length === 0 ? 'Все вкладки на месте, ничего не изменено.' : `Создано вкладок: ${made.length}.`;
  return { title: 'Вкладки готовы', lines: [done, ...register.trouble] };
}

/** School tabs are alike, so all but the first are copies of the first one made here. */
function ensureTabs(book: Book, designs: readonly TabDesign[], made: string[]): void {
  let template: GoogleAppsScript.Spreadsheet.Sheet | null = null;
  for (const design of designs) {
    if (book.sheet(design.key)) continue;
    const alike = design.key.startsWith('school/');
    if (alike && template) copyTab(book.spreadsheet, template, design);
    else {
      const sheet = createTab(book.spreadsheet, design);
      if (alike) template = sheet;
    }
    made.push(design.name);
  }
}

function addMissingSettings(): void {
  const sheet = openBook(programme).sheet('settings')!;
  const grid = sheet.getDataRange().getValues();
  const rows = missingSettings(programme, grid);
  if (rows.length === 0) return;
  sheet.insertRowsAfter(grid.length, rows.length);
  sheet.getRange(grid.length + 1, 1, rows.length, rows[0]!.length).setValues(rows);
}

/** A new spreadsheet starts with one blank sheet, which nobody needs. */
function removeBlankFirstSheet(): void {
  const spreadsheet = SpreadsheetApp.getActive();
  const first = spreadsheet.getSheets()[0]!;
  if (!/^(Лист1|Sheet1)$/.test(first.getName()) || first.getLastRow() > 0) return;
  spreadsheet.deleteSheet(first);
}
