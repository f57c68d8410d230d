import type { SheetState } from '../../book';
import { conventionsOf } from '../cells/conventions';
import { rewriteFormulas, touchFormulas } from '../formula/recalculation';
import { forgetSheetInFormula } from '../formula/references';
import { type Members, stateOf } from '../handle';
import type { BookPlace, SheetPlace } from '../place';
import { assertMayDeleteSheet } from '../rules/permission';
import { copySheet } from '../sheet/copy';
import { activate, assertFreeName } from '../sheet/facts';
import { makeSheet } from '../sheet/sheet';
import { createSheet, nextSheetId, sheetWord } from './create-book';
import { assertRoom } from './room';

/** The sheet in front of the person. Other workbooks have no person; a time trigger of this one neither [platform.md, "Triggers"]. */
export function activeSheet(place: BookPlace): object | null {
  const { cloud, book } = place;
  if (book !== cloud.bound) return makeSheet(place, book.sheets[0]!);
  const { sheetId } = cloud.active();
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  return sheet ? makeSheet(place, sheet) : null;
}

function setActive(place: BookPlace, handle: object): object {
  const sheet = stateOf<SheetPlace>(handle);
  activate(sheet);
  return makeSheet(place, sheet.sheet);
}

function freeName({ book }: BookPlace): string {
  const word = sheetWord(book.locale);
  let number = book.sheets.length + 1;
  while (book.sheets.some(({ name }) => name === word + number)) number++;
  return word + number;
}

/** Behind the active sheet unless an index (from 0) is said [D: insertSheet]. */
function indexOf({ cloud, book }: BookPlace): number {
  const active = book.sheets.findIndex(({ id }) => id === cloud.active().sheetId);
  return book === cloud.bound && active >= 0 ? active + 1 : book.sheets.length;
}

interface Options {
  template?: object;
}

function insert(place: BookPlace, ...given: (string | number | Options)[]): object {
  const { book } = place;
  const name = given.find((one) => typeof one === 'string') as string | undefined;
  const index = given.find((one) => typeof one === 'number') as number | undefined;
  const options = given.find((one) => typeof one === 'object') as Options | undefined;
  if (name !== undefined) assertFreeName(place, name);
  const template = options?.template && stateOf<SheetPlace>(options.template);
  const free = name ?? freeName(place);
  const sheet = template ? copySheet(template, place, free) : createSheet(nextSheetId(book), free);
  assertRoom(place, sheet.rowCount * sheet.columnCount);
  book.sheets.splice(index ?? indexOf(place), 0, sheet);
  touchFormulas(book, sheet);
  activate({ ...place, sheet });
  return makeSheet(place, sheet);
}

function remove(place: BookPlace, handle: object): void {
  const { host, cloud, book } = place;
  const { sheet } = stateOf<SheetPlace>(handle);
  if (!book.sheets.includes(sheet)) host.fail(`Sheet ${sheet.id} not found`);
  assertMayDeleteSheet(host, book, sheet);
  if (book.sheets.length === 1) host.fail("You can't remove all the sheets in a document.");
  if (!book.sheets.some((other) => other !== sheet && !other.hidden)) {
    host.fail("You can't remove all the visible sheets in a document.");
  }
  const { decimal } = conventionsOf(book.locale);
  rewriteFormulas(book, null, (formula) => forgetSheetInFormula(formula, decimal, sheet.name));
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  for (const [name, area] of [...book.namedRanges]) if (area.sheetId === sheet.id) book.namedRanges.delete(name);
  touchFormulas(book, sheet);
  const active = cloud.active();
  if (active.sheetId === sheet.id) {
    const next = book.sheets.find(({ hidden }) => !hidden) as SheetState;
    activate({ ...place, sheet: next });
  }
}

function duplicate(place: BookPlace): object {
  const { cloud, book, host } = place;
  const sheet = book.sheets.find(({ id }) => id === cloud.active().sheetId) ?? host.fail('There is no active sheet.');
  let name = `Copy of ${sheet.name}`;
  for (let number = 2; book.sheets.some((other) => other.name === name); number++)
    name = `Copy of ${sheet.name} ${number}`;
  const copy = copySheet({ ...place, sheet }, place, name);
  book.sheets.splice(book.sheets.indexOf(sheet) + 1, 0, copy);
  activate({ ...place, sheet: copy });
  return makeSheet(place, copy);
}

function moveActive({ host, cloud, book }: BookPlace, position: number): void {
  const sheet = book.sheets.find(({ id }) => id === cloud.active().sheetId) ?? host.fail('There is no active sheet.');
  if (position < 1 || position > book.sheets.length) host.fail('Invalid argument: pos');
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(position - 1, 0, sheet);
}

const found = (place: BookPlace, is: (sheet: SheetState) => boolean): object | null => {
  const sheet = place.book.sheets.find(is);
  return sheet ? makeSheet(place, sheet) : null;
};

const INSERT =
  '() (Integer) (String) (String,Integer) (Options) (Integer,Options) (String,Options) (String,Integer,Options)';

export const spreadsheetSheets: Members<BookPlace> = {
  handle: {
    'getSheets()': (place) => place.book.sheets.map((sheet) => makeSheet(place, sheet)),
    'getNumSheets()': ({ book }) => book.sheets.length,
    'getSheetByName(String)': (place, wanted: string) => found(place, ({ name }) => name === wanted),
    'getSheetById(Integer)': (place, wanted: number) => found(place, ({ id }) => id === wanted),
    'getActiveSheet()': activeSheet,
    'setActiveSheet(Sheet) (Sheet,Boolean)': setActive,
  },
  call: {
    [`insertSheet${INSERT}`]: insert,
    'deleteSheet(Sheet)': remove,
    'duplicateActiveSheet()': duplicate,
    'moveActiveSheet(Integer)': moveActive,
  },
};
