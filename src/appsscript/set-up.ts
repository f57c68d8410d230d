import { periodOfMonth, type TabDesign } from '../model';
import { outputTabs, schoolTabs, serviceTabs } from '../pipeline';
import { programme } from '../programme';
import { missingSettings, readSchools, readSettings } from '../workbook';
import { openBook, Refusal, readNeeded } from './book';
import { createTab } from './create-tab';
import { type Outcome, record } from './run';

function currentQuarter(): string {
  const [year, month] = Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'yyyy-MM').split('-').map(Number);
  return periodOfMonth(year!, month!);
}

/** Makes the tabs that are not there. What is there stays as it is: running it again changes nothing and loses nothing. */
export function setUpTabs(): Outcome {
  let book = openBook(programme);
  const made: string[] = [];
  const ensure = (designs: readonly TabDesign[]) => {
    for (const design of designs) {
      if (book.sheet(design.key)) continue;
      createTab(book.spreadsheet, design);
      made.push(design.name);
    }
  };
  ensure(serviceTabs(programme, currentQuarter()));
  addMissingSettings();
  const settings = readSettings(programme, readNeeded(book, 'settings'));
  const register = readSchools(readNeeded(book, 'schools'));
  if (settings.trouble.length > 0) throw new Refusal(settings.trouble.join('\n'));
  book = openBook(programme, register.schools);
  ensure(schoolTabs(programme, register.schools, settings.period));
  ensure(outputTabs(programme, register.schools));
  removeBlankFirstSheet();
  if (made.length > 0)
    record(book, { who: 'координатор', what: 'Вкладки созданы', stamp: '', details: made.join(', ') });
  return {
    title: 'Вкладки готовы',
    lines: [
      made.length === 0 ? 'Все вкладки на месте, ничего не изменено.' : `Создано вкладок: ${made.length}.`,
      ...register.trouble,
    ],
  };
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
