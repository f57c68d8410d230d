import { layoutSentences } from '../messages';
import type { School } from '../model';
import { believed, type CheckedTab, checkTab, journalMoves, readSchoolTab, type Seen, validRun } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { Refusal, readNeeded } from './book';
import { type OpenedBook, openForRun } from './opened-book';
import { localIso } from './run';
import { readWhole } from './tab-reader';

/** One school's tab as it stands now, all forms checked. */
export interface SchoolSheet extends OpenedBook {
  readonly school: School;
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly checked: CheckedTab;
  readonly at: string;
}

/** `seen` is known of the moment by the row numbers of the tab. */
export function openSchool(key: string, seen?: Seen): SchoolSheet {
  const opened = openForRun();
  const { book, register, settings } = opened;
  const school = register.schools.find((item) => item.key === key);
  const sheet = school && book.sheet(schoolTab(key));
  if (!sheet) throw new Refusal('Вкладки этой школы нет. Нажмите «Настройка», «Создать или починить вкладки».');
  const tab = readSchoolTab(programme, readWhole(sheet));
  if (tab.trouble.length > 0) throw new Refusal(layoutSentences(tab.trouble, programme.forms));
  if (tab.school !== key || tab.period !== settings.period)
    throw new Refusal('Вкладка стоит в другом периоде или принадлежит другой школе. Нажмите «Собрать свод».');
  const at = localIso();
  const journal = readNeeded(book, 'journal');
  const moment = { at, last: validRun(journal), moves: journalMoves(journal, settings.period) };
  const status = believed(tab.status, key, tab.period, moment);
  return { ...opened, school, sheet, at, checked: checkTab(programme, { ...tab, type: school.type, status }, seen) };
}
