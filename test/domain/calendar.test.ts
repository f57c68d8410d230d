import { daysBetween, deadlineOf, dueDayOf } from '../../src/domain';
import { programme } from '../../src/programme';

const declared = Object.fromEntries(programme.settings.map(({ key, value }) => [key, value]));

test.each([
  ['2022-Q4', '2023-01-15'],
  ['2023-Q1', '2023-04-05'],
  ['2023-Q2', '2023-06-15'],
  ['2023-Q3', '2023-09-25'],
])('%s is handed in until %s', (period, day) => {
  expect(deadlineOf(period, declared)).toBe(day);
});

test('a deadline that the district has moved holds', () => {
  expect(deadlineOf('2022-Q4', { 'deadline-q4': '25 декабря' })).toBe('2022-12-25');
  expect(deadlineOf('2023-Q1', { 'deadline-q1': '31.03' })).toBe('2023-03-31');
});

test('a deadline on the first day of the quarter is this year’s', () => {
  expect(deadlineOf('2023-Q1', { 'deadline-q1': '1 января' })).toBe('2023-01-01');
});

test('one school’s day may be put off, until the next quarter’s data are due', () => {
  const of = (extended?: string) => dueDayOf('2023-Q1', declared, extended === undefined ? {} : { extended });
  expect([of(), of('')]).toEqual(['2023-04-05', '2023-04-05']);
  expect(of('2023-04-20')).toBe('2023-04-20');
  expect(of('2023-06-14')).toBe('2023-06-14');
  // Earlier than everybody's day, or when the next quarter is due, it puts nothing off.
  expect(of('2023-04-01')).toBe('2023-04-05');
  expect(of('2023-06-15')).toBe('2023-04-05');
  expect(of('2023-07-01')).toBe('2023-04-05');
});

test('a district that names no deadline has the last day of the quarter', () => {
  expect(deadlineOf('2023-Q2', {})).toBe('2023-06-30');
});

test('days are counted across months, years and leap days', () => {
  expect(daysBetween('2023-07-07', '2023-07-10')).toBe(3);
  expect(daysBetween('2023-07-10', '2023-07-07')).toBe(-3);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
});
