import type { TabDesign } from '../model';
import { schoolTabs } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import type { Book } from './book';
import type { OpenedBook } from './opened-book';
import { outOfTime } from './run';
import { TabMaker } from './tab-maker';

/** Makes those tabs that are not there, one after another; false when time ran out. */
export function ensureTabs(
  book: Book,
  designs: readonly TabDesign[],
  made: string[],
  models: readonly TabDesign[] = designs,
): boolean {
  const missing = designs.filter(({ key }) => !book.sheet(key));
  const maker = new TabMaker(book.spreadsheet, missing, models);
  for (const design of missing) {
    if (outOfTime() || !maker.create(design)) return false;
    made.push(design.name);
  }
  maker.finish();
  return true;
}

/** School tabs are alike but for the head and the forms in sight. False when time ran out. */
export function ensureSchoolTabs({ book, register, settings }: OpenedBook, made: string[]): boolean {
  const missing = register.schools.filter(({ key }) => !book.sheet(schoolTab(key)));
  if (missing.length === 0) return true;
  const [first] = schoolTabs(programme, register.schools.slice(0, 1), settings);
  return ensureTabs(book, schoolTabs(programme, missing, settings), made, [first!]);
}
