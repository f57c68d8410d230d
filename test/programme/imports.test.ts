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
