import type { School, Submission } from '../../src/model';
import { handedIn, quartersHandedIn, submittedIn } from '../../src/pipeline/handed-in';
import type { StoredPeriod } from '../../src/pipeline/stored-periods';

const SCHOOL: School = { key: 'one', name: 'Школа №1', type: 'СОШ', group: 'участник', partner: '' };
const FORMS = { marks: { filled: 9, expected: 10 }, pupils: { filled: 5, expected: 5 } };

const period = (key: string, status?: Submission | string): StoredPeriod =>
  ({
    ...{ key, schools: [SCHOOL], settings: {} },
    statuses: status === undefined ? {} : { one: status },
  }) as unknown as StoredPeriod;

const status = (more: Partial<Submission>): Submission => ({
  ...{ state: 'submitted', at: '2023-12-29T10:00', by: 'school', forms: FORMS },
  ...more,
});

test('a tab given back and handed in again keeps how often it was given back', () => {
  expect(handedIn(period('2023-Q4', status({ returns: 2 })), SCHOOL)).toEqual({
    ...{ at: '2023-12-29T10:00', lateDays: 0, returns: 2, returnedAt: '' },
    ...{ errors: 0, questions: 0, filled: 14, expected: 15 },
  });
});

test('a tab that was given back and has not come again is not handed in, since the day it was given back', () => {
  const found = period('2023-Q4', status({ state: 'returned', by: 'coordinator', returns: 1 }));
  expect(handedIn(found, SCHOOL)).toMatchObject({ at: '', lateDays: null, returns: 1, returnedAt: '2023-12-29T10:00' });
  expect(submittedIn(found, 'one')).toBe(false);
});

test('the quarters before are told of one school year, what an old version closed stays unknown', () => {
  const keys = ['2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1'];
  const found = quartersHandedIn(
    keys.map((key) => period(key, key === '2023-Q1' ? 'сдано' : status({}))),
    '2023-Q4',
  );
  expect(found.map(({ period: key }) => key)).toEqual(['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4']);
  expect(found[0]!.bySchool.one).toBeNull();
  expect(found[3]!.bySchool.one).toMatchObject({ at: '2023-12-29T10:00' });
});
