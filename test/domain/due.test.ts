import { isDue } from '../../src/domain';
import type { Due, Form } from '../../src/model';
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
