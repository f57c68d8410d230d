import type { ValidationState } from '../../book';
import { cellAt, readGrid } from '../cells/cells';
import { conventionsOf } from '../cells/conventions';
import { relocateFormula } from '../formula/references';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { protectRange } from '../rules/protection';
import { assertChangeable, assertSize, assertUsable } from '../rules/usable';
import { showValidation, validationOf } from '../rules/validation';
import { rememberValidation } from '../rules/validation-areas';
import { readRichText, writeRichText } from './rich-text';

function read(place: RangePlace): (object | null)[][] {
  assertUsable(place);
  // One rule over a whole column is shown once: making a handle for each of its cells would cost more than the rest.
  const shown = new Map<ValidationState, object>();
  const show = (state: ValidationState): object => {
    let handle = shown.get(state);
    if (!handle) {
      handle = showValidation(place, state);
      shown.set(state, handle);
    }
    return handle;
  };
  return readGrid(
    place.sheet,
    place.area,
    ({ validation }) => (validation ? show(validation) : null),
    () => null,
  );
}

/** A formula is meant for the range's first cell and goes along to the others [D: requireFormulaSatisfied]. */
function forCell(state: ValidationState, decimal: string, row: number, column: number): ValidationState {
  if (state.criteria !== 'CUSTOM_FORMULA' || (row === 0 && column === 0)) return state;
  return { ...state, arguments: [relocateFormula(String(state.arguments[0]), decimal, row, column)] };
}

function set(place: RangePlace, row: number, column: number, state: ValidationState | null): void {
  const { book, sheet, area } = place;
  if (!state) {
    delete sheet.cells[area.row + row]?.[area.column + column]?.validation;
    return;
  }
  cellAt(sheet, area.row + row, area.column + column).validation = state;
  rememberValidation(book, state);
}

function write(place: RangePlace, rule: object | null): void {
  assertChangeable(place);
  const state = rule && validationOf(rule);
  const { decimal } = conventionsOf(place.book.locale);
  for (let row = 0; row < place.area.rows; row++) {
    for (let column = 0; column < place.area.columns; column++) {
      set(place, row, column, state && forCell(state, decimal, row, column));
    }
  }
}

function writeEach(place: RangePlace, rules: (object | null)[][]): void {
  assertSize(place, rules);
  assertChangeable(place);
  const states = new Map<object, ValidationState>();
  rules.forEach((line, row) => {
    line.forEach((rule, column) => {
      if (rule && !states.has(rule)) states.set(rule, validationOf(rule));
      set(place, row, column, rule && states.get(rule)!);
    });
  });
}

const first = (place: RangePlace): RangePlace => ({ ...place, area: { ...place.area, rows: 1, columns: 1 } });

export const rangeRules: Members<RangePlace> = {
  call: {
    'getDataValidation()': (place) => read(first(place))[0]![0],
    'getDataValidations()': read,
    'getRichTextValue()': (place) => readRichText(first(place))[0]![0],
    'getRichTextValues()': readRichText,
    'protect()': protectRange,
  },
  change: {
    'setDataValidation(DataValidation?)': write,
    'setDataValidations(DataValidation?[][])': writeEach,
    'setRichTextValue(RichTextValue)': (place, text: object) => {
      writeRichText(
        place,
        Array.from({ length: place.area.rows }, () => Array<object>(place.area.columns).fill(text)),
      );
    },
    'setRichTextValues(RichTextValue[][])': (place, texts: object[][]) => {
      assertSize(place, texts);
      writeRichText(place, texts);
    },
  },
};
