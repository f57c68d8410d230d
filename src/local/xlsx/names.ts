import type { Book, SheetState } from '../google/book';

/** Excel's sheet names: at most 31 characters, none of these, no apostrophe at an end. */
const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;

/** Each sheet's name in the file, told apart without regard to case. */
export const excelNames = (book: Book): Map<SheetState, string> => {
  const taken = new Set<string>();
  const names = new Map<SheetState, string>();
  for (const sheet of book.sheets) {
    const plain = sheet.name.replace(FORBIDDEN, '_').replace(/^'|'$/g, '_');
    let name = plain.slice(0, LONGEST);
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      const mark = `~${copy}`;
      name = plain.slice(0, LONGEST - mark.length) + mark;
    }
    taken.add(name.toLowerCase());
    names.set(sheet, name);
  }
  return names;
};
