import type { Cell as Content } from '../../model';
import type { Book, CellState, SheetState, ValidationState } from '../google/book';
import { createSheet } from '../google/sheets/book/create-book';
import { conventionsOf } from '../google/sheets/cells/conventions';
import { instantOf } from '../google/sheets/cells/serial';
import { parseArea, splitSheet } from '../google/sheets/formula/a1';
import { relocateFormula } from '../google/sheets/formula/references';
import { rememberValidation } from '../google/sheets/rules/validation-areas';
import { readConditions } from './conditions';
import { type Cell, type DataValidation, excelJs, type Worksheet, type WorksheetView } from './exceljs';
import { type FormulaDialects, formulaDialects } from './formulas';
import { isFitted } from './heights';
import { type Links, linksOf } from './links';
import { NOTEBOOK, readNotebook } from './notebook';
import { COLUMN_WIDTH, fromArgb, fromCharacters, fromExcelStyle, fromPoints, TICK } from './styles';
import { fromExcelValidation, type ValidationContext } from './validations';

interface Loading extends ValidationContext {
  links: Links;
  dialects: FormulaDialects;
  lists: Map<number, string[]>;
  sheets: Map<string, SheetState>;
  styles: Map<string, CellState['style']>;
}

const EPOCH = 25569;
const DAY = 86_400_000;
/** Google's grid of a fresh sheet. */
const ROWS = 1000;
const COLUMNS = 26;

/** Reads an .xlsx into a workbook, whose sheets and named ranges it replaces. A sheet of the same name keeps its id. */
export const loadXlsx = async (book: Book, path: string): Promise<void> => {
  const workbook = new (excelJs().Workbook)();
  await workbook.xlsx.readFile(path);
  const records = readNotebook(workbook);
  const worksheets = workbook.worksheets.filter(({ name }) => name !== NOTEBOOK);
  const known = new Map(records.filter(({ kind }) => kind === 'sheet').map(({ texts }) => [texts[0]!, texts]));
  const sheets = makeSheets(book, worksheets, known);
  book.sheets = [...sheets.values()];
  const names = new Map([...sheets].map(([name, sheet]) => [sheet.id, name]));
  const excelName = (id: number) => names.get(id);
  const links = linksOf(book, excelName);
  const sheetName = { toExcel: (name: string) => name, fromExcel: (name: string) => sheets.get(name)?.name ?? name };
  const dialects = formulaDialects(book.locale, links, sheetName);
  const lists = new Map(records.filter(({ kind }) => kind === 'list').map(({ row, texts }) => [row, texts]));
  const loading: Loading = { book, links, dialects, lists, sheets, excelName, styles: new Map() };
  for (const from of worksheets) fillSheet(from, sheets.get(from.name)!, loading);
  for (const { kind, texts } of records) if (kind === 'text') appendText(sheets, texts);
  book.namedRanges = namedRanges(workbook.definedNames.model, sheets);
};

const makeSheets = (book: Book, worksheets: Worksheet[], known: Map<string, string[]>): Map<string, SheetState> => {
  const before = new Map(book.sheets.map((sheet) => [sheet.name, sheet.id]));
  const used = new Set<number>();
  let next =
    Math.max(0, ...book.sheets.map((sheet) => sheet.id), ...[...known.values()].map(([, , id]) => Number(id))) + 1;
  return new Map(
    worksheets.map((from) => {
      const [, name = from.name, id, rows = ROWS, columns = COLUMNS] = known.get(from.name) ?? [];
      const wanted = id === undefined ? before.get(name) : Number(id);
      const chosen = wanted !== undefined && !used.has(wanted) ? wanted : next++;
      used.add(chosen);
      const rowCount = Math.max(Number(rows), from.rowCount);
      return [from.name, createSheet(chosen, name, rowCount, Math.max(Number(columns), from.columnCount))] as const;
    }),
  );
};

const fillSheet = (from: Worksheet, sheet: SheetState, loading: Loading): void => {
  // A sheet without a view has `null` here, whatever the typings say.
  const views: Partial<WorksheetView>[] = from.views ?? [];
  const view = views.find(({ state }) => state === 'frozen') as { xSplit?: number; ySplit?: number } | undefined;
  sheet.frozenRows = view?.ySplit ?? 0;
  sheet.frozenColumns = view?.xSplit ?? 0;
  sheet.hidden = from.state !== 'visible';
  sheet.tabColor = fromArgb(from.properties.tabColor) ?? null;
  from.columns?.forEach((column, at) => {
    const pixels = column.width !== undefined && column.isCustomWidth ? fromCharacters(column.width) : COLUMN_WIDTH;
    if (pixels !== COLUMN_WIDTH) sheet.columnWidths.set(at, pixels);
    if (column.hidden) sheet.hiddenColumns.add(at);
  });
  from.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.height !== undefined && !isFitted(row.height)) sheet.rowHeights.set(number - 1, fromPoints(row.height));
    if (row.hidden) sheet.hiddenRows.add(number - 1);
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      const state = readCell(cell, loading);
      if (state) cellsOf(sheet, number - 1)[column - 1] = state;
    });
  });
  readMerges(from, sheet);
  readValidations(from, sheet, loading);
  sheet.conditionalFormats = readConditions(from, sheet, loading.dialects);
  if (typeof from.autoFilter === 'string') sheet.filter = parseArea(from.autoFilter, sheet) ?? null;
};

const cellsOf = (sheet: SheetState, row: number): (CellState | undefined)[] => {
  sheet.cells[row] ??= [];
  return sheet.cells[row];
};

/** Cells under a merge are blank at Google; `exceljs` gives them the first one's value. */
const readMerges = (from: Worksheet, sheet: SheetState): void => {
  const merges = (from as unknown as { model: { merges?: string[] } }).model.merges ?? [];
  for (const address of merges) {
    const area = parseArea(address, sheet);
    if (area) sheet.merges.push(area);
  }
};

const readCell = (cell: Cell, loading: Loading): CellState | undefined => {
  const covered = cell.isMerged && cell.master !== cell;
  const link = covered ? undefined : cell.hyperlink;
  const style = readStyle(cell, link !== undefined, loading);
  const note = covered ? undefined : noteOf(cell);
  const value = covered ? '' : contentOf(cell, loading.book);
  const formula = covered ? undefined : cell.formula;
  const format = cell.numFmt === 'General' || cell.numFmt === TICK ? undefined : cell.numFmt;
  if (value === '' && !style && !note && !formula && !format) return undefined;
  return {
    value,
    ...(formula && { formula: loading.dialects.fromExcel(formula) }),
    ...(format && { format }),
    ...(note && { note }),
    ...(style && { style }),
    ...(link && { link: loading.links.fromExcel(link) }),
  };
};

/** Cells that look the same share one look, as those a script styled do. */
const readStyle = (cell: Cell, link: boolean, { styles }: Loading): CellState['style'] => {
  const style = fromExcelStyle(cell.style, link);
  if (!style) return undefined;
  const key = JSON.stringify(style);
  const shared = styles.get(key) ?? style;
  styles.set(key, shared);
  return shared;
};

const noteOf = (cell: Cell): string | undefined => {
  const { note } = cell as { note?: string | { texts?: { text: string }[] } };
  if (note === undefined || typeof note === 'string') return note;
  return note.texts?.map(({ text }) => text).join('');
};

/** A formula's cached `''` comes back as nothing, a date as the UTC date that shows the same clock. */
const contentOf = (cell: Cell, book: Book): Content => {
  const value = cell.formula === undefined ? cell.value : cell.result;
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return value;
  if (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]') {
    return new Date(instantOf((value as Date).getTime() / DAY + EPOCH, book.timeZone));
  }
  if ('error' in value) return String(value.error);
  return cell.text;
};

type Model = Record<string, DataValidation>;

const readValidations = (from: Worksheet, sheet: SheetState, loading: Loading): void => {
  const model = (from as unknown as { dataValidations: { model: Model } }).dataValidations.model;
  const { decimal } = conventionsOf(loading.book.locale);
  const firsts = new Map<DataValidation, { place: Place; state: ValidationState | undefined }>();
  for (const [address, rule] of Object.entries(model)) {
    const place = parseArea(address.replace(/^range:/, ''), sheet);
    if (!place || place.row >= sheet.rowCount || place.column >= sheet.columnCount) continue;
    const first = firsts.get(rule) ?? { place, state: fromExcelValidation(rule, place, loading) };
    firsts.set(rule, first);
    if (!first.state) continue;
    const state = movedAlong(first.state, decimal, place.row - first.place.row, place.column - first.place.column);
    const cells = cellsOf(sheet, place.row);
    cells[place.column] = { ...(cells[place.column] ?? { value: '' }), validation: state };
    rememberValidation(loading.book, state);
  }
};

type Place = { row: number; column: number };

/** Formulas of Excel's rules are relative to the first cell of their area, Google's here to the cell they stand in. */
const movedAlong = (state: ValidationState, decimal: string, rows: number, columns: number): ValidationState =>
  state.criteria === 'CUSTOM_FORMULA' && (rows !== 0 || columns !== 0)
    ? { ...state, arguments: [relocateFormula(String(state.arguments[0]), decimal, rows, columns)] }
    : state;

/** Adds what was longer than a cell of Excel's holds. */
const appendText = (sheets: Map<string, SheetState>, [name = '', address = '', rest = '']: string[]): void => {
  const sheet = sheets.get(name);
  const place = sheet && parseArea(address, sheet);
  const cell = place && sheet.cells[place.row]?.[place.column];
  if (cell) cell.value = String(cell.value) + rest;
};

const namedRanges = (
  model: { name: string; ranges: string[] }[],
  sheets: Map<string, SheetState>,
): Book['namedRanges'] =>
  new Map(
    model.flatMap(({ name, ranges }) => {
      const { sheet: on = '', rest } = splitSheet(ranges[0] ?? '');
      const sheet = sheets.get(on);
      const area = sheet && parseArea(rest.replace(/\$/g, ''), sheet);
      return area && !name.startsWith('_xlnm') ? [[name, { sheetId: sheet.id, ...area }] as const] : [];
    }),
  );
