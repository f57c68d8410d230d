import { schoolTab } from '../workbook/names';
import { Refusal } from './book';
import { openForRun } from './opened-book';

/** Leads whoever looks at a panel to a school's tab. */
export function openSchoolTab(school: string): null {
  const sheet = openForRun().book.sheet(schoolTab(school));
  if (!sheet) throw new Refusal('Вкладки этой школы нет. Нажмите «Настройка», «Создать или починить вкладки».');
  sheet.activate();
  return null;
}
