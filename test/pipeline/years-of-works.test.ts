import { objectivityOf } from '../../src/pipeline/objectivity';
import type { StoredPeriod } from '../../src/pipeline/stored-periods';
import { byYears } from '../../src/pipeline/years-of-works';
import { programme } from '../../src/programme';

const SCHOOL = 's1';

const work = (grade: string, good: number) => ({
  valid: true,
  entry: {
    numbers: { participants: 40, five: 0, four: good, three: 40 - good, two: 0 },
    texts: { grade, subject: 'Математика' },
  },
});

const period = (key: string, rows: Readonly<Record<string, readonly ReturnType<typeof work>[]>> = {}): StoredPeriod =>
  ({
    key,
    settings: {},
    schools: [{ key: SCHOOL, name: 'Школа', type: 'ООШ', group: 'участник', partner: '' }],
    results: {
      checked: new Map([[SCHOOL, Object.entries(rows).map(([form, own]) => ({ form: { key: form }, rows: own }))]]),
    },
  }) as unknown as StoredPeriod;

const held = (...keys: string[]) =>
  byYears(
    keys.map((key) => period(key)),
    '2023-Q2',
    2,
    ({ key }) => [{ school: SCHOOL, period: key }],
  );
const periodsOf = ({ inYear }: ReturnType<typeof held>) =>
  [0, 1, 2].map((back) => inYear(SCHOOL, back).map((item) => item.period));

test('works of a calendar year belong together, whichever quarter they were held in', () => {
  expect(periodsOf(held('2020-Q4', '2021-Q2', '2022-Q4', '2023-Q2'))).toEqual([['2023-Q2'], ['2022-Q4'], ['2021-Q2']]);
  expect(periodsOf(held('2020-Q4', '2021-Q2', '2022-Q4'))).toEqual([['2022-Q4'], ['2021-Q2'], ['2020-Q4']]);
});

test('works older than four quarters are nobody’s latest', () => {
  expect(periodsOf(held('2021-Q2', '2022-Q2'))).toEqual([[], [], []]);
});

test('pupils who wrote in autumn and again in spring are the same children a year on', () => {
  const autumn = period('2022-Q4', { vpr: [work('5', 4)] });
  const spring = period('2023-Q2', { vpr: [work('6', 36)] });
  const found = objectivityOf(programme, [autumn, spring], spring, {})()!;
  expect(found.works).toBe(1);
  expect(found.questions.map(({ sign }) => sign)).toContain('Н6');
});

test('an exam is held against the works of the calendar year before it, those of autumn too', () => {
  const autumn = period('2022-Q4', { vpr: [work('8', 38)] });
  const summer = period('2023-Q3', { oge: [work('', 2)] });
  const found = objectivityOf(programme, [autumn, summer], summer, {})()!;
  expect(found.questions.map(({ sign }) => sign)).toContain('Н5');
});
