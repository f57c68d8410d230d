import { isDate } from '../../model';
import type { Area, Book, CellState, SheetState } from '../google/book';
import { displayCell, recalculate } from '../google/sheets';
import { conventionsOf } from '../google/sheets/cells/conventions';
import { isText } from '../google/sheets/cells/number-format';
import type { Site } from '../google/sheets/formula/formula';
import { reader } from '../google/sheets/formula/recalculation';
import { accepts } from '../google/sheets/rules/validation-check';
import { readTyped } from '../google/sheets/typing/typed';
import { linkOf } from './cell-link';
import { conditionalStyle } from './conditions';
import type { CellView, RowView } from './messages';

/** The rows from `from` up to `to`, the latter not included, as the grid shows them; blank cells without any look are left out. */
export function viewRows(book: Book, sheet: SheetState, from: number, to: number): RowView[] {
  recalculate(book, sheet);
  const read = reader(book);
  const rows: RowView[] = [];
  for (let row = from; row < Math.min(to, sheet.rowCount); row++) {
    const cells: CellView[] = [];
    for (let column = 0; column < sheet.columnCount; column++) {
      const view = viewCell(sheet.cells[row]?.[column], { book, sheet, row, column, read });
      if (view) cells.push(view);
    }
    rows.push({ row, cells });
  }
  return rows;
}

function viewCell(cell: CellState | undefined, site: Site): CellView | undefined {
  const conditional = site.sheet.conditionalFormats.length > 0 ? conditionalStyle(cell, site) : undefined;
  if (!cell) return conditional && { column: site.column, text: '', style: conditional };
  const { book } = site;
  const text = displayCell(cell, book.locale, book.timeZone);
  const typed = typedOf(cell, text, book);
  const align = typeof cell.value === 'number' || isDate(cell.value) ? 'right' : undefined;
  const link = linkOf(cell, site);
  const style = conditional || cell.style ? { ...cell.style, ...conditional } : undefined;
  return {
    column: site.column,
    text,
    ...(typed !== text && { typed }),
    ...(style && { style }),
    ...(typeof cell.value === 'boolean' ? { align: 'center' } : align && { align }),
    ...(cell.note && { note: cell.note }),
    ...(link && { link }),
    ...(cell.validation && validationOf(cell, site)),
  };
}

/** What stands in the entry line: the formula, the number in full, an apostrophe before a text that reads as something else. */
function typedOf({ formula, value, format }: CellState, text: string, { locale }: Book): string {
  if (formula !== undefined) return formula;
  const conventions = conventionsOf(locale);
  if (typeof value === 'number' && !text.includes('%')) return String(value).replace('.', conventions.decimal);
  if (typeof value !== 'string' || value === '' || isText(format)) return text;
  return readTyped(value, conventions, 2000) === value ? value : `'${value}`;
}

function validationOf(cell: CellState, site: Site): Partial<CellView> {
  const validation = cell.validation!;
  const { criteria, arguments: given, allowInvalid, help } = validation;
  if (criteria === 'CHECKBOX') return { checked: cell.value === (given[0] ?? true) };
  const candidate = { ...site, value: cell.value, format: cell.format, pending: () => undefined };
  const choices = choicesOf(criteria, given[0], site);
  return {
    ...(choices && { choices }),
    ...(help && { help }),
    ...(allowInvalid && !accepts(validation, candidate) && { wrong: true }),
  };
}

function choicesOf(criteria: string, first: unknown, { book }: Site): string[] | undefined {
  if (criteria === 'VALUE_IN_LIST') return (first as unknown[]).map(String);
  if (criteria !== 'VALUE_IN_RANGE') return undefined;
  const { sheetId, row, column, rows, columns } = first as Area;
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  const texts = (sheet?.cells.slice(row, row + rows) ?? []).flatMap((cells) =>
    (cells ?? []).slice(column, column + columns).map((cell) => displayCell(cell, book.locale, book.timeZone)),
  );
  return texts.filter((text) => text !== '');
}
