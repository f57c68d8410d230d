import { isDue, mostDue, sparedOf } from '../../src/domain';
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
