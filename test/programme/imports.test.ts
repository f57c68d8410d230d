import type { ImportedCounts, ImportKind } from '../../src/model';
import { importedRows } from '../../src/pipeline';
import { programme } from '../../src/programme';
import { imports } from '../../src/programme/imports';

const SCHOOLS = [
  { key: 'a', name: 'Первая СОШ', type: 'СОШ', group: '', partner: '' },
  { key: 'b', name: 'Вторая ООШ', type: 'ООШ', group: '', partner: '' },
];

const taken = (open: string, ...sent: (readonly [ImportKind, string, ImportedCounts])[]) =>
  importedRows(
    { programme, rules: imports, schools: SCHOOLS, open, closed: new Set(['2024-Q2']) },
    sent.map(([kind, school, counts]) => ({ kind, school, counts })),
  );
const rows = (...args: Parameters<typeof taken>) =>
  taken(...args).rows.map(({ form, school, cells }) => [form.key, school, cells]);

const WORK = { subject: 'Русский', grade: 5, n: 9, m2: 1, m3: 3, m4: 4, m5: 1 };
const MARKS = { five: 1, four: 4, three: 3, two: 1 };

test('works of the ВПР belong to the second quarter, in 2020 and 2022 to the fourth', () => {
  const cells = { grade: '5', subject: 'Русский язык', participants: 9, ...MARKS };
  expect(rows('2025-Q2', ['vpr_marks', 'a', { year: 2025, ...WORK }])).toEqual([['vpr', 'a', cells]]);
  expect(rows('2022-Q4', ['vpr_marks', 'b', { year: 2022, ...WORK }])).toEqual([['vpr', 'b', cells]]);
  const compared = { year: 2025, subject: 'Химия', grade: 8, n: 6, lower: 1, same: 4, higher: 1 };
  expect(rows('2025-Q2', ['vpr_journal', 'a', compared])).toEqual([
    ['vpr', 'a', { grade: '8', subject: 'Химия', lowered: 1, confirmed: 4, raised: 1 }],
  ]);
});

test('exams belong to the summer; of means only those give a sum that give it exactly', () => {
  expect(rows('2025-Q3', ['oge', 'a', { year: 2025, ...WORK, grade: 9 }])).toEqual([
    ['oge', 'a', { subject: 'Русский язык', participants: 9, ...MARKS }],
  ]);
  const exam = { year: 2025, subject: 'Химия', n: 3, below_min: 1, high_80_99: 0, score_100: 0, avg: 49.67 };
  const of = (more: ImportedCounts) => rows('2025-Q3', ['ege', 'a', { ...exam, ...more }])[0]![2];
  expect(of({})).toEqual({ subject: 'Химия', participants: 3, belowMinimum: 1, totalScore: 149, highScores: 0 });
  expect(of({ n: 120, high_80_99: 2 })).toEqual({ subject: 'Химия', participants: 120, belowMinimum: 1 });
  expect(of({ subject: 'Математика (базовая)', avg: 4.33 })).not.toHaveProperty('totalScore');
});

test('marks of a journal belong to the quarter in which their results are asked', () => {
  const marks = {
    subject: 'Химия',
    cls: '8Б',
    grade: 8,
    n: 10,
    m5: 1,
    m4: 4,
    m3: 2,
    m2: 1,
    not_attested: 1,
    exempt: 0,
    no_mark: 1,
  };
  const of = (period: string) => ({ year: '2024/2025', period, ...marks });
  const cells = {
    grade: '8',
    letter: 'Б',
    subject: 'Химия',
    enrolled: 10,
    exempt: 0,
    five: 1,
    four: 4,
    three: 2,
    two: 1,
    notAssessed: 2,
  };
  expect(rows('2025-Q1', ['journal_marks', 'a', of('3 четверть')])).toEqual([['marks', 'a', cells]]);
  expect(rows('2024-Q4', ['journal_marks', 'a', of('1 полугодие')])).toHaveLength(1);
  expect(rows('2025-Q2', ['journal_marks', 'a', of('Учебный год')])).toHaveLength(1);
  expect(taken('2025-Q1', ['journal_marks', 'a', of('1 четверть')]).refused[0]).toContain(
    'таких итогов форма не просит',
  );
});

test('subjects of a stage of the ВсОШ are one row, added up; how many children it were they do not say', () => {
  const of = (subject: string, participants: number, winners: number) => ({
    ...{ year: '2025/2026', stage: 'муниципальный', subject, participants, winners, prizers: 1 },
  });
  expect(
    rows(
      '2025-Q4',
      ['vsosh', 'a', of('Химия', 3, 1)],
      ['vsosh', 'a', of('Физика', 4, 0)],
      ['vsosh', 'b', of('Химия', 1, 0)],
    ),
  ).toEqual([
    ['achievements', 'a', { kind: 'ВсОШ, муниципальный этап', entries: 7, winners: 1, prizeWinners: 2 }],
    ['achievements', 'b', { kind: 'ВсОШ, муниципальный этап', entries: 1, winners: 0, prizeWinners: 1 }],
  ]);
});

test('of a passport only what is counted alike is taken: families are not children', () => {
  const passport = { date: '2025-09-20', pupils: 61, large_families: 17, low_income: 26, guardianship: null, pdn: 0 };
  expect(rows('2025-Q3', ['social_staff', 'b', passport])).toEqual([['context', 'b', { grade: '1-9', enrolled: 61 }]]);
  const staff = {
    date: '2025-09-20',
    teachers: 35,
    teachers_higher_ed: 29,
    teachers_highest_category: 9,
    teachers_first_category: 13,
  };
  expect(rows('2025-Q3', ['social_staff', 'a', staff])).toEqual([
    ['staff', 'a', { category: 'учителя', people: 35, higherEducation: 29, highestCategory: 9, firstCategory: 13 }],
  ]);
});

describe('of the scores of an ЕГЭ', () => {
  const exam = { year: 2025, subject: 'Химия', n: 8, below_min: 1 };
  const of = (more: ImportedCounts) => rows('2025-Q3', ['ege', 'a', { ...exam, ...more }])[0]![2];

  test.each<[string, ImportedCounts, number | undefined]>([
    ['their sum itself is taken', { total: 400, avg: 51 }, 400],
    ['a mean gives the sum of which it is', { avg: 50.13 }, 401],
    ['a mean rounded just so gives it, too', { avg: 50.125 }, 401],
    ['a mean that no sum gives says nothing', { avg: 50.05 }, undefined],
    ['a mean of ninety-nine people says it', { n: 99, avg: 50.01 }, 4951],
    ['a mean of a hundred people does not', { n: 100, avg: 50.01 }, undefined],
    ['a mean without the number of people does not', { n: null, avg: 50 }, undefined],
    ['no mean says nothing', {}, undefined],
  ])('%s', (_, more, sum) => {
    expect((of(more) as Record<string, unknown>).totalScore).toBe(sum);
  });

  test.each<[string, ImportedCounts, number | undefined]>([
    ['those from 81 are taken where they are told', { high_81: 3, high_80_99: 5, score_100: 1 }, 3],
    ['those with 100 are all where nobody has 80 to 99', { high_80_99: 0, score_100: 2 }, 2],
    ['nobody knows how many have 80', { high_80_99: 1, score_100: 2 }, undefined],
    ['nor anything without those that have 100', { high_80_99: 0 }, undefined],
  ])('%s', (_, more, high) => {
    expect((of(more) as Record<string, unknown>).highScores).toBe(high);
  });
});

describe('the quarter of', () => {
  const quarterOf = (kind: ImportKind, counts: ImportedCounts) =>
    imports.find((rule) => rule.kind === kind)!.period(counts);
  const journal = (period: string, year = '2024/2025') => quarterOf('journal_marks', { year, period });

  test.each([
    ...['1 полугодие', 'I полугодие', '1-е полугодие', 'Первое полугодие'].map((period) => [period, '2024-Q4']),
    ...['2 четверть', 'II четверть', '2-я четверть', 'вторая четверть'].map((period) => [period, '2024-Q4']),
    ...['3 четверть', 'III четверть', '3-я четверть', 'третья четверть'].map((period) => [period, '2025-Q1']),
    ...['год', 'Учебный год', 'за год'].map((period) => [period, '2025-Q2']),
    ...['1 четверть', '2 полугодие', '4 четверть', 'итог за год', 'не 1 полугодие', '12 четверть', '13 четверть'].map(
      (period) => [period, null] as const,
    ),
    ['', null],
  ] as [string, string | null][])('marks of a journal for «%s» is %s', (period, quarter) => {
    expect(journal(period)).toBe(quarter);
  });

  test.each(['2024', '2024/25', 'с 2024/2025', '2024/2025 учебный', ''])(
    'a journal of the year «%s» is none',
    (year) => {
      expect(journal('год', year)).toBeNull();
    },
  );

  test.each([
    ['школьный', '2024/2025', '2024-Q4'],
    ['региональный', '2024/2025', '2025-Q2'],
    ['заключительный', '2024/2025', '2025-Q2'],
    ['отборочный', '2024/2025', null],
    ['школьный', 'с 2024/2025', null],
    ['школьный', '2024/2025 года', null],
  ])('the olympiad’s stage «%s» of %s is %s', (stage, year, quarter) => {
    expect(quarterOf('vsosh', { stage, year })).toBe(quarter);
  });

  test('a work without a year, or a day without a month, is none', () => {
    expect(quarterOf('vpr_marks', {})).toBeNull();
    expect(quarterOf('oge', { year: null })).toBeNull();
    expect(['2024', '', 'вчера'].map((date) => quarterOf('control_works', { date }))).toEqual([null, null, null]);
    expect(quarterOf('control_works', {})).toBeNull();
  });
});

test('a class of a journal is its letter, whatever the number of its grade; a stage that is none has no name', () => {
  const cellsOf = (kind: ImportKind, counts: ImportedCounts) =>
    imports.find((rule) => rule.kind === kind)!.cells(counts, SCHOOLS[0]!);
  expect(['11Б', '5', 'К1'].map((cls) => cellsOf('journal_marks', { cls }).letter)).toEqual(['Б', '', 'К1']);
  expect(cellsOf('journal_marks', {})).toMatchObject({ letter: '', grade: '', notAssessed: 0 });
  expect(cellsOf('vsosh', { stage: 'отборочный' })).toEqual({ kind: '' });
});

test('a school with eleven grades has a passport of eleven', () => {
  const passport = { date: '2025-09-20', pupils: 61 };
  expect(rows('2025-Q3', ['social_staff', 'a', passport])[0]![2]).toEqual({ grade: '1-11', enrolled: 61 });
});

test('whatever else is sent is refused in words and stands nowhere', () => {
  const { rows: none, refused } = taken(
    '2025-Q2',
    ['vpr_marks', 'a', { year: 2025, ...WORK, subject: 'Выдумкин Невзаправд' }],
    ['vpr_marks', 'a', { year: 2025, ...WORK, grade: 'Выдумкин' }],
    ['vpr_marks', 'a', { year: 2025, ...WORK, n: -1 }],
    ['vpr_marks', 'a', { year: 2025, ...WORK, n: 1.5 }],
    ['vpr_marks', 'z', { year: 2025, ...WORK }],
    ['vpr_marks', 'a', { year: 2024, ...WORK }],
    ['vpr_marks', 'a', { year: 2026, ...WORK }],
    ['no_kind' as ImportKind, 'a', WORK],
  );
  expect(none).toEqual([]);
  expect(refused.join('\n')).not.toContain('Выдумкин');
  expect(refused.map((words) => words.replaceAll('\u00a0', ' '))).toEqual([
    expect.stringContaining('в графе «Предмет» не то, что там может стоять'),
    expect.stringContaining('в графе «Класс» не то'),
    expect.stringContaining('в графе «Участников» не то'),
    expect.stringContaining('Школы нет на вкладке «Школы»'),
    expect.stringContaining('II квартал 2024 г.: период закрыт'),
    expect.stringContaining('II квартал 2026 г.: открыт II квартал 2025 г.'),
    expect.stringContaining('ни одна форма не просит'),
  ]);
});

test('a control work belongs to the quarter of its day; what was compared with the journal comes with the marks', () => {
  const work = { date: '2024-12-18', level: 'региональная', ...WORK, grade: 8 };
  expect(rows('2024-Q4', ['control_works', 'a', work])).toEqual([
    ['controlWorks', 'a', { level: 'региональная', grade: '8', subject: 'Русский язык', participants: 9, ...MARKS }],
  ]);
  const compared = { year: 2026, ...WORK, lower: 1, same: 6, higher: 2 };
  expect(rows('2026-Q2', ['vpr_marks', 'a', compared])[0]![2]).toMatchObject({ lowered: 1, confirmed: 6, raised: 2 });
});
