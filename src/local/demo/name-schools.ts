import type { KnownSchool } from '../../model';
import { programme } from '../../programme';
import { FIRST_ROW, KEYS_ROW, readSchools, TABS } from '../../workbook';
import type { Runtime } from '../runtime';

/** Writes what other systems call the schools beside them on the tab «Школы», where the data say it. */
export function nameSchools({ globals }: Runtime, known: readonly KnownSchool[]): void {
  const sheet = (globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp)
    .getActive()
    .getSheetByName(TABS.schools)!;
  const grid = sheet.getDataRange().getValues();
  const listed = readSchools(programme, grid).schools.map(({ key }) => known.find((school) => school.key === key));
  const fill = (column: string, textOf: (school: KnownSchool) => string): void => {
    const texts = listed.map((school) => [school ? textOf(school) : '']);
    const index = grid[KEYS_ROW - 1]!.indexOf(column);
    if (texts.some(([text]) => text !== '')) sheet.getRange(FIRST_ROW, index + 1, texts.length, 1).setValues(texts);
  };
  fill('login', ({ login }) => login);
  fill('oldLogin', ({ oldLogin }) => oldLogin);
  fill('code', ({ code }) => code);
  fill('names', ({ names }) => names.join('; '));
}
