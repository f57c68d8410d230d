import { programme } from '../../programme';
import { readSchoolTab } from '../../workbook';
import type { DistrictRun } from '../demo/district-run';
import { type Measure, measured } from './measure';

const SCHOOL = 'Школа 1';
const USER = { user: 'school-1@school.example' };
const ROWS_PASTED = 10;
const COLUMNS = 'CDEFGHIJKL';

/** What a school does, each answered by one `onEdit`. The last makes a remark. */
function editsAt(first: number): [kind: string, a1: string, typed: string | string[][]][] {
  const row = ['7', 'В', 'Физика', '15', '0', '2', '5', '7', '1', '0'];
  const pasted = Array.from({ length: ROWS_PASTED }, (_, index) => [row[0]!, `В${index}`, ...row.slice(2)]);
  return [
    ['a number', `${COLUMNS[5]}${first}`, '2'],
    ['ten rows pasted', `${COLUMNS[0]}${first}`, pasted],
    ['«Проверить»', 'C3', 'TRUE'],
    ['«Сдать»', 'C4', 'TRUE'],
    ['a number after handing in', `${COLUMNS[6]}${first}`, '6'],
    ['a word for a number', `${COLUMNS[7]}${first}`, 'семь'],
  ];
}

export interface EditMeasure extends Measure {
  readonly kind: string;
}

/** The most expensive of a school's edits, in calls. */
export function measureEdits({ runtime }: DistrictRun): EditMeasure {
  const app = runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  const sheet = app.getActive().getSheetByName(SCHOOL)!;
  const { firstRow } = readSchoolTab(programme, sheet.getDataRange().getValues()).blocks.get('marks')!;
  const all = editsAt(firstRow).map(([kind, a1, typed]) => ({
    kind,
    ...measured(runtime, () => runtime.edit(SCHOOL, a1, typed, USER)),
  }));
  const [failure] = runtime.failures;
  if (failure) throw failure.error;
  return all.reduce((most, each) => (each.calls > most.calls ? each : most));
}
