import type { SheetState } from '../../book';
import { makeSpreadsheet } from '../book/spreadsheet';
import { conventionsOf } from '../cells/conventions';
import { rewriteFormulas, touch } from '../formula/recalculation';
import { renameInFormula } from '../formula/references';
import { type Members, stateOf } from '../handle';
import type { BookPlace, SheetPlace } from '../place';
import { assertMayArrange, assertMayDeleteSheet } from '../rules/permission';
import { copySheet } from './copy';
import { makeSheet } from './sheet';

/** Refuses a name no new sheet may have; `self` may keep its own. */
export function assertFreeName({ host, book }: BookPlace, name: string, self?: SheetState): void {
  if (name === '') host.fail('A sheet must have a name.');
  if (name.length > 100) host.fail('The sheet name cannot be greater than 100 characters.');
  const taken = book.sheets.some((sheet) => sheet !== self && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) host.fail(`A sheet with the name "${name}" already exists. Please enter another name.`);
}

function rename(place: SheetPlace, name: string): void {
  const { host, book, sheet } = place;
  assertMayArrange(host, book, sheet);
  assertFreeName(place, name, sheet);
  const { decimal } = conventionsOf(book.locale);
  rewriteFormulas(book, null, (formula) => renameInFormula(formula, decimal, sheet.name, name));
  sheet.name = name;
  touch(book);
}

export function activate({ cloud, sheet }: SheetPlace): void {
  const active = cloud.active();
  if (active.sheetId === null) return;
  active.sheetId = sheet.id;
  active.area = { sheetId: sheet.id, row: 0, column: 0, rows: 1, columns: 1 };
}

function hide({ host, book, sheet }: SheetPlace): void {
  assertMayDeleteSheet(host, book, sheet);
  if (!book.sheets.some((other) => other !== sheet && !other.hidden)) {
    host.fail("You can't hide all the sheets in a document.");
  }
  sheet.hidden = true;
}

function copyTo(place: SheetPlace, spreadsheet: object): object {
  const target = stateOf<BookPlace>(spreadsheet);
  let name = `Copy of ${place.sheet.name}`.slice(0, 100);
  for (let number = 2; target.book.sheets.some((sheet) => sheet.name === name); number++) {
    name = `Copy of ${place.sheet.name} ${number}`;
  }
  const copy = copySheet(place, target, name);
  target.book.sheets.push(copy);
  return makeSheet(target, copy);
}

/** What a sheet is, and what is done to it as a whole. */
export const sheetFacts: Members<SheetPlace> = {
  handle: {
    'getName()': ({ sheet }) => sheet.name,
    'getSheetName()': ({ sheet }) => sheet.name,
    'getSheetId()': ({ sheet }) => sheet.id,
    'getIndex()': ({ book, sheet }) => book.sheets.indexOf(sheet) + 1,
    'getParent()': (place) => makeSpreadsheet(place, place.book),
  },
  fluent: { 'activate()': activate },
  call: {
    'isSheetHidden()': ({ sheet }) => sheet.hidden,
    'getTabColor()': ({ sheet }) => sheet.tabColor,
    'copyTo(Spreadsheet)': copyTo,
  },
  change: {
    'setName(String)': rename,
    'setTabColor(String?)': ({ host, book, sheet }, color: string | null) => {
      assertMayArrange(host, book, sheet);
      sheet.tabColor = color;
    },
    'hideSheet()': hide,
    'showSheet()': ({ host, book, sheet }) => {
      assertMayDeleteSheet(host, book, sheet);
      sheet.hidden = false;
    },
    // Grid lines are not kept.
    'setHiddenGridlines(Boolean)': ({ host, book, sheet }) => assertMayArrange(host, book, sheet),
  },
};
