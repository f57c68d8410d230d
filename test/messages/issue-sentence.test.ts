import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateSchool } from '../../src/domain';
import { issueSentence, issueWords, layoutSentence, remarkOf, warningWords } from '../../src/messages';
import type { Cell, Form, Issue, RawRow } from '../../src/model';
import { programme } from '../../src/programme';
import { CLASS_A, contextRow, field, formOf, frozen, MARKS_A, PERIOD, PUPILS_A, rawRow, SCHOOL } from '../build';

const SRC = join(__dirname, '..', '..', 'src');
const textOf = (folder: string): string =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SRC, folder, file), 'utf8'))
    .join('\n');

/** Ids that stand in the source as they are, and the two that are put together. */
const idsIn = (text: string, places: string): string[] => [
  ...new Set([...text.matchAll(new RegExp(`['"\`]((?:${places})/[a-z][a-z-]+)['"\`]`, 'g'))].map((match) => match[1]!)),
];

const ISSUES = [
  ...new Set([
    ...idsIn(textOf('domain'), 'cell|row|form'),
    ...idsIn(textOf('pipeline'), 'cell|row|form'),
    'row/sum-exceeds-whole',
    'row/sum-below-whole',
  ]),
].sort();
const LAYOUT = [
  ...new Set([...idsIn(textOf('workbook'), 'tab|block'), ...idsIn(textOf('pipeline'), 'tab|block')]),
].sort();

/** An issue with ordinary values for whatever its sentence may want. */
const sample = (id: string, form: Form, at?: string): Issue => ({
  period: PERIOD,
  school: SCHOOL.key,
  form: form.key,
  row: id.startsWith('form/') ? 0 : 12,
  field: at,
  id,
  severity: 'error',
  details: {
    found: '12.05.2023',
    sum: 16,
    whole: 15,
    rule: form.sums[0]?.id ?? '',
    rows: '3, 7',
    part: 16,
    indicator: 'low-income-rate',
    class: '5А',
    classes: '6Б, 7, 10-11',
    enrolled: 16,
    expected: 15,
    type: 'ООШ',
    limit: 40,
    kind: 'фамилия и инициалы',
    length: 140,
  },
});

const LATIN = /[A-Za-z]{2,}/;

function expectRussian(sentence: string): void {
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  expect(sentence).not.toMatch(LATIN);
  expect(sentence).not.toMatch(/«»|\s{2}|\s[.,:;]|\.\./);
}

test('the source names the ids of all problems', () => {
  expect(ISSUES.length).toBeGreaterThan(20);
  expect(ISSUES).toEqual(expect.arrayContaining(['cell/date', 'row/duplicate', 'form/missing-classes', 'row/overlap']));
  expect(LAYOUT).toEqual(expect.arrayContaining(['tab/no-head', 'block/no-end', 'tab/no-tab']));
});

describe.each(ISSUES)('%s', (id) => {
  test.each(programme.forms.map((form) => [form.key, form] as const))(
    'has a Russian sentence in form %s',
    (_, form) => {
      if (id.startsWith('row/sum-') && form.sums.length === 0) return;
      for (const at of Object.keys(form.fields)) {
        if (id === 'cell/not-in-list' && form.fields[at]!.kind !== 'choice') continue;
        const sentence = issueSentence(sample(id, form, at), form);
        expectRussian(sentence);
        expect(sentence).toMatch(/^Форма «/);
        expect(sentence).toMatch(/[.]$/);
        expect(sentence.length).toBeLessThanOrEqual(200);
      }
    },
  );
});

test('a sentence says where: the form and the row', () => {
  const sentence = issueSentence(sample('cell/blank', formOf('marks'), 'five'), formOf('marks'));
  expect(sentence).toBe('Форма «Отметки», строка № 12. «5»: пусто; если таких нет, поставьте 0.');
});

test('a remark about a whole form names no row', () => {
  const sentence = issueSentence(sample('form/missing-classes', formOf('pupils')), formOf('pupils'));
  expect(sentence).toMatch(/^Форма «Итоги обучающихся»\. Нет строк для классов: 6Б, 7, 10-11/);
});

test('a problem without words is a bug and says so', () => {
  expect(() => issueWords(sample('cell/new', formOf('marks')), formOf('marks'))).toThrow('no sentence for cell/new');
});

test('a column whose title is quoted already is not quoted twice', () => {
  expect(issueWords(sample('cell/blank', formOf('marks'), 'two'), formOf('marks'))).toMatch(/^«2»: /);
  expect(issueWords(sample('cell/blank', formOf('marks'), 'exempt'), formOf('marks'))).toMatch(/^«Освобождены»: /);
});

test('a word that is not of a list is answered with the list', () => {
  const choices = ['руководители', 'учителя', 'прочие педагоги'];
  const staff: Form = { ...formOf('classes'), fields: { category: field('choice', { title: 'Категория', choices }) } };
  expect(issueWords(sample('cell/not-in-list', staff, 'category'), staff)).toBe(
    '«Категория»: указано «12.05.2023», выберите из списка: руководители, учителя, прочие педагоги',
  );
});

test('a decimal that became a date is not asked to be a whole number', () => {
  const staff: Form = {
    ...formOf('classes'),
    key: 'staff',
    fields: { positions: field('decimal', { title: 'Ставок' }) },
  };
  expect(issueWords(sample('cell/date', staff, 'positions'), staff)).not.toContain('целое число');
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
    const form = formOf(issue.form);
    const sentence = issueSentence(issue, form);
    expectRussian(sentence.replace('#REF!', 'ошибку'));
    expect(sentence.length).toBeLessThanOrEqual(200);
    for (const text of [issue.details.found, issue.details.sum, issue.details.rows, issue.details.class]) {
      if (text !== undefined) expect(sentence).toContain(String(text));
    }
  });
});

describe('the remark of a row', () => {
  const marks = formOf('marks');
  const blank = (at: string): Issue => ({ ...sample('cell/blank', marks, at), severity: 'warning' });
  const error = sample('row/sum-exceeds-whole', marks, 'enrolled');

  test('is empty where nothing is wrong', () => {
    expect(remarkOf([], marks, 'none')).toBe('');
  });

  test('tells errors first, then warnings', () => {
    const remark = remarkOf([blank('two'), error], marks, 'none');
    expect(remark).toMatch(/^✖ Ошибка: .*\. ⚠ Проверьте: .*\.$/);
  });

  test('says several blanks at once', () => {
    expect(remarkOf([blank('two'), blank('three')], marks, 'none')).toBe(
      '⚠ Проверьте: пусто: «2», «3»; если таких нет, поставьте 0.',
    );
  });

  test('says that a warning was explained, or that the explanation is an old one', () => {
    expect(remarkOf([blank('two')], marks, 'given')).toMatch(/^ℹ Пояснено: /);
    expect(remarkOf([blank('two')], marks, 'stale')).toContain('пояснение дано к прежнему числу');
    expect(remarkOf([error], marks, 'given')).toMatch(/^✖/);
  });

  test('holds the words of its warnings as they are told apart', () => {
    const issues = [blank('two'), error];
    expect(remarkOf(issues, marks, 'given')).toContain(warningWords(issues, marks));
    expect(warningWords([error], marks)).toBe('');
  });

  test('has a sign that is not a colour', () => {
    for (const state of ['none', 'given', 'stale'] as const) {
      expect(remarkOf([blank('two')], marks, state)).toMatch(/^[ℹ⚠]/);
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
