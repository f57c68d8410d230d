import { isBlank } from '../../model';
import { REMARKS, TABS } from '../../workbook';
import type { SheetState } from '../google/book';
import type { Action, Desk } from './desk';
import { isClosingLock } from './leftovers';
import type { Random } from './random';
import { CLOSE, CONSOLIDATE, NIGHTLY, REPORT } from './scenes';
import { blockOf, fieldAt, freeRowAt, sheetNamed, tabOf } from './school-tab';

/** What somebody else does while a run is under way. */
export type Disturbance =
  | { readonly kind: 'edit'; readonly school: string; readonly edit: SchoolEdit }
  | { readonly kind: 'insert'; readonly school: string; readonly form: string; readonly below: number }
  | { readonly kind: 'delete'; readonly school: string; readonly form: string }
  | { readonly kind: 'settings'; readonly tab: string; readonly cell: string; readonly typed: string }
  | { readonly kind: 'run'; readonly action: Action };

/** What a school types: into the nth row of a form, into a free row, or a tick. */
export type SchoolEdit =
  | { readonly form: string; readonly row: number; readonly key: string; readonly typed: string }
  | { readonly form: string; readonly pasted: readonly string[] }
  | { readonly cell: string };

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  classes: ['enrolled'],
  marks: ['enrolled', 'exempt', 'five', 'four', 'three', 'two', 'notAssessed', 'explanation'],
  pupils: ['assessed', 'excellent', 'good', 'oneThree', 'failing', 'notAssessed'],
  context: ['incompleteFamilies', 'lowIncome', 'largeFamilies', 'transported'],
};
const CHECK = 'D3';
const SUBMIT = 'D4';
/** The cell of the first school's group and of its mailbox, and of a setting in words. */
const REGISTER_CELLS = ['D4', 'F4'];

const MANY = 1_000_000;

function schoolEdit(random: Random): SchoolEdit {
  const form = random.pick(Object.keys(FIELDS));
  switch (random.whole(8)) {
    case 0:
      return { cell: SUBMIT };
    case 1:
      return { cell: CHECK };
    case 2:
      return { form: 'marks', pasted: ['5', 'А', `Предмет ${random.whole(MANY)}`, '20', '0', '5', '5', '5', '4', '1'] };
    case 3:
      return { form, row: random.whole(2), key: REMARKS, typed: `Слово ${random.whole(MANY)}` };
    default: {
      const key = random.pick(FIELDS[form]!);
      const typed = key === 'explanation' ? `Пояснение ${random.whole(MANY)}` : String(random.whole(30));
      return { form, row: random.whole(2), key, typed };
    }
  }
}

export const editOf = (schools: readonly string[], random: Random): Extract<Disturbance, { kind: 'edit' }> => ({
  kind: 'edit',
  school: random.pick(schools),
  edit: schoolEdit(random),
});

const RUNS: readonly Action[] = [CONSOLIDATE, NIGHTLY, CLOSE, CONSOLIDATE, NIGHTLY, CLOSE, REPORT];

/** A row comes or goes, so that all below it moves. */
function movedRows(schools: readonly string[], random: Random): Disturbance {
  const place = { school: random.pick(schools), form: random.pick(Object.keys(FIELDS)) };
  return random.whole(2) === 0 ? { kind: 'insert', ...place, below: random.whole(4) } : { kind: 'delete', ...place };
}

export function disturbance(schools: readonly string[], random: Random): Disturbance {
  switch (random.whole(10)) {
    case 0:
      return movedRows(schools, random);
    case 1:
      return {
        kind: 'settings',
        tab: TABS.schools,
        cell: random.pick(REGISTER_CELLS),
        typed: `группа ${random.whole(MANY)}`,
      };
    case 2:
    case 3:
      return { kind: 'run', action: random.pick(RUNS) };
    default:
      return editOf(schools, random);
  }
}

/**
 * What may come while an edit is answered: runs of the coordinator's and of the clock's, or somebody else on the same tab.
 * Not proved: words typed among the remarks are moved to a row by its number, and a row that comes or goes in that second
 * has them written over the explanation of another.
 */
export const duringAnswer = (school: string, edit: SchoolEdit, random: Random): Disturbance =>
  random.whole(3) === 0 && !('key' in edit && edit.key === REMARKS)
    ? movedRows([school], random)
    : { kind: 'run', action: random.pick([CONSOLIDATE, NIGHTLY, CLOSE, CLOSE]) };

const tabName = (school: string): string => `Школа №${school.slice(1)}`;
export const tabOfSchool = (desk: Desk, school: string): SheetState => sheetNamed(desk.runtime.book, tabName(school));

/** Where the edit goes, as the tab stands now; null when there is no such row any more. */
export function placeOf(desk: Desk, school: string, edit: SchoolEdit): string | null {
  if ('cell' in edit) return edit.cell;
  const tab = tabOf(tabOfSchool(desk, school));
  if ('pasted' in edit) return freeRowAt(tab, edit.form);
  try {
    return fieldAt(tab, edit.form, edit.row, edit.key);
  } catch {
    return null;
  }
}

export type Came = 'done' | 'refused' | 'skipped';

/** Types as the school; a protected cell refuses all of it. */
export function typeAsSchool(desk: Desk, school: string, edit: SchoolEdit): Came {
  const place = placeOf(desk, school, edit);
  if (!place) return 'skipped';
  const typed = 'cell' in edit ? true : 'pasted' in edit ? [[...edit.pasted]] : edit.typed;
  try {
    desk.runtime.edit(tabName(school), place, typed, { user: `${school}@school.example` });
    return 'done';
  } catch (error) {
    if (/protected cell/.test(String(error))) return 'refused';
    throw error;
  }
}

const isClosed = (state: SheetState): boolean =>
  state.protections.some((protection) => protection.editors && isClosingLock(protection));

/** A school puts a row between its rows; where the tab is closed to it, it cannot. */
export function insertAsSchool(desk: Desk, school: string, form: string, below: number): Came {
  const state = tabOfSchool(desk, school);
  if (isClosed(state)) return 'refused';
  const { firstRow } = blockOf(tabOf(state), form);
  sheetOf(desk, school).insertRowBefore(firstRow + 1 + below);
  return 'done';
}

/** A school deletes the last row of a form, which is blank. */
export function deleteAsSchool(desk: Desk, school: string, form: string): Came {
  const state = tabOfSchool(desk, school);
  if (isClosed(state)) return 'refused';
  const tab = tabOf(state);
  const { endRow, firstRow } = blockOf(tab, form);
  if (endRow - 1 <= firstRow || !tab.grid[endRow - 2]!.slice(1).every(isBlank)) return 'skipped';
  sheetOf(desk, school).deleteRow(endRow - 1);
  return 'done';
}

const sheetOf = (desk: Desk, school: string): GoogleAppsScript.Spreadsheet.Sheet =>
  desk.spreadsheet().getSheetByName(tabName(school))!;

export const describeEdit = (edit: SchoolEdit): string =>
  'cell' in edit
    ? `tick ${edit.cell}`
    : 'pasted' in edit
      ? `row «${edit.pasted[2]}»`
      : `${edit.form}.${edit.key} = ${edit.typed}`;
