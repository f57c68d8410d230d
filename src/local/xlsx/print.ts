import { END } from '../../workbook/table';
import type { SheetState } from '../google/book';
import { columnLetters } from '../google/sheets/formula/a1';
import type { Worksheet } from './exceljs';
import { COLUMN_WIDTH } from './styles';

type Setup = Partial<Worksheet['pageSetup']>;

/** In inches: a wide tab needs its paper. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.4, bottom: 0.4, header: 0.2, footer: 0.2 };

/** Pixels that A4 takes across between these margins, a little less than there are. */
const PAPER = 1030;

/** Per cent at which ten points are still read well. */
const SMALLEST = 60;

/** How a sheet is printed; what stands above each page in the words of a header, if anything. */
export interface Printing {
  readonly pageSetup: Setup;
  readonly headerFooter?: { readonly oddHeader: string };
}

/** As Google prints: no further than the last words in sight. Columns of rows out of sight would make the others tiny. */
export function printed(sheet: SheetState): Printing {
  const { header, ...setup } = across(sheet);
  return {
    pageSetup: { ...{ orientation: 'landscape', paperSize: 9, margins: MARGINS }, ...setup },
    ...(header === undefined ? {} : { headerFooter: { oddHeader: `&L&"Arial,Bold"&11 ${header}` } }),
  };
}

/** Pixels of a letter of a headline, about. */
const LETTER = 8;

/** The words of the first row where they are too long for the `width` that is repeated: they would be cut on each page. */
function longHeadline({ cells, hiddenColumns, frozenRows }: SheetState, width: number): string | undefined {
  const headline = cells[0]?.find((cell, column) => cell && cell.value !== '' && !hiddenColumns.has(column));
  const words = String(headline?.value ?? '');
  return frozenRows > 1 && !headline?.style?.wrap && words.length * LETTER > width ? words : undefined;
}

/** What stays in sight on the screen stands on every page. */
const repeatedRows = ({ frozenRows }: SheetState, first = 1): Setup =>
  frozenRows > 0 ? { printTitlesRow: `${first}:${frozenRows}` } : {};

/** In a header an ampersand begins a command; it has room for 255 letters. */
const inHeader = (words: string): string => words.slice(0, 200).replace(/&/g, '&&');

const ON_ONE_PAGE: Setup = { fitToPage: true, fitToWidth: 1, fitToHeight: 0 };

function across(sheet: SheetState): Setup & { readonly header?: string } {
  const { rows, columns } = extentOf(sheet);
  if (rows === 0) return { ...ON_ONE_PAGE, ...repeatedRows(sheet) };
  // `exceljs` holds only the columns fast.
  const areaFrom = (first: number): string => `A$${first}:${columnLetters(columns - 1)}$${rows}`;
  const inSight = Array.from({ length: columns }, (_, at) => at).filter((at) => !sheet.hiddenColumns.has(at));
  // What a row is called stands on each of its pages.
  const named = Math.max(sheet.frozenColumns - 1, inSight[1] ?? 0);
  const widths = (places: readonly number[]): number[] =>
    places.map((at) => sheet.columnWidths.get(at) ?? COLUMN_WIDTH);
  const repeated = sum(widths(inSight.filter((at) => at <= named)));
  const others = widths(inSight.filter((at) => at > named));
  if (repeated + sum(others) <= capacity(SMALLEST))
    return { printArea: areaFrom(1), ...ON_ONE_PAGE, ...repeatedRows(sheet) };
  const scale = largestScale(repeated, others);
  const headline = longHeadline(sheet, repeated);
  const first = headline === undefined ? 1 : 2;
  return {
    ...{ printArea: areaFrom(first), printTitlesColumn: `A:${columnLetters(named)}`, scale, pageOrder: 'overThenDown' },
    ...repeatedRows(sheet, first),
    ...(headline === undefined ? {} : { header: inHeader(headline) }),
  };
}

function extentOf(sheet: SheetState): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  sheet.cells.forEach((cells, row) => {
    // The mark that ends a table would stand on a page of its own.
    if (sheet.hiddenRows.has(row) || cells?.some((cell) => cell?.value === END)) return;
    cells?.forEach((cell, column) => {
      if (!cell || cell.value === '' || sheet.hiddenColumns.has(column)) return;
      rows = row + 1;
      columns = Math.max(columns, column + 1);
    });
  });
  return { rows, columns };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** Pixels that a page takes at so many per cent. */
const capacity = (scale: number): number => (PAPER * 100) / scale;

/** As large as the fewest pages allow. */
function largestScale(repeated: number, widths: readonly number[]): number {
  const fewest = pagesAt(SMALLEST, repeated, widths);
  let scale = 100;
  while (scale > SMALLEST && pagesAt(scale, repeated, widths) > fewest) scale -= 1;
  return scale;
}

/** How many pages lie side by side; a column is never cut. */
function pagesAt(scale: number, repeated: number, widths: readonly number[]): number {
  let pages = 1;
  let used = repeated;
  for (const width of widths) {
    if (used + width > capacity(scale) && used > repeated) {
      pages += 1;
      used = repeated;
    }
    used += width;
  }
  return pages;
}
