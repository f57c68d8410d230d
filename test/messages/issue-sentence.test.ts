import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateSchool, wordsOf } from '../../src/domain';
import { issueSentence, layoutSentence } from '../../src/messages';
import type { Cell, Issue, RawRow } from '../../src/model';
import { CLASS_A, contextRow, formOf, frozen, MARKS_A, PERIOD, PUPILS_A, rawRow, SCHOOL } from '../build';
import { programme } from '../four-forms';

const SRC = join(__dirname, '..', '..', 'src');
const textOf = (folder: string): string =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SRC, folder, file), 'utf8'))
    .join('\n');

const idsIn = (text: string, places: string): string[] => [
  ...new Set([...text.matchAll(new RegExp(`['"\`]((?:${places})/[a-z][a-z-]+)['"\`]`, 'g'))].map((match) => match[1]!)),
];
const LAYOUT = [
  ...new Set([...idsIn(textOf('workbook'), 'tab|block'), ...idsIn(textOf('pipeline'), 'tab|block')]),
].sort();
const FOUND = [...idsIn(textOf('domain'), 'cell|row|form'), ...idsIn(textOf('pipeline'), 'cell|row|form')];

const words = wordsOf(programme);
const sentenceOf = (issue: Issue): string => issueSentence(issue, formOf(issue.form), words(issue));

const sample = (id: string, form: string, field?: string, details: Issue['details'] = {}): Issue => ({
  ...{ period: PERIOD, school: SCHOOL.key, form, row: id.startsWith('form/') ? 0 : 12, id, severity: 'error', details },
  ...(field === undefined ? {} : { field }),
});

const LATIN = /[A-Za-z]{2,}/;

function expectRussian(sentence: string): void {
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  expect(sentence).not.toMatch(LATIN);
  expect(sentence).not.toMatch(/«»|\s{2}|\s[.,:;]|\.\./);
}

test('every id that reading and the tab can find is that of a check with words', () => {
  expect(FOUND.length).toBeGreaterThan(20);
  expect(FOUND.filter((id) => words(sample(id, 'marks', 'five')).startsWith('Замечание прежней версии'))).toEqual([]);
  expect(LAYOUT).toEqual(expect.arrayContaining(['tab/no-head', 'block/no-end', 'tab/no-tab']));
});

test('a sentence says where: the form and the row', () => {
  expect(sentenceOf(sample('cell/blank', 'marks', 'five'))).toBe(
    'Форма «Отметки», строка № 12. «5»: пусто; если таких нет, поставьте 0.',
  );
});

test('a remark about a whole form names no row', () => {
  expect(sentenceOf(sample('form/missing-classes', 'pupils', undefined, { classes: '6Б, 7, 10-11' }))).toMatch(
    /^Форма «Итоги обучающихся»\. Нет строк для классов: 6Б, 7, 10-11/,
  );
});

test('a column whose title is quoted already is not quoted twice', () => {
  expect(words(sample('cell/blank', 'marks', 'two'))).toMatch(/^«2»: /);
  expect(words(sample('cell/blank', 'marks', 'exempt'))).toMatch(/^«Освобождены»: /);
});

/** Rows that are wrong in every way the checks know, and the issues they really give. */
const WRONG: readonly (readonly [string, Readonly<Record<string, Cell>>, string?])[] = [
  ['classes', CLASS_A],
  ['classes', { grade: '6', letter: '', enrolled: 41 }],
  ['classes', { grade: '7', letter: '', enrolled: 9.5 }],
  ['marks', { ...MARKS_A, five: 9 }],
  ['marks', { ...MARKS_A, subject: 'Химия', five: 1 }],
  ['marks', { ...MARKS_A, subject: 'Физика', five: 'два', four: new Date(2023, 4, 12), three: '#REF!', two: -1 }],
  ['marks', { ...MARKS_A, subject: 'Музыка', two: 'нет' }],
  ['marks', { ...MARKS_A, subject: 'Биология', two: '' }, 'Иванов И. И. болел, 8 914 123-45-67'],
  ['marks', { ...MARKS_A, subject: 'История' }],
  ['marks', { ...MARKS_A, subject: 'история' }],
  ['marks', { ...MARKS_A, subject: '' }],
  ['marks', { ...MARKS_A, grade: 'пятый', subject: true }],
  ['marks', { ...MARKS_A, grade: '10', subject: 'История' }],
  ['marks', { ...MARKS_A, grade: new Date(2023, 3, 1), subject: 'х'.repeat(120) }],
  ['marks', { grade: '8', letter: '', subject: 'Алгебра', enrolled: 12 }],
  ['pupils', { ...PUPILS_A, good: 20 }],
  ['pupils', { ...PUPILS_A, grade: '6', letter: '', notMastered: 30 }],
  ['pupils', { ...PUPILS_A, grade: '5-6', letter: '' }],
  ['context', contextRow('5', 9, { lowIncome: 10, disabilities: 1 })],
];

describe('the issues that a school really gets', () => {
  const byForm = new Map<string, number>();
  const rows: RawRow[] = WRONG.map(([form, cells, explanation = '']) => {
    byForm.set(form, (byForm.get(form) ?? 0) + 1);
    return rawRow(form, byForm.get(form)!, cells, { explanation });
  });
  const checked = validateSchool(frozen(programme), { ...SCHOOL, type: 'ООШ' }, PERIOD, rows);
  const issues = checked.flatMap((form) => form.issues);

  test('are of many kinds', () => {
    expect(new Set(issues.map(({ id }) => id)).size).toBeGreaterThan(18);
  });

  test.each(issues.map((issue) => [`${issue.form} ${issue.row} ${issue.id}`, issue] as const))('%s', (_, issue) => {
    const sentence = sentenceOf(issue);
    expectRussian(sentence.replace('#REF!', 'ошибку'));
    expect(sentence.length).toBeLessThanOrEqual(200);
    for (const text of [issue.details.found, issue.details.sum, issue.details.rows, issue.details.class]) {
      if (text !== undefined) expect(sentence).toContain(String(text));
    }
  });
});

describe('what is out of order on a tab', () => {
  test.each(LAYOUT)('%s has a Russian sentence with its place', (id) => {
    const sentence = layoutSentence({ id, row: 36, form: 'marks', found: 'Пятёрки' }, programme.forms);
    expect(sentence).toMatch(/^строка 36, форма «Отметки»: /);
    expectRussian(sentence.replace('столбец A', 'столбец'));
    expect(sentence.length).toBeLessThanOrEqual(200);
  });

  test('of the whole tab names no row', () => {
    expect(layoutSentence({ id: 'tab/no-form', row: 0, form: 'marks' }, programme.forms)).toBe(
      'форма «Отметки»: формы нет на вкладке',
    );
    expect(layoutSentence({ id: 'tab/no-tab', row: 0 }, programme.forms)).toBe('вкладки школы нет в книге');
  });

  test('without words is a bug and says so', () => {
    expect(() => layoutSentence({ id: 'tab/new', row: 1 }, programme.forms)).toThrow('no sentence for tab/new');
  });
});
