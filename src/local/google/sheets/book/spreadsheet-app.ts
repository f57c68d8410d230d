import type { Area, Book } from '../../book';
import type { Host } from '../../host';
import { enums } from '../enums';
import { defineService, type Members, stateOf } from '../handle';
import type { AppPlace, BookPlace, RangePlace, SheetPlace } from '../place';
import { makeRange } from '../range/range';
import { newRichTextValue } from '../range/rich-text';
import { newTextStyle } from '../range/text-style';
import { newConditionalFormatRule } from '../rules/conditional-format';
import { newDataValidation } from '../rules/validation';
import { activate } from '../sheet/facts';
import type { Cloud } from './cloud';
import { createBook } from './create-book';
import { activeRange, currentCell, makeSpreadsheet } from './spreadsheet';
import { activeSheet } from './spreadsheet-sheets';

const bound = ({ host, cloud }: AppPlace): BookPlace => ({ host, cloud, book: cloud.bound });

const getActive = (place: AppPlace): object | null =>
  place.cloud.isThere?.() === false ? null : makeSpreadsheet(place, place.cloud.bound);

/** In the account's language and the script's time zone; a new file is in English here, unlike the district's [K]. */
function create(place: AppPlace, name: string, rows?: number, columns?: number): object {
  const { host, cloud } = place;
  const book = createBook({ name, locale: 'en_US', timeZone: host.scriptTimeZone, owner: host.user() });
  const sheet = book.sheets[0]!;
  sheet.rowCount = rows ?? sheet.rowCount;
  sheet.columnCount = columns ?? sheet.columnCount;
  cloud.books.set(book.id, book);
  return makeSpreadsheet(place, book);
}

function openById(place: AppPlace, id: string): object {
  const book = place.cloud.books.get(id);
  return book
    ? makeSpreadsheet(place, book)
    : place.host.fail(`Unexpected error while getting the method or property openById on object SpreadsheetApp.`);
}

const members: Members<AppPlace> = {
  handle: {
    'getActive()': getActive,
    'getActiveSpreadsheet()': getActive,
    'getActiveSheet()': (place) => activeSheet(bound(place)),
    'getActiveRange()': (place) => activeRange(bound(place)),
    'getCurrentCell()': (place) => currentCell(bound(place)),
    'getUi()': ({ cloud }) => cloud.ui(),
    'newDataValidation()': newDataValidation,
    'newConditionalFormatRule()': newConditionalFormatRule,
    'newRichTextValue()': newRichTextValue,
    'newTextStyle()': newTextStyle,
    'setActiveSheet(Sheet)': (_place, sheet: object) => {
      activate(stateOf<SheetPlace>(sheet));
      return sheet;
    },
    'setActiveRange(Range)': ({ cloud }, range: object) => {
      const { sheet, area } = stateOf<RangePlace>(range);
      const active = cloud.active();
      if (active.sheetId !== null) Object.assign(active, { sheetId: sheet.id, area: { sheetId: sheet.id, ...area } });
      return range;
    },
  },
  call: {
    // Writes are done as they are made; Google may hold them back until here.
    'flush()': () => undefined,
    'create(String) (String,Integer,Integer)': create,
    'openById(String)': openById,
  },
};

const service: (place: AppPlace) => object = defineService<AppPlace>('SpreadsheetApp', () => [members], enums);

/** The `SpreadsheetApp` of one execution. */
export const createSpreadsheetApp = (host: Host, cloud: Cloud): object => service({ host, cloud });

/** A `Spreadsheet` handle, such as `event.source`; not counted. */
export const createSpreadsheet = (host: Host, cloud: Cloud, book: Book): object =>
  makeSpreadsheet({ host, cloud }, book);

/** A `Range` handle, such as `event.range`; not counted. */
export function createRange(host: Host, cloud: Cloud, book: Book, area: Area): object {
  const sheet = book.sheets.find(({ id }) => id === area.sheetId);
  if (!sheet) throw new Error(`The workbook has no sheet ${area.sheetId}`);
  return makeRange({ host, cloud, book, sheet }, area);
}
