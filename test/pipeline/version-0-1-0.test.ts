import { isVersion010, memoryOf010, orderOf010, statusOf010 } from '../../src/pipeline/version-0-1-0';
import { DRAFT } from '../../src/workbook';
import { emptyTab, filledTab, formOf, MARKS_A, PERIOD, SCHOOL } from '../build';
import { programme } from '../four-forms';
import { tabOf010 } from './tab-0-1-0';

const old = (status?: string, submitted = false) =>
  tabOf010(programme, { school: SCHOOL, period: PERIOD, rows: {}, status, submitted });

test('a tab of version 0.1.0 is known by a line that only its head has', () => {
  expect(isVersion010(old())).toBe(true);
  expect([emptyTab(), filledTab({ marks: [MARKS_A] }), [], [['head/school/a/СОШ']]].map(isVersion010)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test.each<[string | undefined, boolean, object]>([
  ['сдано 05.07.2023 09:15', true, { state: 'submitted', at: '2023-07-05T09:15', by: 'school' }],
  ['сдано', true, { state: 'submitted', at: '', by: 'school' }],
  ['сдано 05.07.2023 09:15', false, DRAFT],
  ['черновик', false, DRAFT],
  ['черновик (изменено после сдачи 06.07.2023 10:00)', false, DRAFT],
])('«%s» with the tick %s: the tick decides, the words tell when', (words, tick, status) => {
  expect(statusOf010(old(words, tick))).toEqual(status);
});

test('a control number remembers percentages, a bit each above its six digits', () => {
  const order = ['grade', 'letter', 'five', 'two'];
  expect(memoryOf010(0b1100 * 1_000_000 + 123_456, 'a', order)).toMatchObject({
    identity: 'a',
    percent: ['five', 'two'],
  });
  expect(memoryOf010(0b0100 * 1_000_000, 'a', order)!.percent).toEqual(['five']);
  expect([123_456, 0, '', 'нет', undefined].map((cell) => memoryOf010(cell, 'a', order))).toEqual(
    Array(5).fill(undefined),
  );
});

test('fields are counted as their columns stood, not as the programme names them', () => {
  const keys = new Map([
    [9, 'five'],
    [4, 'two'],
    [5, 'calc:sou'],
    [3, 'grade'],
    [12, 'explanation'],
  ]);
  expect(orderOf010(formOf('marks'), keys)).toEqual(['grade', 'two', 'five']);
});
