import type { Programme } from '../../model';
import { type Block, HEAD, readSchoolTab } from '../../workbook';
import type { Runtime } from '../runtime';
import { boxOf, sheetOf } from './enter';
import { type Measure, type Meter, tell } from './measure';

const SCHOOL = 'Школа 1';
const USER = { user: 'school-1@school.example' };
const ROWS_PASTED = 10;

const ROW: Readonly<Record<string, string>> = {
  grade: '7',
  subject: 'Физика',
  enrolled: '15',
  exempt: '0',
  five: '2',
  four: '5',
  three: '7',
  two: '1',
  notAssessed: '0',
};

/** Ten rows of marks as they would be pasted from the first field to the last. */
function pasted({ columns, form }: Block): string[][] {
  const places = Object.keys(form.fields).map((key) => columns.get(key)!);
  const first = Math.min(...places);
  return Array.from({ length: ROWS_PASTED }, (_, index) => {
    const cells = Array<string>(Math.max(...places) - first + 1).fill('');
    for (const key of Object.keys(form.fields))
      cells[columns.get(key)! - first] = key === 'letter' ? `В${index}` : ROW[key]!;
    return cells;
  });
}

/** The most expensive of what a school does, in calls; each is answered by one `onEdit`. The last makes a remark. */
export function measureEdits(runtime: Runtime, meter: Meter, programme: Programme): Measure {
  const sheet = sheetOf(runtime, SCHOOL);
  const block = readSchoolTab(programme, sheet.getDataRange().getValues()).blocks.get('marks')!;
  const at = (key: string, row = 0) => sheet.getRange(block.firstRow + row, block.columns.get(key)!).getA1Notation();
  const columns = Object.keys(block.form.fields).map((key) => block.columns.get(key)!);
  const table = sheet.getRange(block.firstRow, Math.min(...columns)).getA1Notation();
  const all: [kind: string, a1: string, typed: string | string[][]][] = [
    ['a number', at('five'), '2'],
    ['ten rows pasted', table, pasted(block)],
    ['«Проверить»', boxOf(sheet, HEAD.check), 'TRUE'],
    ['«Сдать»', boxOf(sheet, HEAD.submit), 'TRUE'],
    ['a number after handing in', at('four'), '6'],
    ['a word for a number', at('three'), 'семь'],
  ];
  const measures = all.map(([kind, a1, typed]) => ({
    kind,
    ...meter.of(() => void runtime.edit(sheet.getName(), a1, typed, USER)),
  }));
  const [failure] = runtime.failures;
  if (failure) throw failure.error;
  const most = measures.reduce((worst, each) => (each.calls > worst.calls ? each : worst));
  tell('one edit', most, `, the most: ${most.kind}`);
  return most;
}
