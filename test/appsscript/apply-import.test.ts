import type { KnownSchool, SentCounts } from '../../src/model';
import { readStatus } from '../../src/workbook';
import { accountOf, District, linesOf } from './district';

interface Imported {
  readonly lines: readonly string[];
  readonly put: number;
  readonly same: number;
  readonly questions: readonly string[];
  readonly refused: readonly string[];
}

const YEAR = { year: '2022/2023', period: 'Учебный год' };
const NONE = { not_attested: 0, exempt: 0, no_mark: 0 };
/** A class of journal marks, as the browser sends it. */
const sent = (
  school: string,
  cls: string,
  subject: string,
  [n, m5, m4, m3, m2]: number[],
  more: object = {},
): SentCounts => ({
  kind: 'journal_marks',
  school,
  counts: {
    ...YEAR,
    subject,
    cls,
    grade: Number.parseInt(cls, 10),
    n: n!,
    m5: m5!,
    m4: m4!,
    m3: m3!,
    m2: m2!,
    ...NONE,
    ...more,
  },
});
const CHEMISTRY = sent('s1', '8Б', 'Химия', [10, 1, 4, 4, 1]);

const apply = (district: District, ...counts: SentCounts[]) =>
  district.runtime.run('applyImport', [counts]) as Imported;
const plain = (words: readonly string[]): string => words.join('\n').replaceAll('\u00a0', ' ');

const full = District.ready();
full.fill('s1');

/** The row of the form that names this subject, by its fields. */
function rowOf(district: District, subject: string) {
  for (let n = 1; n < 30; n += 1) {
    if (district.field('s1', 'marks', n, 'subject') !== subject) continue;
    const fields = ['grade', 'letter', 'enrolled', 'five', 'four', 'three', 'two', 'notAssessed'];
    return { n, cells: fields.map((field) => district.field('s1', 'marks', n, field)) };
  }
  throw new Error(`no row ${subject}`);
}

test('counts come to stand in the school’s form, marked «Внесено районом», checked and named in the journal', () => {
  const district = full.copy();
  const imported = apply(district, CHEMISTRY);
  expect([imported.put, imported.same, imported.questions, imported.refused]).toEqual([1, 0, [], []]);
  const { n, cells } = rowOf(district, 'Химия');
  expect(cells).toEqual(['8', 'Б', 10, 1, 4, 4, 1, 0]);
  const notes = district
    .sheet(district.tab('s1'))
    .getRange(district.at('s1', 'marks', n, 'grade'))
    .getNote();
  expect(notes).toBe('Внесено районом 25.06.2023 за II квартал 2023 г.');
  expect(district.field('s1', 'marks', n, 'calc:quality-rate')).toBe(50);
  expect(district.values('Журнал').flat().map(String).join()).toContain('Школа №1: «Отметки» –');
  district.click('consolidateWorkbook');
  expect(district.rowsIn('Сводные данные. Отметки').some((row) => row['field:subject'] === 'Химия')).toBe(true);
});

test('twice is once, and what a school has typed is never written over: what differs is asked', () => {
  const district = full.copy();
  apply(district, CHEMISTRY);
  const { n } = rowOf(district, 'Химия');
  district.enter('s1', 'marks', n, 'two', '2');
  district.enter('s1', 'marks', n, 'notAssessed', '');
  const other = apply(district, CHEMISTRY);
  expect(other.put).toBe(0);
  expect(plain(other.questions)).toMatch(
    /Школа №1\. «Отметки», строка \d+, 8 Б Химия: ««?2»? ?.*на вкладке 2, в файле 1\./,
  );
  expect(rowOf(district, 'Химия').cells).toEqual(['8', 'Б', 10, 1, 4, 4, 2, '']);
  district.enter('s1', 'marks', n, 'two', '');
  expect(apply(district, CHEMISTRY).put).toBe(1);
  expect(rowOf(district, 'Химия').cells).toEqual(['8', 'Б', 10, 1, 4, 4, 1, 0]);
  expect(apply(district, CHEMISTRY)).toMatchObject({ put: 0, same: 1, questions: [] });
});

test('what a school has handed in stays handed in with the rows of the district', () => {
  const district = full.copy();
  district.type('s1', 'D4', true);
  apply(district, CHEMISTRY);
  district.click('consolidateWorkbook');
  expect(readStatus(String(district.value('Школа №1', 'G6'))).state).toBe('submitted');
  district.enter('s1', 'marks', rowOf(district, 'Химия').n, 'two', '5');
  expect(readStatus(String(district.value('Школа №1', 'G6'))).state).toBe('draft');
});

test('the school answers «совпадает с данными школы» and hands in', () => {
  const district = full.copy();
  apply(district, sent('s1', '9', 'Химия', [16, 1, 7, 7, 1]));
  district.type('s1', 'F9', 'совпадает с данными школы');
  expect(district.type('s1', 'D4', true)).toEqual(['Сдано. Спасибо!']);
});

test('as many rows come in as there are: a block grows, nothing else moves out of it', () => {
  const district = full.copy();
  const subjects = ['Химия', 'Физика', 'Биология', 'География', 'История', 'Музыка', 'Литература', 'Технология'];
  const many = subjects.flatMap((subject) =>
    ['7А', '8А', '9А'].map((cls) => sent('s1', cls, subject, [10, 1, 4, 4, 1])),
  );
  expect(apply(district, ...many)).toMatchObject({ put: 24, questions: [], refused: [] });
  expect(apply(district, ...many)).toMatchObject({ put: 0, same: 24 });
  expect(district.click('consolidateWorkbook').title).toBe('Свод собран');
});

test('another period, a closed one, an unknown school and words that are none of the lists are refused, and nothing is written', () => {
  const district = full.copy();
  const before = JSON.stringify([...linesOf(district.runtime.book)]);
  const { put, refused } = apply(
    district,
    sent('s1', '8Б', 'Химия', [10, 1, 4, 4, 1], { year: '2023/2024' }),
    sent('s1', '8Б', 'Выдумкин Невзаправд', [10, 1, 4, 4, 1]),
    sent('s1', 'Выдумкин', 'Химия', [10, 1, 4, 4, 1]),
    sent('s9', '8Б', 'Химия', [10, 1, 4, 4, 1]),
  );
  expect(put).toBe(0);
  expect(refused).toHaveLength(4);
  expect(JSON.stringify([...linesOf(district.runtime.book)])).toBe(before);
});

test('nobody but a coordinator may', () => {
  const district = full.copy();
  district.runtime.grant(accountOf('s1'));
  expect(() => district.runtime.run('applyImport', [[CHEMISTRY]], { user: accountOf('s1') })).toThrow(
    'Это делает координатор',
  );
});

test('the schools’ other names are kept on «Школы», by whichever columns it has', () => {
  const district = full.copy();
  const order = district.keysOf('Школы');
  const cell = (key: string) => district.sheet('Школы').getRange(4, order.indexOf(key) + 1);
  cell('login').setValue('edu990001');
  cell('names').setValue('Школа у реки; Первая');
  const [first] = district.runtime.run('knownSchools', []) as KnownSchool[];
  expect(first).toEqual({
    key: 's1',
    name: 'Школа №1',
    login: 'edu990001',
    oldLogin: '',
    code: '',
    names: ['Школа у реки', 'Первая'],
  });
});
