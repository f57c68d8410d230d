import { nameArea } from '../formula/a1';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { canEditArea } from '../rules/permission';
import { makeSheet } from '../sheet/sheet';
import { makeRange } from './range';

function offset(place: RangePlace, rows: number, columns: number, numRows?: number, numColumns?: number): object {
  const area = {
    row: place.area.row + rows,
    column: place.area.column + columns,
    rows: numRows ?? place.area.rows,
    columns: numColumns ?? place.area.columns,
  };
  if (area.rows < 1) place.host.fail('The number of rows in the range must be at least 1.');
  if (area.columns < 1) place.host.fail('The number of columns in the range must be at least 1.');
  return makeRange(place, area);
}

function cell(place: RangePlace, row: number, column: number): object {
  const { area } = place;
  if (row < 1 || column < 1 || row > area.rows || column > area.columns) place.host.fail('Cell reference out of range');
  return makeRange(place, { row: area.row + row - 1, column: area.column + column - 1, rows: 1, columns: 1 });
}

function activate(place: RangePlace): void {
  const active = place.cloud.active();
  if (active.sheetId === null) return;
  active.sheetId = place.sheet.id;
  active.area = { sheetId: place.sheet.id, ...place.area };
}

/** Where a range is. */
export const rangeFacts: Members<RangePlace> = {
  handle: {
    'getRow()': ({ area }) => area.row + 1,
    'getRowIndex()': ({ area }) => area.row + 1,
    'getColumn()': ({ area }) => area.column + 1,
    'getLastRow()': ({ area }) => area.row + area.rows,
    'getLastColumn()': ({ area }) => area.column + area.columns,
    'getNumRows()': ({ area }) => area.rows,
    'getNumColumns()': ({ area }) => area.columns,
    'getHeight()': ({ area }) => area.rows,
    'getWidth()': ({ area }) => area.columns,
    'getA1Notation()': ({ area, sheet, whole }) => (whole ? '' : nameArea(area, sheet)),
    'getSheet()': (place) => makeSheet(place, place.sheet),
    'getGridId()': ({ sheet }) => sheet.id,
    'offset(Integer,Integer) (Integer,Integer,Integer) (Integer,Integer,Integer,Integer)': offset,
    'getCell(Integer,Integer)': cell,
  },
  call: {
    'canEdit()': ({ host, book, sheet, area }) => canEditArea(host, book, sheet, area),
  },
  fluent: {
    'activate()': activate,
    'activateAsCurrentCell()': activate,
    // How Sheets shows an address is not kept.
    'setShowHyperlink(Boolean)': () => {},
  },
};
