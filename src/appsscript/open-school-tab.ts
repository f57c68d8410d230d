import { REMARK_COLUMN } from '../pipeline';
import { schoolTab } from '../workbook/names';
import { Refusal } from './book';
import { openForRun } from './opened-book';

/** Leads whoever looks at a panel to a school's tab, to the remark of a row if one is meant. */
export function openSchoolTab(school: string, row?: number): null {
  const sheet = openForRun().book.sheet(schoolTab(school));
  if (!sheet) throw new Refusal('Вкладки этой школы нет. Нажмите «Настройка», «Создать или починить вкладки».');
  if (row === undefined) sheet.activate();
  else sheet.getRange(Math.min(row, sheet.getMaxRows()), REMARK_COLUMN).activate();
  return null;
}
