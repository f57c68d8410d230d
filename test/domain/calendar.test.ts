import fc from 'fast-check';
import { daysBetween, deadlineOf, workingDaysAfter } from '../../src/domain';

test('five working days after 30 June 2023, a Friday, is Friday 7 July', () => {
  expect(deadlineOf('2023-Q2', 5)).toBe('2023-07-07');
});

test('weekends do not count', () => {
  expect(workingDaysAfter('2023-06-30', 1)).toBe('2023-07-03');
  expect(workingDaysAfter('2023-07-01', 1)).toBe('2023-07-03');
  expect(workingDaysAfter('2023-07-02', 1)).toBe('2023-07-03');
  expect(workingDaysAfter('2023-07-03', 1)).toBe('2023-07-04');
  expect(workingDaysAfter('2023-07-03', 0)).toBe('2023-07-03');
});

test('a deadline may lie in the next year', () => {
  expect(deadlineOf('2023-Q4', 5)).toBe('2024-01-05');
});

test('days are counted across months, years and leap days', () => {
  expect(daysBetween('2023-07-07', '2023-07-10')).toBe(3);
  expect(daysBetween('2023-07-10', '2023-07-07')).toBe(-3);
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
});

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a deadline is a weekday, and one working day more is a later one', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, n) => {
      const deadline = workingDaysAfter(from, n);
      expect([0, 6]).not.toContain(new Date(`${deadline}T00:00:00Z`).getUTCDay());
      expect(daysBetween(deadline, workingDaysAfter(from, n + 1))).toBeGreaterThan(0);
      expect(daysBetween(from, deadline)).toBeGreaterThanOrEqual(n);
    }),
  );
});
