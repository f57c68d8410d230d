import { wordsOf } from '../../../src/domain';
import { checks } from '../../../src/domain/checks';
import { type Case, count, defineForm, defineIndicator, EVERY_QUARTER, type Form, text } from '../../../src/model';
import { sample } from '../sample';
import { foundInCase } from './found-in-case';

const PROGRAMME = { ...sample, forms: [...sample.forms] };

/** «row field» of what a check finds in an example. */
const places = (id: string, example: Omit<Case, 'says'>, of = PROGRAMME): string[] =>
  issues(id, example, of).map(({ row, field }) => `${row} ${field ?? ''}`.trim());
const issues = (id: string, example: Omit<Case, 'says'>, of = PROGRAMME) =>
  foundInCase(of, checks.find((check) => check.id === id)!, { ...example, says: [] });
const sentences = (id: string, example: Omit<Case, 'says'>, of = PROGRAMME): string[] =>
  issues(id, example, of).map((issue) => wordsOf(of)(issue));

const enrolled = count('По списку', '');
const grade = text('Класс', '', { slot: 'first', carried: true });

/** A form with one class a row and these fields of its own. */
const formOf = (fields: Form['fields'], more: Partial<Form> = {}): Form =>
  defineForm({
    ...{ key: 'own', title: 'Своя', help: '', fields: { grade, enrolled, ...fields }, identity: ['grade'] },
    ...{ due: EVERY_QUARTER, ...more },
  } as Parameters<typeof defineForm>[0]);
const withForm = (form: Form, indicators = sample.indicators) => ({ ...sample, forms: [form], indicators });

const LONG = 'я'.repeat(90);
test.each([
  ['cell/unknown-grade', 'classes', { grade: LONG, enrolled: 9 }, 40],
  ['cell/unknown-letter', 'classes', { grade: '5', letter: `${LONG}`.slice(0, 60), enrolled: 9 }, 40],
  ['cell/total-row', 'marks', { grade: '5', subject: `Итого ${LONG}`, five: 1 }, 40],
  ['cell/not-a-name', 'marks', { grade: '5', subject: `5${LONG}`, five: 1 }, 40],
  ['cell/not-a-link', 'staff', { category: 'учителя', positions: 2, page: LONG }, 40],
])('%s repeats no more than the beginning of what was typed', (id, form, row, length) => {
  const [issue] = issues(id, { form, rows: [row] });
  expect(String(issue!.details.found)).toHaveLength(length);
});

test('what kept a row out is repeated up to 120 letters', () => {
  const [issue] = issues('row/not-counted', {
    form: 'classes',
    rows: [{ grade: '5', enrolled: 15 }],
    more: { notCounted: LONG.repeat(2) },
  });
  expect(String(issue!.details.found)).toHaveLength(120);
});

describe('a number that is larger than usual', () => {
  const form = formOf({
    visits: count('Посещений', '', { optional: true, plausibleTimes: ['enrolled', 2] }),
    free: count('Сколько угодно', '', { optional: true }),
  });
  const asked = (row: Case['rows'][number]) =>
    issues('cell/unlikely', { form: 'own', rows: [row] }, withForm(form)).map(({ field, details }) => [
      field,
      details.found,
      details.limit,
    ]);

  test('is asked about from the first above so many times another column', () => {
    expect(asked({ grade: '5', enrolled: 10, visits: 20 })).toEqual([]);
    expect(asked({ grade: '5', enrolled: 10, visits: 21 })).toEqual([['visits', 21, 20]]);
  });

  test('of one or two pupils a multiple says nothing: three are the least that is multiplied', () => {
    expect(asked({ grade: '5', enrolled: 1, visits: 6 })).toEqual([]);
    expect(asked({ grade: '5', enrolled: 1, visits: 7 })).toEqual([['visits', 7, 6]]);
  });

  test('is not asked about where the other column is blank, nor in a column without a limit', () => {
    expect(asked({ grade: '5', enrolled: '', visits: 900, free: 5 })).toEqual([]);
    expect(asked({ grade: '5', enrolled: 5, visits: '', free: 90_000 })).toEqual([]);
  });

  test('is asked about from the first above what is usual for so many grades', () => {
    expect(places('cell/unlikely', { form: 'classes', rows: [{ grade: '1-4', enrolled: 160 }] })).toEqual([]);
    expect(places('cell/unlikely', { form: 'classes', rows: [{ grade: '1-4', enrolled: 161 }] })).toEqual([
      '1 enrolled',
    ]);
    expect(places('cell/unlikely', { form: 'classes', rows: [{ grade: '5', enrolled: '' }] })).toEqual([]);
  });
});

describe('a part that is larger than its whole', () => {
  const fields = { assessed: count('Аттестуются', ''), failing: count('Неуспевающие', '') };
  const share = (numerator: Readonly<Record<string, number>>) =>
    defineIndicator({
      ...{ key: 'own-share', title: 'Доля', kind: 'share', unit: 'percent', direction: 'down', source: '' },
      ...{ from: formOf(fields), numerator, denominator: { assessed: 1 }, examples: [] },
    } as Parameters<typeof defineIndicator>[0]);
  const sums = (severity: 'error' | 'warning') => [
    { id: 'own-sum', title: 'Неуспевающие', parts: { failing: 1 }, whole: 'assessed', relation: 'at-most', severity },
  ];
  const said = (
    more: object,
    row: Case['rows'][number],
    numerator: Readonly<Record<string, number>> = { failing: 1 },
  ) =>
    places(
      'row/part-exceeds-whole',
      { form: 'own', rows: [{ grade: '5', enrolled: 9, ...row }] },
      withForm(formOf(fields, more as Partial<Form>), [share(numerator)]),
    );

  test('is said once: not where a sum of the row has told the error', () => {
    expect(said({}, { assessed: 4, failing: 5 })).toEqual(['1 failing']);
    expect(said({ sums: sums('warning') }, { assessed: 4, failing: 5 })).toEqual(['1 failing']);
    expect(said({ sums: sums('error') }, { assessed: 4, failing: 5 })).toEqual([]);
  });

  test('may be all of it, none of it, and is not known where a number is blank', () => {
    expect(said({}, { assessed: 5, failing: 5 })).toEqual([]);
    expect(said({}, { assessed: 0, failing: 0 })).toEqual([]);
    expect(said({}, { assessed: '', failing: 5 })).toEqual([]);
    expect(said({}, { assessed: 5, failing: '' })).toEqual([]);
  });

  test('is never less than nothing', () => {
    expect(said({}, { assessed: 4, failing: 5 }, { assessed: 1, failing: -1 })).toEqual(['1 assessed']);
    expect(said({}, { assessed: 5, failing: 5 }, { assessed: 1, failing: -1 })).toEqual([]);
  });
});

test.each([
  ['А, Б', null],
  ['А; Б;', null],
  ['АБ', null],
  ['5А', null],
  ['', null],
  ['A, Б', 1],
  ['А, Химия', 0],
  ['Хи мия', 0],
])('«%s» as the letter of a class', (letter, latin) => {
  const found = issues('cell/unknown-letter', { form: 'classes', rows: [{ grade: '5', letter, enrolled: 9 }] });
  expect(found.map(({ details }) => details.latin)).toEqual(latin === null ? [] : [latin]);
});

test.each([
  ['31.12.2009', ['1 since']],
  ['01.01.2010', []],
  ['31.12.2028', []],
  ['01.01.2029', ['1 since']],
  ['', []],
])('of the year of %s somebody is asked, or not', (since, found) => {
  const rows = [{ category: 'учителя', positions: 2, since, note: '2001-01-01' }];
  expect(places('cell/unlikely-date', { form: 'staff', rows })).toEqual(found);
});

test('what the district enters is of its list, a school may teach what no list has', () => {
  const subject = text('Предмет', '', { choices: ['Русский язык', 'Химия'], optional: true });
  const said = (byDistrict: boolean, typed: string) =>
    places(
      'cell/not-a-name',
      { form: 'own', rows: [{ grade: '5', enrolled: 9, subject: typed }] },
      withForm(formOf({ subject }, byDistrict ? { byDistrict } : {})),
    );
  expect(said(true, 'Краеведение')).toEqual(['1 subject']);
  expect(said(false, 'Краеведение')).toEqual([]);
  expect(said(true, 'химия')).toEqual([]);
  expect(said(true, '')).toEqual([]);
});

test('a small group is one of less than ten, and of a blank number nothing is known', () => {
  const said = (row: Case['rows'][number]) =>
    places('row/small-group', { form: 'passport', rows: [{ grade: '5', incomplete: 1, lowIncome: 1, ...row }] });
  expect(said({ enrolled: 9 })).toEqual(['1 lowIncome']);
  expect(said({ enrolled: 10 })).toEqual([]);
  expect(said({ enrolled: '' })).toEqual([]);
  expect(said({ enrolled: 9, lowIncome: '' })).toEqual([]);
});

test('a blank number of pupils differs from no class list', () => {
  const tab = { classes: [{ grade: '5', letter: 'А', enrolled: 15 }] };
  const said = (typed: string | number) =>
    places('row/enrolled-differs', {
      ...{ form: 'pupils', tab },
      rows: [{ grade: '5', letter: 'А', enrolled: typed, assessed: 15, failing: 0 }],
    });
  expect(said('')).toEqual([]);
  expect(said(14)).toEqual(['1 enrolled']);
});

test('a number is given elsewhere only where it is given', () => {
  const rows = (whole: string | number) => [
    { grade: '5', enrolled: 9, incomplete: '', lowIncome: 1 },
    { grade: '1-11', enrolled: 90, incomplete: whole, lowIncome: 12 },
  ];
  expect(places('cell/blank', { form: 'passport', rows: rows(7) })).toEqual([]);
  expect(places('cell/blank', { form: 'passport', rows: rows('') })).toEqual(['1 incomplete', '2 incomplete']);
});

test('what cannot be read is not said to be blank as well', () => {
  const rows = [{ grade: '5', enrolled: 9, incomplete: 'много', lowIncome: 1 }];
  expect(places('cell/blank', { form: 'passport', rows })).toEqual([]);
});

test('a grade that cannot be read is of no type of school', () => {
  const rows = [{ grade: 'пятый', enrolled: 9 }];
  expect(places('row/grade-not-taught', { form: 'classes', school: { type: 'ООШ' }, rows })).toEqual([]);
});

test('a word that must be of a list is no slip of spelling, and no link is no bad link', () => {
  const rows = [{ category: 'учетеля', positions: 2, page: '' }];
  expect(places('cell/misspelt', { form: 'staff', rows })).toEqual([]);
  expect(places('cell/not-a-link', { form: 'staff', rows })).toEqual([]);
});

test('a broken sum is told by its own title', () => {
  const parts = { good: count('Хорошистов', ''), bad: count('Неуспевающих', '') };
  const sums = [
    { id: 'one', title: 'Хорошисты', parts: { good: 1 }, whole: 'enrolled', relation: 'at-most', severity: 'error' },
    { id: 'two', title: 'Отстающие', parts: { bad: 1 }, whole: 'enrolled', relation: 'at-most', severity: 'error' },
  ];
  const of = withForm(formOf(parts, { sums } as unknown as Partial<Form>), []);
  const said = (good: number, bad: number) =>
    sentences('row/sum-exceeds-whole', { form: 'own', rows: [{ grade: '5', enrolled: 9, good, bad }] }, of);
  expect(said(9, 9)).toEqual([]);
  expect(said(9, 10)).toEqual([expect.stringContaining('Отстающие')]);
  expect(said(10, 9)).toEqual([expect.stringContaining('Хорошисты')]);
});

test('numbers like those of the last quarter and of a year ago are asked about once', () => {
  const rows = [
    { grade: '5', subject: 'Химия', enrolled: 13, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 },
    { grade: '6', subject: 'Химия', enrolled: 14, five: 3, four: 5, three: 6, two: 0, notAssessed: 0 },
    { grade: '7', subject: 'Химия', enrolled: 15, five: 4, four: 5, three: 6, two: 0, notAssessed: 0 },
  ];
  const both = { form: 'marks', rows, before: rows, yearAgo: rows };
  expect(issues('form/same-as-last', both).map(({ details }) => Number(details.numbers) > 0)).toEqual([true]);
  expect(issues('form/same-as-year-ago', both)).toEqual([]);
  expect(
    issues('form/same-as-year-ago', { form: 'marks', rows, yearAgo: rows }).map(
      ({ details }) => Number(details.numbers) > 0,
    ),
  ).toEqual([true]);
});
