import fc from 'fast-check';
import { periodResults } from '../../src/domain';
import { canonicalJson, count, defineForm, defineIndicator, type Programme, type School, text } from '../../src/model';
import { exportResults, frozenTotals, storedPeriods, widestSnapshot } from '../../src/pipeline';
import { thawedTotals, totalsOf } from '../../src/pipeline/frozen-totals';
import { programme as whole } from '../../src/programme';
import {
  cellsOf,
  fitsPeriod,
  keyedDesign,
  layoutOf,
  periodRow,
  periodsTab,
  rawToCells,
  readPeriods,
  readSettings,
  rowsTable,
  type Snapshot,
  settingsDesign,
  tableDesign,
} from '../../src/workbook';
import { CLASS_A, contextRow, gridOf, MARKS_A, PERIOD, PUPILS_A, publishedTab, rawRows, stored } from '../build';
import { programme } from '../four-forms';

const EARLIER = '2022-Q2';
const SCHOOLS = programme.schools;
const settings = readSettings(programme, gridOf(settingsDesign(programme, PERIOD)));

/** The rows of all schools in a period; `five` makes periods differ. */
const rowsOf = (period: string, five: number) =>
  SCHOOLS.flatMap(({ key: school }) =>
    (
      [
        ['classes', CLASS_A],
        ['marks', { ...MARKS_A, five, three: 9 - five }],
        ['pupils', PUPILS_A],
        ['context', { ...contextRow('5', 15, { higherEducationParent: five }), letter: 'А' }],
      ] as const
    ).flatMap(([form, cells]) => rawRows(form, cells).map((raw) => ({ ...raw, school, period }))),
  );

const resultsOf = (period: string, five: number, of: Programme = programme) =>
  periodResults(of, rowsOf(period, five), { period, schools: SCHOOLS, settings: settings.values });

const snapshotOf = (period: string, five: number, of: Programme = programme): Snapshot => ({
  period,
  schools: SCHOOLS,
  settings: settings.values,
  statuses: {},
  trouble: {},
  totals: frozenTotals(of, resultsOf(period, five, of).figures),
  tabs: {},
  when: '2022-07-12T03:10',
});

const sorted = (figures: readonly object[]): string[] => figures.map((figure) => canonicalJson(figure)).sort();

test('totals come back to the last bit: values, intervals, reasons, derived ones, schools without rows', () => {
  const { figures } = resultsOf(EARLIER, 2);
  const json = canonicalJson(frozenTotals(programme, figures));
  const totals = thawedTotals(JSON.parse(json), EARLIER);
  expect(sorted(totals)).toEqual(sorted(totalsOf(figures)));
  expect(totals.some(({ indicator, value }) => indicator === 'context-index' && value !== null)).toBe(true);
});

test('any sums come back as they were', () => {
  const sum = fc.double({ min: 0, max: 1e6, noNaN: true });
  const first = resultsOf(EARLIER, 2).figures.find(({ slice, indicator }) => !slice && indicator === 'sou')!;
  fc.assert(
    fc.property(sum, sum, (numerator, denominator) => {
      const value = denominator === 0 ? null : numerator / denominator;
      const figure = { ...first, numerator, denominator, value };
      const { reason: _, ...plain } = value === null ? { ...figure, reason: 'нет данных' } : figure;
      const [back] = thawedTotals(JSON.parse(JSON.stringify(frozenTotals(programme, [figure]))), EARLIER);
      expect(back).toMatchObject(plain);
    }),
  );
});

/** A programme of many indicators, as the order's will be. */
function large(indicators: number): Programme {
  const many = Array.from({ length: indicators }, (_, index) =>
    defineIndicator({
      ...{ key: `long-name-of-an-indicator-${index + 1}`, title: 'Показатель', kind: 'share', unit: 'percent' },
      ...{ direction: 'up', source: '', from: wide, numerator: { a: 1 }, denominator: { b: 1 }, examples: [] },
    } as Parameters<typeof defineIndicator>[0]),
  );
  return { ...programme, forms: [wide], indicators: many };
}
const wide = defineForm({
  ...{ key: 'wide', title: 'Форма', help: '', identity: ['name'], due: [{ quarters: [1, 2, 3, 4] }] },
  fields: { name: text('Имя', ''), a: count('А', ''), b: count('Б', '') },
});
const schoolsOf = (length: number): School[] =>
  Array.from({ length }, (_, index) => ({
    ...{ key: `school-number-${index + 1}`, type: 'СОШ', group: index % 2 ? 'участник' : 'ведущая', partner: '' },
    name: `Муниципальное общеобразовательное учреждение, школа № ${index + 1}`,
  }));
/** 40 cells of 49,000 characters. */
const PLACE = 1_960_000;

test('a snapshot of 80 indicators and 60 schools takes at most a sixth of its place', () => {
  const json = canonicalJson(widestSnapshot(large(80), settings, schoolsOf(60)));
  expect(json.length).toBeLessThan(PLACE / 6);
  expect(json.length).toBeGreaterThan(100_000);
  expect(fitsPeriod(json)).toBe(true);
});

test('figures of 150 schools with all forms of the order, as long as can be, leave a third of the place to registers', () => {
  const json = canonicalJson(widestSnapshot(whole, settings, schoolsOf(150)));
  expect(json.length).toBeLessThan((2 / 3) * PLACE);
  expect(fitsPeriod(json)).toBe(true);
});

describe('a snapshot of several cells', () => {
  const period = (json: string) => ({ key: PERIOD, closedAt: '', hash: '', json });
  const gridWith = (row: ReturnType<typeof periodRow>) => {
    const bare = gridOf(keyedDesign(periodsTab));
    return [...bare, cellsOf(periodsTab, layoutOf(periodsTab, bare)!, row).map(stored)];
  };

  test.each([
    ['of plain letters', 'я'],
    ['of characters that count twice', '\u{1F393}'],
    ['of one letter and characters that count twice', 'я\u{1F393}'],
  ])('%s is read as it was written, each cell with room for it', (_, sign) => {
    const json = JSON.stringify([1, sign.repeat(120_000)]);
    const row = periodRow(period(json));
    const cells = Object.values(row).map(String);
    expect(Math.max(...cells.map(({ length }) => length))).toBeLessThan(50_000);
    expect(cells.filter((cell) => /[\uD800-\uDBFF]$/.test(cell))).toEqual([]);
    expect(readPeriods(gridWith(row))).toEqual([{ ...period(json), closedAt: '', hash: '' }]);
  });

  test('cut shorter by an earlier version is read whole', () => {
    const json = JSON.stringify(['длинно '.repeat(20_000)]);
    const parts = json.match(/[\s\S]{1,24000}/gu)!.map((part, index) => [`part-${index + 1}`, part]);
    const [read] = readPeriods(gridWith({ ...periodRow(period('')), ...Object.fromEntries(parts) }));
    expect(read!.json).toBe(json);
  });
});

test('the length said beforehand is never less than what comes of it', () => {
  const real = canonicalJson(snapshotOf(PERIOD, 3));
  expect(canonicalJson(widestSnapshot(programme, settings, SCHOOLS)).length).toBeGreaterThan(real.length);
});

describe('a closed period', () => {
  const publish = (rows: ReturnType<typeof rowsOf>) =>
    Object.fromEntries(
      programme.forms.map((form) => {
        const own = rows.filter((raw) => raw.form === form.key);
        const cells = own.map((raw) => rawToCells(form, raw, raw.school, '', true));
        const table = rowsTable(form);
        const request = { table, rows: cells, period: EARLIER, at: '2022-07-12T03:10' };
        return [form.key, publishedTab(gridOf(tableDesign(table)), request)];
      }),
    );
  const periodsOf = (snapshot: Snapshot, rows = publish(rowsOf(EARLIER, 2)), of: Programme = programme) => {
    const json = canonicalJson(snapshot);
    const bare = gridOf(keyedDesign(periodsTab));
    const row = periodRow({ key: EARLIER, closedAt: '', hash: '', json });
    const periods = [...bare, cellsOf(periodsTab, layoutOf(periodsTab, bare)!, row).map(stored)];
    return storedPeriods(of, { settings, schools: SCHOOLS, periods, status: [], rows, at: '2023-07-12T03:10' })[0]!;
  };

  test('closed by an earlier version, which kept the state alone or words, tells what it knows of who handed in', () => {
    const statuses = {
      [SCHOOLS[0]!.key]: { state: 'submitted', at: '2022-06-18T10:00', by: 'school' as const },
      [SCHOOLS[1]!.key]: 'сдано 18.06.2022',
    };
    const period = periodsOf({ ...snapshotOf(EARLIER, 2), statuses });
    const [first, second, third] = exportResults(programme, SCHOOLS, [period], {}).statuses;
    const unknown = { errors: null, unexplained: null, forms: {} };
    expect(first).toMatchObject({ state: 'submitted', at: '2022-06-18T10:00', lateDays: 3, ...unknown });
    expect(second).toMatchObject({ state: null, at: '', lateDays: null, ...unknown });
    expect(third).toMatchObject({ state: null, at: '', lateDays: null, ...unknown });
  });

  test('has the totals of its snapshot: its rows are not computed for them', () => {
    const none = publish([]);
    const period = periodsOf(snapshotOf(EARLIER, 2), none);
    expect(sorted(period.totals)).toEqual(sorted(totalsOf(resultsOf(EARLIER, 2).figures)));
    expect(period.results.figures.filter(({ rows }) => rows > 0)).toEqual([]);
  });

  test('has the rest from its rows, equal to what was frozen', () => {
    const period = periodsOf(snapshotOf(EARLIER, 2));
    expect(sorted(totalsOf(period.results.figures))).toEqual(sorted(period.totals));
    expect(period.results.figures).toEqual(resultsOf(EARLIER, 2).figures);
  });

  test('closed by version 0.1.0, which froze no totals, is computed from its rows', () => {
    const { totals: _, ...old } = snapshotOf(EARLIER, 2);
    expect(sorted(periodsOf(old).totals)).toEqual(sorted(totalsOf(resultsOf(EARLIER, 2).figures)));
  });

  test('has an indicator that was added since from its rows, the others as they were frozen', () => {
    const less = { ...programme, indicators: programme.indicators.filter(({ key }) => key !== 'quality-rate') };
    const other = snapshotOf(EARLIER, 4, less);
    const { totals } = periodsOf(other);
    const of = (key: string) => totals.filter(({ indicator }) => indicator === key);
    const computed = (five: number, key: string) =>
      totalsOf(resultsOf(EARLIER, five).figures).filter(({ indicator }) => indicator === key);
    expect(of('quality-rate')).toEqual(computed(2, 'quality-rate'));
    expect(of('sou')).toEqual(computed(4, 'sou'));
  });

  test('keeps the figures of an indicator that the programme has no more', () => {
    const less = { ...programme, indicators: programme.indicators.filter(({ key }) => key !== 'sou') };
    const { totals } = periodsOf(snapshotOf(EARLIER, 2), undefined, less);
    expect(totals.filter(({ indicator }) => indicator === 'sou').length).toBeGreaterThan(SCHOOLS.length);
  });
});
