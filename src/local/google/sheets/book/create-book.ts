import { createHash } from 'node:crypto';
import type { Book, SheetState } from '../../book';

const ROWS = 1000;
const COLUMNS = 26;

const SHEET_WORD: Record<string, string> = { ru: 'Лист', en: 'Sheet', de: 'Tabellenblatt', fr: 'Feuille', es: 'Hoja' };

/** How sheets are called in a locale: «Лист» for `ru_RU`. */
export const sheetWord = (locale: string): string => SHEET_WORD[locale.slice(0, 2)] ?? 'Sheet';

let made = 0;

/** Of the length and alphabet of a Drive file id; the same in every run, so that addresses in documents are too. */
const nextId = (name: string): string => {
  made++;
  return `1${createHash('sha256').update(`${made} ${name}`).digest('base64url')}`;
};

/** An id no sheet of the workbook has. */
export const nextSheetId = (book: Book): number => Math.max(0, ...book.sheets.map(({ id }) => id)) + 104_729;

/** A blank sheet of 1000 × 26 cells unless said otherwise. */
export function createSheet(id: number, name: string, rowCount = ROWS, columnCount = COLUMNS): SheetState {
  return {
    id,
    name,
    cells: [],
    rowCount,
    columnCount,
    frozenRows: 0,
    frozenColumns: 0,
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    rowHeights: new Map(),
    columnWidths: new Map(),
    tabColor: null,
    hidden: false,
    merges: [],
    filter: null,
    conditionalFormats: [],
    protections: [],
    charts: [],
  };
}

/** A fresh workbook with one blank sheet, whose id is 0 as on Google [K]. */
export function createBook(options: { name: string; locale: string; timeZone: string; owner: string }): Book {
  return {
    id: nextId(options.name),
    ...options,
    editors: new Set(),
    sheets: [createSheet(0, sheetWord(options.locale) + '1')],
    namedRanges: new Map(),
  };
}
