import type { ScoreLine } from '../../src/model';
import {
  aimTitle,
  metWords,
  planWords,
  readRowData,
  rowDataCell,
  tabKeyOf,
  targetRow,
  targetsTable,
} from '../../src/workbook';

const amount = (value: number, denominator = 50) => ({ value, numerator: value, denominator });
const LINE = {
  target: { id: 'TI1', by: '2023-Q2', group: 'ведущая', atLeast: 30, trend: 'up', source: 'Приказ' },
  by: { key: 'x', title: 'Качество знаний', unit: 'percent' },
  baseline: { year: '2019/2020', ...amount(20) },
  fact: { period: '2022-Q4', ...amount(33) },
  years: [
    { year: 2021, period: '2021-Q4', value: 31 },
    { year: 2022, period: '2022-Q4', value: 33 },
  ],
  slope: 2,
  met: true,
  deviation: 3,
  inPeople: 1,
} as unknown as ScoreLine;
const PROGRAMME = { groups: [{ key: 'ведущая', title: 'Ведущие школы' }] } as never;
const line = (more: object) => ({ ...LINE, ...more }) as ScoreLine;
const target = (more: object) => line({ target: { ...LINE.target, ...more } });

test('a line of «Целевые индикаторы» says plan, beginning, years, fact and what came of it', () => {
  expect(targetRow(PROGRAMME, LINE)).toMatchObject({
    ...{ target: 'TI1', title: 'Качество знаний', school: '', owner: 'Ведущие школы', plan: 'не менее 30' },
    ...{ baseline: 20, 'baseline-year': '2019/2020', 'year:2021': 31, 'year:2022': 33, fact: 33, deviation: 3 },
    ...{ people: 1, n: 50, met: 'достигнуто', slope: 2, source: 'Приказ' },
  });
  expect(
    Object.keys(targetRow(PROGRAMME, LINE)).filter(
      (key) => !targetsTable({ lasts: ['2021-Q1', '2023-Q4'] }).columns.some((column) => column.key === key),
    ),
  ).toEqual([]);
});

test('what is not known is blank there, and 0 is 0', () => {
  const none = line({ baseline: null, fact: null, years: [], slope: null, met: null, deviation: null, inPeople: null });
  const { baseline, fact, people, n, deviation, slope, ...rest } = targetRow(PROGRAMME, none);
  expect([baseline, fact, people, n, deviation, slope]).toEqual(['', '', '', '', '', '']);
  expect([rest['baseline-year'], rest['fact-period'], rest.met]).toEqual(['', '', 'нет данных']);
  expect(targetRow(PROGRAMME, line({ deviation: 0, inPeople: 0, slope: 0 }))).toMatchObject({
    deviation: 0,
    people: 0,
    slope: 0,
  });
});

test('whose line it is: a school’s, that of a group by its title, or the district’s', () => {
  const owner = (of: ScoreLine) => targetRow(PROGRAMME, of).owner;
  expect(owner(target({ group: '' }))).toBe('Район');
  expect(owner(target({ group: 'новая' }))).toBe('Группа «новая»');
  const own = targetRow(PROGRAMME, line({ school: { key: 'a', name: 'Школа А' } }));
  expect([own.owner, own.school, own.source]).toEqual(['Школа А', 'a', '']);
});

test('a plan and its outcome in words', () => {
  const plan = (more: object) => planWords(target(more).target);
  expect([plan({}), plan({ atLeast: 100 }), plan({ atLeast: 0.5 }), plan({ atLeast: 0 })]).toEqual([
    ...['не менее 30', '100', 'не менее 0,5', 'не менее 0'],
  ]);
  expect([plan({ atLeast: null }), plan({ atLeast: null, trend: 'down' })]).toEqual(['рост', 'снижение']);
  expect([metWords(LINE), metWords(line({ met: false })), metWords(line({ met: null }))]).toEqual([
    ...['достигнуто', 'не достигнуто', 'не с чем сравнить'],
  ]);
  expect([aimTitle(LINE), aimTitle(target({ of: 'учителя' }))]).toEqual([
    'Качество знаний',
    'Качество знаний: учителя',
  ]);
});

test('the table has a column for each year of the programme', () => {
  const years = targetsTable({ lasts: ['2021-Q1', '2023-Q4'] }).columns.filter(({ key }) => key.startsWith('year:'));
  expect(years.map(({ title }) => title)).toEqual(['2021 г.', '2022 г.', '2023 г.']);
});

describe('what is known of a row beside its cells', () => {
  test('is read back as it was kept, and takes no room where nothing is', () => {
    for (const data of [{ percent: ['five'] }, { misplaced: 'Химия' }, { percent: ['two', 'five'], misplaced: '' }])
      expect(readRowData(rowDataCell(data))).toEqual(data);
    expect([rowDataCell({}), rowDataCell({ percent: [] })]).toEqual(['', '']);
  });

  test('is nothing where somebody has typed over it', () => {
    for (const cell of ['', undefined, 'слова', '7', 'null', '{"percent":"five"}', '{"misplaced":7}', '[]'])
      expect(readRowData(cell)).toEqual({});
  });
});

test('a sheet says which tab it is by the keys of its columns, and nothing else does', () => {
  expect(
    tabKeyOf([
      ['', ''],
      ['', 'rows/marks|grade', 'five'],
    ]),
  ).toBe('rows/marks');
  expect(tabKeyOf([['journal|when|2023-Q2 a']])).toBe('journal');
  const others = ['', 'journal', 'Журнал|when', '5|when', 'journal|', 'journal|when и слова', 'see journal|when'];
  expect(others.map((cell) => tabKeyOf([[cell, 7]]))).toEqual(['', '', '', '', '', '', '']);
});
