import { writeFileSync } from 'node:fs';
import { type Cell as Content, isDate } from '../../model';
import type { Book, CellState, SheetState, ValidationState } from '../google/book';
import { serialOf } from '../google/sheets/cells/serial';
import { cellName, quoteSheet } from '../google/sheets/formula/a1';
import { writeConditions } from './conditions';
import { type Cell, countInArial, excelJs, type Style, type Workbook, type Worksheet } from './exceljs';
import { type FormulaDialects, formulaDialects } from './formulas';
import { fittingHeights } from './heights';
import { type Links, linksOf } from './links';
import { excelNames } from './names';
import { LONGEST_TEXT, type Notebook, openNotebook } from './notebook';
import { printed } from './print';
import { absolute, addressOf, joinCells, type Rectangle } from './rectangles';
import { COLUMN_WIDTH, TICK, toArgb, toCharacters, toExcelFormat, toExcelStyle, toPoints } from './styles';
import { toExcelValidation, type ValidationContext } from './validations';
import { withoutTimes } from './zip-times';

interface Saving extends ValidationContext {
  workbook: Workbook;
  notebook: Notebook;
  links: Links;
  dialects: FormulaDialects;
}

const EPOCH = 25569;
const DAY = 86_400_000;
/** Written as the file's date, so that the same workbook is the same file. */
const LONG_AGO = new Date(Date.UTC(2000, 0, 1));

/** Writes a workbook as .xlsx that LibreOffice and Excel open. Protections are not written: a copy loses them at Google too. */
export const saveXlsx = async (book: Book, path: string): Promise<void> => {
  const workbook = new (excelJs().Workbook)();
  workbook.created = LONG_AGO;
  workbook.modified = LONG_AGO;
  const names = excelNames(book);
  const byId = new Map(book.sheets.map((sheet) => [sheet.id, names.get(sheet)!]));
  const excelName = (id: number) => byId.get(id);
  const links = linksOf(book, excelName);
  const sheetName = {
    toExcel: (name: string) => names.get(book.sheets.find((sheet) => sheet.name === name)!) ?? name,
    fromExcel: (name: string) => name,
  };
  const dialects = formulaDialects(book.locale, links, sheetName);
  const sheets = book.sheets.map((sheet) => ({ sheet, to: addSheet(workbook, sheet, names.get(sheet)!) }));
  const notebook = openNotebook(workbook);
  for (const { sheet, to } of sheets) {
    notebook.add('sheet', [to.name, sheet.name, sheet.id, sheet.rowCount, sheet.columnCount].map(String));
    fillSheet(sheet, to, { book, workbook, notebook, links, dialects, excelName });
  }
  for (const [name, area] of book.namedRanges) {
    const on = excelName(area.sheetId);
    if (on) workbook.definedNames.add(`${quoteSheet(on)}!${absolute(area)}`, name);
  }
  countInArial(workbook);
  writeFileSync(path, withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer())));
};

const addSheet = (workbook: Workbook, sheet: SheetState, name: string): Worksheet => {
  const color = sheet.tabColor ? toArgb(sheet.tabColor) : undefined;
  const to = workbook.addWorksheet(name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    properties: { defaultColWidth: toCharacters(COLUMN_WIDTH), ...(color && { tabColor: { argb: color } }) },
    ...printed(sheet),
  });
  const { frozenRows, frozenColumns } = sheet;
  if (frozenRows > 0 || frozenColumns > 0) {
    to.views = [{ state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows }];
  }
  return to;
};

const fillSheet = (sheet: SheetState, to: Worksheet, saving: Saving): void => {
  layOut(sheet, to);
  sheet.cells.forEach((row, at) => {
    row?.forEach((cell, column) => {
      if (cell) writeCell(cell, to.getCell(at + 1, column + 1), saving);
    });
  });
  writeValidations(sheet, to, saving);
  writeConditions(sheet, to, saving.dialects);
  for (const area of sheet.merges) to.mergeCells(addressOf(area));
  if (sheet.filter) to.autoFilter = addressOf(sheet.filter);
};

const layOut = (sheet: SheetState, to: Worksheet): void => {
  for (const [column, pixels] of sheet.columnWidths) to.getColumn(column + 1).width = toCharacters(pixels);
  for (const column of sheet.hiddenColumns) {
    to.getColumn(column + 1).width ??= toCharacters(COLUMN_WIDTH);
    to.getColumn(column + 1).hidden = true;
  }
  for (const [row, points] of fittingHeights(sheet)) to.getRow(row + 1).height = points;
  for (const [row, pixels] of sheet.rowHeights) to.getRow(row + 1).height = toPoints(pixels);
  for (const row of sheet.hiddenRows) {
    // A row without a cell or a height is not written at all.
    to.getCell(row + 1, 1).style = plainStyle;
    to.getRow(row + 1).hidden = true;
  }
};

const writeCell = (cell: CellState, to: Cell, saving: Saving): void => {
  const link = cell.link ?? cell.runs?.find((run) => run.link !== undefined)?.link;
  const value = contentOf(cell.value, to, saving);
  const formula = cell.formula === undefined ? undefined : saving.dialects.toExcel(cell.formula);
  if (formula !== undefined) to.value = { formula, result: value ?? '' } as Cell['value'];
  else if (link !== undefined && value !== undefined)
    to.value = { text: String(value), hyperlink: saving.links.toExcel(link) };
  else if (value !== undefined) to.value = value;
  to.style = styleOf(cell, link !== undefined);
  if (cell.note) to.note = cell.note;
};

const plainStyle = toExcelStyle({}, false);
const styles = new Map<string, Partial<Style>>();

/** One object for cells that look alike: `exceljs` then writes the look once, and fast. */
const styleOf = (cell: CellState, link: boolean): Partial<Style> => {
  const numFmt = cell.validation?.criteria === 'CHECKBOX' ? TICK : toExcelFormat(cell, isDate(cell.value));
  if (!cell.style && numFmt === undefined && !link) return plainStyle;
  const key = JSON.stringify([cell.style, numFmt, link]);
  const known = styles.get(key) ?? { ...toExcelStyle(cell.style ?? {}, link), ...(numFmt !== undefined && { numFmt }) };
  styles.set(key, known);
  return known;
};

/** A date becomes what the workbook's clock shows, as the UTC date that `exceljs` writes as it is. */
const contentOf = (
  value: Content,
  to: Cell,
  { book, notebook }: Saving,
): string | number | boolean | Date | undefined => {
  if (value === '') return undefined;
  if (isDate(value)) return new Date(Math.round((serialOf(value.getTime(), book.timeZone) - EPOCH) * DAY));
  if (typeof value !== 'string' || value.length <= LONGEST_TEXT) return value;
  const rest = value.slice(LONGEST_TEXT);
  notebook.add('text', [to.worksheet.name, to.address, rest]);
  return value.slice(0, LONGEST_TEXT);
};

type Rules = { add(address: string, rule: unknown): void };

const writeValidations = (sheet: SheetState, to: Worksheet, saving: Saving): void => {
  const shared = new Map<string, ValidationState>();
  const cells = sheet.cells.flatMap((row, at) =>
    (row ?? []).flatMap((cell, column) => {
      if (!cell?.validation) return [];
      const key = JSON.stringify(cell.validation);
      const thing = shared.get(key) ?? cell.validation;
      shared.set(key, thing);
      return [{ row: at, column, thing }];
    }),
  );
  const { dataValidations } = to as unknown as { dataValidations: Rules };
  for (const { area, thing } of joinCells(cells)) {
    const rule = toExcelValidation(thing, area, saving);
    if (!rule) continue;
    for (const address of thing.criteria === 'CUSTOM_FORMULA' ? cellsOf(area) : [addressOf(area)]) {
      dataValidations.add(address, rule);
    }
  }
};

/** The same text of a formula in several cells means the same cells in each: over an area Excel would move its references along. */
const cellsOf = ({ row, column, rows, columns }: Rectangle): string[] =>
  Array.from({ length: rows * columns }, (_, at) => cellName(row + (at % rows), column + Math.floor(at / rows)));
