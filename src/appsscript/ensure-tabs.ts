import type { TabDesign } from '../model';
import { schoolTabs } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import type { Book } from './book';
import { copyTab, createTab, nameTab, prepareTab, secureTab } from './create-tab';
import type { OpenedBook } from './opened-book';
import { outOfTime } from './run';

/** Makes those tabs that are not there; false when time ran out. */
export function ensureTabs(book: Book, designs: readonly TabDesign[], made: string[]): boolean {
  for (const design of designs.filter(({ key }) => !book.sheet(key))) {
    if (outOfTime()) return false;
    createTab(book.spreadsheet, design);
    made.push(design.name);
  }
  return true;
}

/** What two tabs have alike when one can be a copy of the other: the same rows are hidden. */
const kindOf = ({ section }: TabDesign): string =>
  section.decorations.flatMap(({ hideRows, row, rows }) => (hideRows ? [`${row}+${rows}`] : [])).join();

/** School tabs are alike, so several are copies of one that is removed in the end. False when time ran out. */
export function ensureSchoolTabs({ book, register, settings }: OpenedBook, made: string[]): boolean {
  const missing = register.schools.filter(({ key }) => !book.sheet(schoolTab(key)));
  const kinds = new Map<string, TabDesign[]>();
  for (const design of schoolTabs(programme, missing, settings)) {
    const kind = kindOf(design);
    kinds.set(kind, [...(kinds.get(kind) ?? []), design]);
  }
  return [...kinds.values()].every((designs) => makeAlike(book, designs, made));
}

function makeAlike(book: Book, designs: readonly TabDesign[], made: string[]): boolean {
  if (designs.length < 2 || outOfTime()) return ensureTabs(book, designs, made);
  const template = prepareTab(book.spreadsheet, designs[0]!);
  let copies = 0;
  for (const design of designs) {
    if (outOfTime()) break;
    copyTab(book.spreadsheet, template, design);
    made.push(design.name);
    copies += 1;
  }
  // What took all the time there was is not thrown away.
  if (copies === 0) made.push(nameTab(secureTab(template, designs[0]!), designs[0]!).getName());
  else book.spreadsheet.deleteSheet(template);
  return copies === designs.length;
}
