import type { Decoration, TabDesign } from '../model';
import { type Remaking, remakingOf } from '../workbook/remaking';
import type { Stretch } from '../workbook/stretches';
import { setConditions } from './add-section';
import { withNumber } from './create-tab';
import { notationOf } from './notation';
import { paintAreas, paintLooks } from './paint-section';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a copy of the mould still needs; null where a new tab is less work. */
export const likeMould = (mould: { readonly design: TabDesign }, design: TabDesign): Remaking | null =>
  remakingOf(mould.design, design);

/** Makes of a mould's copy the tab that is designed; its words come last. */
export function remake(sheet: Sheet, design: TabDesign, made: Remaking): void {
  const { takenColumns: taken } = made;
  if (taken) sheet.deleteColumns(taken.at, taken.count);
  for (const { kind, row, count } of made.rows)
    if (kind === 'insert') sheet.insertRowsAfter(row, count);
    else sheet.deleteRows(row, count);
  setBelow(sheet, design, made);
  paintAreas(sheet, made.onTop);
  if (made.painted) paintRows(sheet, design, made.painted);
  if (made.conditions) setConditions(sheet, design.conditions ?? []);
  setColumns(sheet, made);
  setRows(sheet, made);
  if (made.frozenRows) sheet.setFrozenRows(design.frozenRows);
  if (made.frozenColumns) sheet.setFrozenColumns(design.frozenColumns);
  const { notes, values } = made;
  if (notes)
    sheet.getRange(notes.row, 1, notes.notes.length, design.columns).setNotes(notes.notes.map((row) => [...row]));
  if (made.lastRow) sheet.getRange(design.rows, 1).setValue(design.lastRow ?? '');
  if (!values) return;
  const area = sheet.getRange(values.row, values.column, values.values.length, values.values[0]!.length);
  area.setValues(withNumber(sheet, values.values));
}

/** One call for each value, however many stretches have it. */
function byValue<T>(all: readonly Stretch<T>[], set: (stretches: readonly Stretch<T>[], value: T) => void): void {
  const alike = new Map<T, Stretch<T>[]>();
  for (const stretch of all) alike.set(stretch[2], [...(alike.get(stretch[2]) ?? []), stretch]);
  for (const [value, own] of alike) set(own, value);
}

function setBelow(sheet: Sheet, { section, rows }: TabDesign, { formats, wraps }: Remaking): void {
  const row = section.values.length + 1;
  const areas = (own: readonly Stretch<unknown>[]) =>
    sheet.getRangeList(
      own.map(([first, columns]) => notationOf({ row, column: first + 1, rows: rows - row + 1, columns })),
    );
  byValue(formats, (own, format) => areas(own).setNumberFormat(format));
  byValue(wraps, (own, isWrapped) => areas(own).setWrap(isWrapped));
}

/** Rows that were blank ones below, and what is said of those below them; words and heights are set apart. */
function paintRows(sheet: Sheet, design: TabDesign, { row, count }: NonNullable<Remaking['painted']>): void {
  const plain: Decoration = { row: 1, column: 1, rows: count, columns: design.columns, format: 'General', wrap: false };
  const own = design.section.decorations.flatMap((decoration): Decoration[] => {
    const { note, height, hideRows, protect, ...look } = decoration;
    const first = Math.max(decoration.row, row);
    const rows = decoration.row + decoration.rows - first;
    return rows > 0 ? [{ ...look, row: first - row + 1, rows }] : [];
  });
  const values = design.section.values.slice(row - 1, row - 1 + count);
  paintLooks(sheet, { values, decorations: count > 0 ? [plain, ...own] : own }, row);
}

function setColumns(sheet: Sheet, { widths, columnsHidden }: Remaking): void {
  for (const [first, count, width] of widths) sheet.setColumnWidths(first + 1, count, width);
  for (const [first, count, hidden] of columnsHidden)
    if (hidden) sheet.hideColumns(first + 1, count);
    else sheet.showColumns(first + 1, count);
}

function setRows(sheet: Sheet, { heights, rowsHidden }: Remaking): void {
  for (const [first, count, height] of heights) sheet.setRowHeightsForced(first + 1, count, height);
  for (const [first, count, hidden] of rowsHidden)
    if (hidden) sheet.hideRows(first + 1, count);
    else sheet.showRows(first + 1, count);
}
