import type { Dataset } from '../../src/local/demo/dataset';
import { DistrictRun } from '../../src/local/demo/district-run';
import { otherAddOn } from '../../src/local/other-add-on';
import type { Figure } from '../../src/model';
import { readDocx, textOf } from '../report/docx/read-docx';
import { programme } from './other-district/programme';

const row = (period: string, school: string, form: string, nth: number, cells: Record<string, string>) => ({
  period,
  school,
  form,
  row: nth,
  cells,
});
const marks = (enrolled: string, five: string, four: string, three: string) => ({
  ...{ grade: '7', letter: '', subject: 'Алгебра', enrolled, exempt: '0' },
  ...{ five, four, three, two: '0', notAssessed: '0' },
});

/** Two schools of two groups, two quarters of other years. */
const data: Dataset = {
  schools: [
    { key: 'lyceum', name: 'Лицей № 7', type: 'СОШ', group: 'опорная', partner: '' },
    { key: 'lake', name: 'Озёрная школа', type: 'ООШ', group: 'базовая', partner: 'lyceum' },
  ],
  rows: [
    ...['2027-Q3', '2027-Q4'].flatMap((period, i) => [
      row(period, 'lyceum', 'classes', 2 * i + 1, { grade: '7', letter: '', enrolled: '20' }),
      row(period, 'lake', 'classes', 2 * i + 2, { grade: '7', letter: '', enrolled: '10' }),
      row(period, 'lyceum', 'laboratories', i + 1, { kind: 'техника', rooms: '4', equipped: String(2 + i) }),
    ]),
    row('2027-Q4', 'lyceum', 'marks', 1, marks('20', '5', '8', '7')),
    row('2027-Q4', 'lake', 'marks', 2, marks('10', '1', '3', '6')),
  ],
  registers: {},
  periods: ['2027-Q3', '2027-Q4'],
  notes: [],
  training: false,
};

const run = new DistrictRun(programme, data, otherAddOn({ programme: 'test/local/other-district/programme.ts' }));
run.setUp();
run.enter('2027-Q3');
run.consolidate();
run.close('2027-Q3');
run.enter('2027-Q4');
run.consolidate();
const results = run.results();
const report = run.report('district', '2027-Q4', 'служебная');

/** Every text that the add-on wrote anywhere in the workbook: cells, notes, rules, descriptions. */
function texts(of: unknown, found: string[] = [], seen = new Set<unknown>()): string[] {
  if (typeof of === 'string') found.push(of.replaceAll('\u00a0', ' '));
  else if (typeof of === 'object' && of !== null && !seen.has(of)) {
    seen.add(of);
    const parts = of instanceof Map ? [...of.keys(), ...of.values()] : of instanceof Set ? [...of] : Object.values(of);
    for (const part of parts) texts(part, found, seen);
  }
  return found;
}

const OURS =
  /магдагач|дактуй|ушумун|толбузин|кузнецов|гудачин|№\s?341|ИМЦ|участниц|^участник$|ведущая|качественное образование|попова|\b202[0-6]\b/iu;
const wordsOfOurs = (all: readonly string[]): string[] => [...new Set(all.filter((text) => OURS.test(text)))];

const figure = (period: string, indicator: string, group: string) =>
  (results.results as Figure[]).find(
    (item) => item.period === period && item.indicator === indicator && item.group === group && !item.slice,
  );

test('the district’s own form is checked, computed and closed by its own groups', () => {
  expect(results.periods).toEqual([
    { key: '2027-Q3', closed: true },
    { key: '2027-Q4', closed: false },
  ]);
  expect(results.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(figure('2027-Q3', 'equipped-rate', 'опорная')).toMatchObject({ numerator: 2, denominator: 4, value: 50 });
  expect(figure('2027-Q4', 'equipped-rate', 'опорная')).toMatchObject({ value: 75 });
  expect(figure('2027-Q4', 'quality-rate', 'базовая')).toMatchObject({ value: 40 });
});

test('its report is in its own words', async () => {
  const { body } = await readDocx(Buffer.from(report.bytes));
  const words = textOf(body).replaceAll('\u00a0', ' ');
  for (const own of [
    'Заречный муниципальный округ',
    'Управление образования Заречного округа',
    'г. Заречный',
    'Директор методического кабинета',
    'П. П. Заречный',
    'Методический кабинет',
    'постановление № 15, приложение 2',
    'Опорные школы',
    'Базовые школы',
    'постановление администрации Заречного округа от 01.02.2027 № 15',
    'IV квартал 2027 г.',
  ])
    expect(words).toContain(own);
  expect(wordsOfOurs([words, report.title])).toEqual([]);
});

test('the tabs of schools speak of its office and its day', () => {
  const tab = run.runtime.book.sheets.find(({ name }) => name === 'Лицей № 7')!;
  const shown = texts(tab.cells);
  expect(shown).toContain('Ответ МКЗО');
  expect(shown).toContain('I полугодие 2027/28 · сдать до 20 января');
});

test('nothing of another district stands in anything that was written', () => {
  const stored = texts(run.runtime.book.sheets);
  expect(stored.length).toBeGreaterThan(500);
  expect(wordsOfOurs(stored)).toEqual([]);
  expect(wordsOfOurs(texts(results))).toEqual([]);
  expect(wordsOfOurs(texts(run.runtime.shown))).toEqual([]);
});
