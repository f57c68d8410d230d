import { isDue, mostDue, sparedOf } from '../../src/domain';
import { isConfirmed, isSparedRow, wholeSchoolForms } from '../../src/domain/due';
import { type Due, dueKey, type Form } from '../../src/model';
import { programme as whole } from '../../src/programme';
import { formOf } from '../build';

const formDue = (...due: Due[]): Form => ({ ...formOf('classes'), due });

test('a form is asked for in its quarters', () => {
  expect(isDue(formOf('marks'), '2023-Q3')).toBe(false);
  expect(isDue(formOf('marks'), '2023-Q4')).toBe(true);
  expect(isDue(formOf('classes'), '2023-Q3')).toBe(true);
});

test('a form may be asked of some groups or types of schools only', () => {
  const form = formDue({ quarters: [2], groups: ['участник'] }, { quarters: [4], types: ['СОШ'] });
  expect(isDue(form, '2023-Q2', { group: 'участник', type: 'ООШ' })).toBe(true);
  expect(isDue(form, '2023-Q2', { group: 'ведущая', type: 'СОШ' })).toBe(false);
  expect(isDue(form, '2023-Q4', { group: 'ведущая', type: 'СОШ' })).toBe(true);
  expect(isDue(form, '2023-Q4', { group: 'ведущая', type: 'ООШ' })).toBe(false);
});

test('where no school is named a form is due that anybody owes', () => {
  const form = formDue({ quarters: [2], groups: ['участник'], types: ['ООШ'] });
  expect(isDue(form, '2023-Q2')).toBe(true);
  expect(isDue(form, '2023-Q1')).toBe(false);
});

test('the district’s word on a form, a group and a quarter goes before the declaration', () => {
  const form = formDue({ quarters: [2], groups: ['участник'] });
  const said = { [dueKey('classes', 'ведущая', 3)]: 'да', [dueKey('classes', 'участник', 2)]: 'кроме 2022' };
  expect(isDue(form, '2023-Q3', { group: 'ведущая' }, said)).toBe(true);
  expect(isDue(form, '2023-Q3', { group: 'участник' }, said)).toBe(false);
  expect(isDue(form, '2022-Q2', { group: 'участник' }, said)).toBe(false);
  expect(isDue(form, '2023-Q2', { group: 'участник' }, said)).toBe(true);
});

test('but a type of schools that a form is not for is never asked', () => {
  const form = formDue({ quarters: [3], types: ['СОШ'] });
  const said = { [dueKey('classes', 'участник', 3)]: 'да' };
  expect(isDue(form, '2023-Q3', { group: 'участник', type: 'ООШ' }, said)).toBe(false);
  expect(isDue(form, '2023-Q3', { group: 'участник', type: 'СОШ' }, said)).toBe(true);
});

test('so many forms as a quarter asks a school for at most, the district’s word counted', () => {
  const school = { key: 'a', name: 'А', type: 'ООШ', group: 'участник', partner: '' };
  const asked = (key: string, due: Due): Form => ({ ...formDue(due), key });
  const forms = [
    asked('a', { quarters: [1, 2] }),
    asked('b', { quarters: [2], years: [2020] }),
    asked('c', { quarters: [2], types: ['СОШ'] }),
    asked('d', { quarters: [1] }),
  ];
  const of = (settings = {}) => mostDue({ forms }, school, settings);
  expect(of()).toBe(2);
  expect(of({ [dueKey('b', 'участник', 1)]: '2021' })).toBe(3);
  expect(of({ [dueKey('b', 'участник', 2)]: 'нет', [dueKey('a', 'участник', 1)]: 'нет' })).toBe(1);
});

test('in the years in which it was not held basic mathematics is not among the subjects of the ЕГЭ that are asked for', () => {
  const spared = (period: string) => sparedOf(whole, period, { type: 'СОШ', group: 'участник' }, {}).rows.ege;
  expect(spared('2021-Q3')!.only!.subject).not.toContain('Математика (базовая)');
  expect(spared('2021-Q3')!.only!.subject).toContain('Математика (профильная)');
  expect(spared('2022-Q3')).toBeUndefined();
});

test('certificates with honours are asked for where the district says so', () => {
  const isSpared = (settings = {}) =>
    sparedOf(whole, '2023-Q3', { type: 'СОШ', group: 'участник' }, settings).fields.includes('yearResults.honours');
  expect(isSpared()).toBe(true);
  expect(isSpared({ honours: 'спрашиваем' })).toBe(false);
});

test('rows of classes and words that nobody asks for are spared, a row that reaches into them is not', () => {
  const form = formOf('marks');
  const spared = (grade: string, subject = '') => isSparedRow(form, { grades: [5, 9] }, { grade, letter: '', subject });
  expect(['4', '5', '9', '10', '4-5', '9-10', '1-11'].map((grade) => spared(grade))).toEqual([
    ...[true, false, false, true, false, false, false],
  ]);
  // A class that cannot be read is looked at.
  expect([spared(''), spared('пятый')]).toEqual([false, false]);
  const words = { only: { subject: ['Русский язык'] } };
  const named = (subject: string) => isSparedRow(form, words, { grade: '5', letter: '', subject });
  expect(['Русский язык', 'Математика', 'Вышивка', ''].map(named)).toEqual([false, true, true, false]);
});

test('a form that the district has entered, or that stands as it was, is only confirmed', () => {
  const school = { group: 'участник', type: 'СОШ' };
  expect(isConfirmed(formDue({ quarters: [2], confirmed: true }), '2023-Q2', school)).toBe(true);
  expect(isConfirmed(formDue({ quarters: [2], confirmed: true }), '2023-Q1', school)).toBe(false);
  expect(isConfirmed(formDue({ quarters: [2] }), '2023-Q2', school)).toBe(false);
  expect(isConfirmed({ ...formDue({ quarters: [2] }), byDistrict: true }, '2023-Q2', school)).toBe(true);
});

test('of some forms one row for the whole school is enough, in the quarters that say so', () => {
  const forms = [
    { ...formDue({ quarters: [2], wholeSchool: true }), key: 'a' },
    { ...formDue({ quarters: [2] }), key: 'b' },
    { ...formDue({ quarters: [1], wholeSchool: true }), key: 'c' },
  ];
  expect(wholeSchoolForms({ forms }, '2023-Q2', {})).toEqual(['a']);
});

test('an upper grade without a lower one, a first class without marks: only its classes are asked for', () => {
  const rows = (due: Due, school = {}) => {
    const forms = [formDue(due)];
    return sparedOf({ forms, settings: [] }, '2023-Q2', { group: 'участник', type: 'СОШ', ...school }, {}).rows.classes;
  };
  expect(rows({ quarters: [2] })).toBeUndefined();
  expect(rows({ quarters: [2], markedFrom: 3 })).toBeUndefined();
  expect(rows({ quarters: [2], markedFrom: 3 }, { unmarkedSecond: true })).toEqual({ grades: [3, 12] });
  expect(rows({ quarters: [2] }, { unmarkedSecond: true })).toBeUndefined();
  expect(rows({ quarters: [2], grades: [5, 9] })).toEqual({ grades: [5, 9] });
});
