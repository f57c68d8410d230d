import { type School, shiftPeriod, type TabDesign } from '../model';
import { carriedRows, readPeriods, type Settings, type StartingRows, schoolTabs } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import type { Book } from './book';
import type { OpenedBook } from './opened-book';
import { outOfTime } from './run';
import { consolidatedRows } from './stored';
import { TabMaker } from './tab-maker';
import { frozenRows } from './turn-tabs';

/** Makes those tabs that are not there, one after another; false when time ran out. */
export function ensureTabs(
  book: Book,
  designs: readonly TabDesign[],
  made: string[],
  models: readonly TabDesign[] = designs,
): boolean {
  const missing = designs.filter(({ key }) => !book.sheet(key));
  const maker = new TabMaker(book.spreadsheet, missing, models);
  const isWhole = missing.every((design) => {
    if (outOfTime() || !maker.create(design)) return false;
    made.push(design.name);
    return true;
  });
  maker.finish(isWhole);
  return isWhole;
}

/** School tabs are alike but for the head and the forms in sight. False when time ran out. */
export function ensureSchoolTabs({ book, register, settings }: OpenedBook, made: string[]): boolean {
  const missing = register.schools.filter(({ key }) => !book.sheet(schoolTab(key)));
  if (missing.length === 0) return true;
  const [first] = schoolTabs(programme, register.schools.slice(0, 1), settings);
  return ensureTabs(book, schoolTabs(programme, missing, settings, carriedIn(book, settings)), made, [first!]);
}

/** In mid-programme a tab starts with what its school gave last: nobody types its classes and subjects once more. */
function carriedIn(book: Book, settings: Settings): (school: School) => StartingRows {
  const period = shiftPeriod(settings.period, -1);
  if (!readPeriods(book.read('periods') ?? []).some(({ key }) => key === period)) return () => ({});
  const frozen = frozenRows(consolidatedRows(book), period);
  return (school) => carriedRows(programme, settings, school, { period, rows: frozen.get(school.key) ?? [] });
}
