import type { CellState, ValidationState } from '../../book';
import { changeAll, changeExisting, readGrid } from '../cells/cells';
import { recalculate, touchFormulas } from '../formula/recalculation';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { assertChangeable, assertUsable } from '../rules/usable';

const isCheckbox = (cell: CellState | undefined): boolean => cell?.validation?.criteria === 'CHECKBOX';

const checkedValue = (validation: ValidationState): unknown => validation.arguments[0] ?? true;
const uncheckedValue = (validation: ValidationState): unknown =>
  validation.arguments.length === 0 ? false : (validation.arguments[1] ?? '');

/** All cells become unchecked; whatever is no state of the box is refused from then on [D: Range.insertCheckboxes, K]. */
function insert(place: RangePlace, ...given: unknown[]): void {
  assertChangeable(place);
  const validation: ValidationState = { criteria: 'CHECKBOX', arguments: given, allowInvalid: false, help: null };
  const value = uncheckedValue(validation) as CellState['value'];
  changeAll(place.sheet, place.area, (cell) => {
    cell.validation = validation;
    cell.value = value;
    delete cell.formula;
  });
  touchFormulas(place.book, place.sheet);
}

/** The boxes go, and what they held [D: Range.removeCheckboxes]. */
function remove(place: RangePlace): void {
  assertChangeable(place);
  changeExisting(place.sheet, place.area, (cell) => {
    if (!isCheckbox(cell)) return;
    delete cell.validation;
    delete cell.formula;
    cell.value = '';
  });
  touchFormulas(place.book, place.sheet);
}

function tick(place: RangePlace, checked: boolean): void {
  assertChangeable(place);
  changeExisting(place.sheet, place.area, (cell) => {
    if (!isCheckbox(cell)) return;
    cell.value = (checked ? checkedValue : uncheckedValue)(cell.validation!) as CellState['value'];
    delete cell.formula;
  });
  touchFormulas(place.book, place.sheet);
}

/** `null` when some are checked and some are not, or some are no boxes [D: Range.isChecked]. */
function isChecked(place: RangePlace): boolean | null {
  assertUsable(place);
  recalculate(place.book, place.sheet);
  const states = readGrid<boolean | null>(
    place.sheet,
    place.area,
    (cell) => (isCheckbox(cell) ? cell.value === checkedValue(cell.validation!) : null),
    () => null,
  ).flat();
  return states.every((state) => state !== null && state === states[0]) ? states[0]! : null;
}

export const rangeCheckboxes: Members<RangePlace> = {
  call: { 'isChecked()': isChecked },
  change: {
    'insertCheckboxes() (Object) (Object,Object)': insert,
    'removeCheckboxes()': remove,
    'check()': (place) => tick(place, true),
    'uncheck()': (place) => tick(place, false),
  },
};
