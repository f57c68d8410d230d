import type { Book } from '../../book';
import { instantOf, serialOf } from '../cells/serial';
import { parseArea, splitSheet } from '../formula/a1';
import { touchFormulas } from '../formula/recalculation';
import { defineService, type Members, stateOf } from '../handle';
import type { AppPlace, BookPlace, RangePlace } from '../place';
import { makeRange } from '../range/range';
import { protectionsOf } from '../rules/protection';
import { namedRanges, rangeNamed, removeNamedRange, setNamedRange } from './named-range';
import { spreadsheetSheets } from './spreadsheet-sheets';
import { addressOf, makeUser } from './user';

/** `'Лист 1'!A1:B2`, a named range, or cells of the active (else the first) sheet [D: Spreadsheet.getRange]. */
function getRange(place: BookPlace, text: string): object {
  const named = rangeNamed(place, text);
  if (named) return named;
  const { host, book, cloud } = place;
  const { sheet: name, rest } = splitSheet(text);
  const active = book.sheets.find(({ id }) => book === cloud.bound && id === cloud.active().sheetId);
  const sheet = name === undefined ? (active ?? book.sheets[0]!) : book.sheets.find((one) => one.name === name);
  const area = sheet && parseArea(rest, sheet);
  return area ? makeRange({ ...place, sheet }, area) : host.fail('Range not found');
}

export function activeRange(place: BookPlace): object | null {
  const { cloud, book } = place;
  const { area } = cloud.active();
  const sheet = area && book.sheets.find(({ id }) => id === area.sheetId);
  return book === cloud.bound && area && sheet ? makeRange({ ...place, sheet }, area) : null;
}

export function currentCell(place: BookPlace): object | null {
  const { cloud, book } = place;
  const { area } = cloud.active();
  const sheet = area && book.sheets.find(({ id }) => id === area.sheetId);
  if (book !== cloud.bound || !area || !sheet) return null;
  return makeRange({ ...place, sheet }, { ...area, rows: 1, columns: 1 });
}

function setActiveRange(place: BookPlace, range: object): object {
  const { sheet, area } = stateOf<RangePlace>(range);
  const active = place.cloud.active();
  if (active.sheetId !== null) Object.assign(active, { sheetId: sheet.id, area: { sheetId: sheet.id, ...area } });
  return range;
}

/** Cells keep what the clock showed, so the instants of all dates change [K]. */
function setTimeZone({ host, book }: BookPlace, timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
  } catch {
    host.fail(`Invalid argument: ${timeZone}`);
  }
  for (const sheet of book.sheets) {
    for (const row of sheet.cells) {
      for (const cell of row ?? []) {
        if (typeof cell?.value !== 'object') continue;
        cell.value = new Date(instantOf(serialOf(cell.value.getTime(), book.timeZone), timeZone));
      }
    }
  }
  book.timeZone = timeZone;
}

function setLocale({ host, book }: BookPlace, locale: string): void {
  if (!/^[a-z]{2}(_[A-Z]{2})?$/.test(locale)) host.fail(`Invalid argument: ${locale}`);
  book.locale = locale;
  touchFormulas(book);
}

const facts: Members<BookPlace> = {
  handle: {
    'getId()': ({ book }) => book.id,
    'getName()': ({ book }) => book.name,
    'getUrl()': ({ book }) => `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    'getRange(String)': getRange,
    'getRangeByName(String)': rangeNamed,
    'getActiveRange()': activeRange,
    'getCurrentCell()': currentCell,
    'setActiveRange(Range)': setActiveRange,
    'toast(String) (String,String?) (String,String?,Number?)': (
      { cloud },
      message: string,
      title: string | null,
      seconds: number | null,
    ) => cloud.toast?.(message, title ?? undefined, seconds ?? undefined),
  },
  call: {
    'getSpreadsheetLocale()': ({ book }) => book.locale,
    'getSpreadsheetTimeZone()': ({ book }) => book.timeZone,
    'setSpreadsheetLocale(String)': setLocale,
    'setSpreadsheetTimeZone(String)': setTimeZone,
    'rename(String)': ({ book }, name: string) => {
      book.name = name;
    },
    'getOwner()': ({ host, book }) => makeUser(host, book.owner),
    'getEditors()': ({ host, book }) =>
      [...new Set([book.owner, ...book.editors])].map((email) => makeUser(host, email)),
    'getProtections(Enum)': (place, type: object) =>
      place.book.sheets.flatMap((sheet) => protectionsOf({ ...place, sheet }, type)),
    'getNamedRanges()': namedRanges,
    'setNamedRange(String,Range)': setNamedRange,
    'removeNamedRange(String)': removeNamedRange,
  },
  change: {
    'addEditor(String) (User)': ({ host, book }, user: unknown) => {
      book.editors.add(addressOf(host, user));
    },
    'addEditors(String[])': ({ host, book }, users: string[]) => {
      for (const user of users) book.editors.add(addressOf(host, user));
    },
    'removeEditor(String) (User)': ({ host, book }, user: unknown) => {
      book.editors.delete(addressOf(host, user));
    },
  },
};

const service: (place: BookPlace) => object = defineService<BookPlace>('Spreadsheet', () => [facts, spreadsheetSheets]);

export const makeSpreadsheet = ({ host, cloud }: AppPlace, book: Book): object => service({ host, cloud, book });
