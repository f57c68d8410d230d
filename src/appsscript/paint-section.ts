import type { Decoration, InputRule, Section } from '../model';
import { validationOf } from './input-rules';
import { notationOf } from './notation';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The largest extent of a section's values and decorations. */
const widthOf = ({ values, decorations }: Section): number =>
  Math.max(
    ...values.map((row) => row.length),
    ...decorations.map((decoration) => decoration.column + decoration.columns - 1),
  );

/** A grid of one property for the whole section; `plain` where no decoration says anything, null when none does anywhere. */
function gridOf<T>(
  section: Section,
  width: number,
  of: (decoration: Decoration) => T | undefined,
  plain: T,
): T[][] | null {
  const { values, decorations } = section;
  const said = decorations.filter((decoration) => of(decoration) !== undefined);
  if (said.length === 0) return null;
  const grid = values.map(() => Array<T>(width).fill(plain));
  for (const decoration of said) {
    const first = decoration.column - 1;
    for (let row = 0; row < decoration.rows; row += 1)
      grid[decoration.row - 1 + row]?.fill(of(decoration)!, first, first + decoration.columns);
  }
  return grid;
}

type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Sets what is said of single areas: those that look alike get each property in one call. */
export function paintAreas(sheet: Sheet, decorations: readonly Decoration[]): void {
  const alike = new Map<string, Decoration[]>();
  for (const decoration of decorations) {
    const { row, rows, column, columns, ...look } = decoration;
    const words = JSON.stringify(look);
    alike.set(words, [...(alike.get(words) ?? []), decoration]);
  }
  for (const own of alike.values()) paintAlike(sheet, own);
}

function paintAlike(sheet: Sheet, own: readonly Decoration[]): void {
  const areas = sheet.getRangeList(own.map((decoration) => notationOf(decoration)));
  const { bold, italic, size, color, background, wrap, align, format, border, rule } = own[0]!;
  if (background !== undefined) areas.setBackground(background);
  if (color !== undefined) areas.setFontColor(color);
  if (bold !== undefined) areas.setFontWeight(bold ? 'bold' : 'normal');
  if (italic !== undefined) areas.setFontStyle(italic ? 'italic' : 'normal');
  if (size !== undefined) areas.setFontSize(size);
  if (wrap !== undefined) areas.setWrap(wrap);
  if (align !== undefined) areas.setHorizontalAlignment(align);
  if (format !== undefined) areas.setNumberFormat(format);
  if (border) drawBorders(areas);
  if (rule === null) areas.clearDataValidations();
  else if (rule) for (const area of own) sheet.getRange(notationOf(area)).setDataValidation(validationOf(rule));
}

const drawBorders = (areas: RangeList): unknown =>
  areas.setBorder(true, true, true, true, true, true, '#bfbfbf', SpreadsheetApp.BorderStyle.SOLID);

type Painter = (range: Range, section: Section, width: number) => void;

/** Sets one property for a whole section in one call; where nothing is said of it, none. */
const painter =
  <T>(of: (decoration: Decoration) => T | undefined, plain: T, set: (range: Range, grid: T[][]) => unknown): Painter =>
  (range, section, width) => {
    const grid = gridOf(section, width, of, plain);
    if (grid) set(range, grid);
  };

const PAINTERS: readonly Painter[] = [
  painter<string | null>(
    (d) => d.background,
    null,
    (range, grid) => range.setBackgrounds(grid as string[][]),
  ),
  painter<string | null>(
    (d) => d.color,
    null,
    (range, grid) => range.setFontColors(grid as string[][]),
  ),
  painter<GoogleAppsScript.Spreadsheet.FontWeight>(
    (d) => (d.bold ? 'bold' : undefined),
    'normal',
    (range, grid) => range.setFontWeights(grid),
  ),
  painter<GoogleAppsScript.Spreadsheet.FontStyle>(
    (d) => (d.italic ? 'italic' : undefined),
    'normal',
    (range, grid) => range.setFontStyles(grid),
  ),
  painter(
    (d) => d.size,
    10,
    (range, grid) => range.setFontSizes(grid),
  ),
  painter(
    (d) => (d.wrap ? true : undefined),
    false,
    (range, grid) => range.setWraps(grid),
  ),
  painter<string | null>(
    (d) => d.align,
    null,
    (range, grid) => range.setHorizontalAlignments(grid as 'left'[][]),
  ),
  painter(
    (d) => d.format,
    'General',
    (range, grid) => range.setNumberFormats(grid),
  ),
  painter<string | null>(
    (d) => d.note,
    null,
    (range, grid) => range.setNotes(grid),
  ),
];

/** How a section looks, without its words. */
export function paintLooks(sheet: Sheet, section: Section, row = 1, column = 1): void {
  const width = widthOf(section);
  if (section.values.length > 0) {
    const range = sheet.getRange(row, column, section.values.length, width);
    for (const paint of PAINTERS) paint(range, section, width);
  }
  paintRules(sheet, section, row, column);
  alignBelow(sheet, section, row, column);
  furnish(sheet, section, row, column);
}

/** Rows that are still to come stand as those above them: the grids end with the section's values. */
function alignBelow(sheet: Sheet, { values, decorations }: Section, row: number, column: number): void {
  const below = decorations.filter((each) => each.align !== undefined && each.row + each.rows - 1 > values.length);
  const alike = new Map<string, string[]>();
  for (const { align, ...area } of below)
    alike.set(align!, [...(alike.get(align!) ?? []), notationOf(area, row, column)]);
  for (const [align, areas] of alike) sheet.getRangeList(areas).setHorizontalAlignment(align as 'center');
}

/**
 * Writes a section's values and looks: each property for the whole section in one call, so that the cost does not grow
 * with the number of forms. The values come last, so a section stands there whole or not at all; formats before them,
 * so that «1-4» stays what it is.
 */
export function paintSection(sheet: Sheet, section: Section, row = 1, column = 1): void {
  const { values } = section;
  const width = widthOf(section);
  paintLooks(sheet, section, row, column);
  const range = sheet.getRange(row, column, values.length, width);
  range.setValues(values.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]));
}

type Validation = GoogleAppsScript.Spreadsheet.DataValidation | null;

/** Rows that people will fill have rules, too. Equal ones are built once: a tab has hundreds of columns and a dozen kinds of them. */
function paintRules(sheet: Sheet, section: Section, row: number, column: number): void {
  const built = new Map<string, Validation>();
  const validation = (rule: InputRule): Validation => {
    const key = JSON.stringify(rule);
    const known = built.get(key);
    if (known) return known;
    const made = validationOf(rule);
    built.set(key, made);
    return made;
  };
  const of = ({ rule, checkbox }: Decoration): Validation | undefined => {
    if (checkbox) return SpreadsheetApp.newDataValidation().requireCheckbox().build();
    return rule ? validation(rule) : rule;
  };
  const ruled = section.decorations.filter(({ rule, checkbox }) => rule !== undefined || checkbox);
  const decorations = ruled.filter((decoration) => of(decoration) !== undefined);
  const rows = Math.max(section.values.length, ...decorations.map((each) => each.row + each.rows - 1));
  const values = Array.from({ length: rows }, (_, index) => section.values[index] ?? []);
  const width = widthOf(section);
  const grid = gridOf<Validation>({ values, decorations }, width, of, null);
  if (grid) sheet.getRange(row, column, rows, width).setDataValidations(grid);
}

/** What cannot be set as a grid: borders of all areas in one call, heights and hidden rows stretch by stretch. */
function furnish(sheet: Sheet, { decorations }: Section, row: number, column: number): void {
  const bordered = decorations.filter(({ border }) => border).map((decoration) => notationOf(decoration, row, column));
  if (bordered.length > 0) drawBorders(sheet.getRangeList(bordered));
  for (const { height, row: first, rows } of decorations)
    if (height !== undefined) sheet.setRowHeightsForced(row - 1 + first, rows, height);
  for (const [first, count] of hiddenStretches(decorations)) sheet.hideRows(row - 1 + first, count);
}

/** Rows to hide, neighbours together: `[first, count]`. */
function hiddenStretches(decorations: readonly Decoration[]): [number, number][] {
  const rows = new Set<number>();
  for (const { hideRows, row, rows: count } of decorations)
    if (hideRows) for (let at = row; at < row + count; at += 1) rows.add(at);
  const found: [number, number][] = [];
  for (const at of [...rows].sort((a, b) => a - b)) {
    const last = found[found.length - 1];
    if (last && last[0] + last[1] === at) last[1] += 1;
    else found.push([at, 1]);
  }
  return found;
}
