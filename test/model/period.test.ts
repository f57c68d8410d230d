import fc from 'fast-check';
import {
  isPeriod,
  periodDays,
  periodOfMonth,
  periodTitle,
  quarterTitle,
  resultsTitle,
  schoolYear,
  shiftPeriod,
  yearAndQuarter,
} from '../../src/model';

const anyPeriod = fc
  .record({ year: fc.integer({ min: 2000, max: 2099 }), quarter: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, quarter }) => `${year}-Q${quarter}`);

test.each(['2023-Q1', '2023-Q4', '1999-Q2'])('%s is a period', (key) => {
  expect(isPeriod(key)).toBe(true);
});

test.each(['', '2023', '2023-Q0', '2023-Q5', '2023-q2', '23-Q2', '2023-Q22', ' 2023-Q2', 'II квартал 2023 г.'])(
  '«%s» is not a period',
  (key) => {
    expect(isPeriod(key)).toBe(false);
    expect(() => yearAndQuarter(key)).toThrow('not a period');
  },
);

test('the quarter before the first of a year is the fourth of the last year', () => {
  expect(shiftPeriod('2023-Q1', -1)).toBe('2022-Q4');
  expect(shiftPeriod('2022-Q4', 1)).toBe('2023-Q1');
  expect(shiftPeriod('2023-Q2', -4)).toBe('2022-Q2');
  expect(shiftPeriod('2023-Q3', -11)).toBe('2020-Q4');
  expect(shiftPeriod('2023-Q3', 0)).toBe('2023-Q3');
});

test('going forth and back leads to the same quarter, and order of time is order of keys', () => {
  fc.assert(
    fc.property(anyPeriod, fc.integer({ min: 1, max: 40 }), (period, steps) => {
      expect(shiftPeriod(shiftPeriod(period, steps), -steps)).toBe(period);
      expect(period < shiftPeriod(period, steps)).toBe(true);
    }),
  );
});

test('a period is named by the results that it brings, then by its quarter; the second one is no half-year', () => {
  expect(quarterTitle('2023-Q2')).toBe('II квартал 2023 г.');
  expect(['2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3'].map(periodTitle)).toEqual([
    'I полугодие 2022/23 (IV квартал 2022 г.)',
    'III четверть 2022/23 (I квартал 2023 г.)',
    'учебный год 2022/23 (II квартал 2023 г.)',
    'начало учебного года 2023/24 (III квартал 2023 г.)',
  ]);
});

test('a school year begins in the third quarter', () => {
  expect(['2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2'].map(schoolYear)).toEqual(Array(4).fill('2022/23'));
  expect(schoolYear('2023-Q3')).toBe('2023/24');
  expect(schoolYear('1999-Q4')).toBe('1999/00');
});

test('each quarter brings the results that end in it, the summer one none', () => {
  expect(['2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3'].map(resultsTitle)).toEqual([
    'I полугодие',
    'III четверть',
    'учебный год',
    null,
  ]);
});

test('the days of the four quarters are the days of the year', () => {
  expect(periodDays('2023-Q1')).toEqual(['2023-01-01', '2023-03-31']);
  expect(periodDays('2023-Q2')).toEqual(['2023-04-01', '2023-06-30']);
  expect(periodDays('2023-Q3')).toEqual(['2023-07-01', '2023-09-30']);
  expect(periodDays('2023-Q4')).toEqual(['2023-10-01', '2023-12-31']);
});

test('a quarter begins on the day after the last one ended, and its months belong to it', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      const [first, last] = periodDays(period);
      const next = new Date(`${last}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + 1);
      expect(periodDays(shiftPeriod(period, 1))[0]).toBe(next.toISOString().slice(0, 10));
      for (const day of [first, last]) {
        expect(periodOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)))).toBe(period);
      }
    }),
  );
});
