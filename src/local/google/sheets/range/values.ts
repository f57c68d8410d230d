import { isDate } from '../../../../model';
import type { CellState } from '../../book';
import { hasContent, readGrid } from '../cells/cells';
import { conventionsOf } from '../cells/conventions';
import { displayCell } from '../cells/display';
import { writeCells } from '../cells/write';
import { recalculate } from '../formula/recalculation';
import { relocateFormula } from '../formula/references';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { assertSize, assertUsable } from '../rules/usable';
import { refuseArguments } from '../signature';

function read<T>(place: RangePlace, pick: (cell: CellState) => T, blank: () => T): T[][] {
  assertUsable(place);
  recalculate(place.book, place.sheet);
  return readGrid(place.sheet, place.area, pick, blank);
}

const nothing = (): '' => '';

const first = (place: RangePlace): RangePlace => ({ ...place, area: { ...place.area, rows: 1, columns: 1 } });

/** A date is made anew each time, so that a script changing it does not change the workbook. */
const values = (place: RangePlace): unknown[][] =>
  read<unknown>(place, ({ value }) => (typeof value === 'object' ? place.host.date(value.getTime()) : value), nothing);

const displays = (place: RangePlace): string[][] =>
  read(place, (cell) => displayCell(cell, place.book.locale, place.book.timeZone), nothing);

const formulas = (place: RangePlace): string[][] => read(place, ({ formula }) => formula ?? '', nothing);

/** Anything but a value of a cell is refused as Google refuses it, by the signature. */
function write(place: RangePlace, method: string, rows: unknown[][]): void {
  assertUsable(place);
  for (const row of rows) {
    for (const value of row) {
      if (typeof value === 'object' ? value !== null && !isDate(value) : typeof value === 'function') {
        refuseArguments(place.host, `Range.${method}`, [method.endsWith('s') ? rows : value]);
      }
    }
  }
  writeCells(place.host, place.book, place.sheet, place.area, rows);
}

function fill(place: RangePlace, method: string, value: unknown): void {
  const { rows, columns } = place.area;
  const row = Array<unknown>(columns).fill(value);
  write(place, method, Array<unknown[]>(rows).fill(row));
}

const asFormula = (text: string): string => (text === '' || text.startsWith('=') ? text : `=${text}`);

function setFormulas(place: RangePlace, rows: string[][]): void {
  assertSize(place, rows);
  write(
    place,
    'setFormulas',
    rows.map((row) => row.map(asFormula)),
  );
}

/** In several cells the references go along, as when filling down [K]. */
function setFormula(place: RangePlace, text: string): void {
  const { decimal } = conventionsOf(place.book.locale);
  const formula = asFormula(text);
  const { rows, columns } = place.area;
  const grid = Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => relocateFormula(formula, decimal, row, column)),
  );
  write(place, 'setFormula', grid);
}

const isBlank = (place: RangePlace): boolean =>
  read(place, hasContent, () => false).every((row) => row.every((full) => !full));

export const rangeValues: Members<RangePlace> = {
  call: {
    'getValue()': (place) => values(first(place))[0]![0],
    'getValues()': values,
    'getDisplayValue()': (place) => displays(first(place))[0]![0],
    'getDisplayValues()': displays,
    'getFormula()': (place) => formulas(first(place))[0]![0],
    'getFormulas()': formulas,
    'isBlank()': isBlank,
  },
  change: {
    'setValue(Object)': (place, value: unknown) => fill(place, 'setValue', value),
    'setValues(Object[][])': (place, rows: unknown[][]) => {
      assertSize(place, rows);
      write(place, 'setValues', rows);
    },
    'setFormula(String)': setFormula,
    'setFormulas(String[][])': setFormulas,
  },
};
