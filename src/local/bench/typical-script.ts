import type { DistrictRun } from '../demo/district-run';
import type { Runtime } from '../runtime';
import { type Measure, measured } from './measure';

type SpreadsheetApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const SHEET = 'Свод обычным скриптом';
const FIRST_FIELD = 3;
const MORE_ROWS = 1000;
/** Columns of the form of marks from the first on: класс, буква, предмет, всего, освобождены, «5», «4», «3», «2», н/а. */
const MARKS = { five: 5, four: 6, three: 7, two: 8, notAssessed: 9 } as const;
const WIDTH = 10;

interface Sums {
  good: number;
  assessed: number;
}

/**
 * The consolidation of marks as forums for teachers have it: tab by tab, row by row, cell by cell, a value read and a
 * value written at a time, percentages counted for each row. It does less than the add-on: one form, no checks, no
 * slices, no confidence intervals, nothing read back.
 */
function consolidateCellByCell(app: SpreadsheetApp): number {
  const book = app.getActive();
  const target = book.insertSheet(SHEET);
  const sums: Sums = { good: 0, assessed: 0 };
  let out = 1;
  for (const sheet of book.getSheets()) {
    const owner = String(sheet.getRange(1, 1).getValue());
    if (owner.startsWith('head/school/')) out = takeSchool(sheet, target, out, sums);
  }
  target.getRange(out, 1).setValue('Район');
  target.getRange(out, WIDTH + 2).setValue((100 * sums.good) / sums.assessed);
  return (100 * sums.good) / sums.assessed;
}

function takeSchool(sheet: Sheet, target: Sheet, from: number, sums: Sums): number {
  const school = sheet.getName();
  const last = sheet.getLastRow();
  let inside = false;
  let out = from;
  for (let row = 1; row <= last; row += 1) {
    const role = sheet.getRange(row, 1).getValue();
    if (role === 'marks/header') inside = true;
    else if (role === 'marks/end') return out;
    else if (inside && sheet.getRange(row, FIRST_FIELD).getValue() !== '') {
      if (out >= target.getMaxRows()) target.insertRowsAfter(out - 1, MORE_ROWS);
      takeRow(sheet, row, target, out, school, sums);
      out += 1;
    }
  }
  return out;
}

function takeRow(sheet: Sheet, row: number, target: Sheet, out: number, school: string, sums: Sums): void {
  const values: unknown[] = [];
  for (let column = 0; column < WIDTH; column += 1) {
    values.push(sheet.getRange(row, FIRST_FIELD + column).getValue());
  }
  target.getRange(out, 1).setValue(school);
  for (let column = 0; column < WIDTH; column += 1) target.getRange(out, column + 2).setValue(values[column]);
  const count = (place: number) => Number(values[place]);
  const good = count(MARKS.five) + count(MARKS.four);
  const assessed = good + count(MARKS.three) + count(MARKS.two) + count(MARKS.notAssessed);
  target.getRange(out, WIDTH + 2).setValue((100 * good) / assessed);
  target.getRange(out, WIDTH + 3).setValue((100 * (assessed - count(MARKS.two) - count(MARKS.notAssessed))) / assessed);
  sums.good += good;
  sums.assessed += assessed;
}

export interface TypicalMeasure extends Measure {
  readonly modelledSeconds: number;
  readonly qualityRate: number;
}

/**
 * What the ordinary script costs on the same workbook, and what it comes to. It runs outside an execution: inside one,
 * six minutes would end it. The tab it wrote is removed, not measured.
 */
export function measureTypical({ runtime }: Pick<DistrictRun, 'runtime'>): TypicalMeasure {
  const app = runtime.globals.SpreadsheetApp as SpreadsheetApp;
  let qualityRate = Number.NaN;
  const measure = measured(runtime, () => {
    qualityRate = consolidateCellByCell(app);
  });
  app.getActive().deleteSheet(app.getActive().getSheetByName(SHEET)!);
  return { ...measure, modelledSeconds: measure.modelled / 1000, qualityRate };
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
