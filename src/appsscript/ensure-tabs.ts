import type { TabDesign } from '../model';
import { schoolTabs } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import type { Book } from './book';
import type { OpenedBook } from './opened-book';
import { outOfTime } from './run';
import { TabMaker } from './tab-maker';

/** Makes those tabs that are not there, one after another; false when time ran out. */
export function ensureTabs(book: Book, designs: readonly TabDesign[], made: string[]): boolean {
  const missing = designs.filter(({ key }) => !book.sheet(key));
  const maker = new TabMaker(book.spreadsheet, missing);
  let count = 0;
  for (const design of missing) {
    if (outOfTime()) break;
    maker.create(design);
    made.push(design.name);
    count += 1;
  }
  maker.finish();
  return count === missing.length;
}

/** School tabs are alike but for the head and the forms in sight. False when time ran out. */
export function ensureSchoolTabs({ book, register, settings }: OpenedBook, made: string[]): boolean {
  const missing = register.schools.filter(({ key }) => !book.sheet(schoolTab(key)));
  return ensureTabs(book, schoolTabs(programme, missing, settings), made);
}
