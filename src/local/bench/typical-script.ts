import type { Programme } from '../../model';
import { readSchoolTab } from '../../workbook';
import type { Runtime } from '../runtime';
import { sheetOf } from './enter';
import { type Measure, measured } from './measure';

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const SHEET = 'Свод обычным скриптом';
const MORE_ROWS = 1000;

/** The columns of the form of marks, which whoever writes such a script has counted on the screen. */
type Columns = readonly (readonly [field: string, column: number])[];

interface Sums {
  good: number;
  assessed: number;
}

/**
 * The consolidation of marks as forums for teachers have it: tab by tab, row by row, cell by cell, a value read and a
 * value written at a time, percentages counted for each row. It does less than the add-on: one form, no checks, no
 * slices, no confidence intervals, nothing read back.
 */
function consolidateCellByCell(app: SpreadsheetApp, columns: Columns): number {
  const book = app.getActive();
  const target = book.insertSheet(SHEET);
  const sums: Sums = { good: 0, assessed: 0 };
  let out = 1;
  for (const sheet of book.getSheets()) {
    const owner = String(sheet.getRange(1, 1).getValue());
    if (owner.startsWith('head/school/')) out = takeSchool(sheet, columns, target, out, sums);
  }
  target.getRange(out, 1).setValue('Район');
  target.getRange(out, columns.length + 2).setValue((100 * sums.good) / sums.assessed);
  return (100 * sums.good) / sums.assessed;
}

function takeSchool(sheet: Sheet, columns: Columns, target: Sheet, from: number, sums: Sums): number {
  const last = sheet.getLastRow();
  let inside = false;
  let out = from;
  for (let row = 1; row <= last; row += 1) {
    const role = sheet.getRange(row, 1).getValue();
    if (role === 'marks/header') inside = true;
    else if (role === 'marks/end') return out;
    else if (inside && sheet.getRange(row, columns[0]![1]).getValue() !== '') {
      if (out >= target.getMaxRows()) target.insertRowsAfter(out - 1, MORE_ROWS);
      takeRow(sheet, columns, row, target, out, sums);
      out += 1;
    }
  }
  return out;
}

function takeRow(sheet: Sheet, columns: Columns, row: number, target: Sheet, out: number, sums: Sums): void {
  const values = columns.map(([, column]): unknown => sheet.getRange(row, column).getValue());
  target.getRange(out, 1).setValue(sheet.getName());
  values.forEach((value, index) => {
    target.getRange(out, index + 2).setValue(value);
  });
  const count = (key: string) => Number(values[columns.findIndex(([field]) => field === key)]);
  const good = count('five') + count('four');
  const assessed = good + count('three') + count('two') + count('notAssessed');
  target.getRange(out, columns.length + 2).setValue((100 * good) / assessed);
  target
    .getRange(out, columns.length + 3)
    .setValue((100 * (assessed - count('two') - count('notAssessed'))) / assessed);
  sums.good += good;
  sums.assessed += assessed;
}

export interface TypicalMeasure extends Measure {
  readonly qualityRate: number;
}

/**
 * What the ordinary script costs on the same workbook, and what it comes to. It runs outside an execution: inside one,
 * six minutes would end it. The tab it wrote is removed, not measured.
 */
export function measureTypical(runtime: Runtime, programme: Programme, school: string): TypicalMeasure {
  const app = runtime.globals.SpreadsheetApp as SpreadsheetApp;
  const grid = sheetOf(runtime, school).getDataRange().getValues();
  const { form, columns } = readSchoolTab(programme, grid).blocks.get('marks')!;
  const places = Object.keys(form.fields).map((key) => [key, columns.get(key)!] as const);
  let qualityRate = Number.NaN;
  const measure = measured(runtime, () => {
    qualityRate = consolidateCellByCell(app, places);
  });
  app.getActive().deleteSheet(app.getActive().getSheetByName(SHEET)!);
  return { ...measure, qualityRate };
}

/** The district's quality rate as the add-on gives it out. */
export function qualityRateOf(runtime: Runtime, period: string): number {
  const { results } = runtime.run('exportResults', []) as {
    results: { period: string; scope: string; slice?: object; indicator: string; value: number | null }[];
  };
  const figure = results.find(
    (item) => item.period === period && item.scope === 'district' && !item.slice && item.indicator === 'quality-rate',
  );
  return figure?.value ?? Number.NaN;
}
