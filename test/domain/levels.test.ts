import { levelFigures } from '../../src/domain';
import type { AnyIndicator, Figure } from '../../src/model';
import { programme } from '../four-forms';

const indicator = (key: string): AnyIndicator => programme.indicators.find((item) => item.key === key)!;
const KEY = 'pupil-quality-rate';
const figure = (grade: string, numerator: number, denominator: number, more: Partial<Figure> = {}): Figure => ({
  ...{ period: '2023-Q2', scope: 'district', indicator: KEY, slice: { grade } },
  ...{ numerator, denominator, value: null, low: 1, high: 2, reason: 'нет', rows: 2, rowsLeftOut: 1 },
  ...more,
});
const levels = (...figures: readonly Figure[]) =>
  levelFigures([indicator(KEY)], figures).map(({ slice, numerator, denominator }) => [
    slice!.level,
    numerator,
    denominator,
  ]);

test('a level of school is the sum of its classes, the levels in their order', () => {
  const classes = ['10', '11', '9', '5', '4', '1'].map((grade, at) => figure(grade, at + 1, 10));
  expect(levels(...classes)).toEqual([
    ['1–4 классы', 11, 20],
    ['5–9 классы', 7, 20],
    ['10–11 классы', 3, 20],
  ]);
});

test('its value follows from the sums, with an interval and the rows of all its classes', () => {
  const [found] = levelFigures([indicator(KEY)], [figure('5', 10, 20), figure('6', 20, 30)]);
  expect(found).toMatchObject({ value: 60, rows: 4, rowsLeftOut: 2 });
  expect([found!.low! > 40, found!.high! < 75, found!.reason]).toEqual([true, true, undefined]);
});

test('rows of several classes stand with their level, those of several levels by themselves and last', () => {
  const spans = ['1-11', '4-5', '5-9', '5–6', '10 - 11', '12', 'ОВЗ'].map((grade) => figure(grade, 1, 10));
  expect(levels(...spans)).toEqual([
    ['5–9 классы', 2, 20],
    ['10–11 классы', 1, 10],
    ['разных уровней вместе', 4, 40],
  ]);
});

test('groups stand beside the district, each with its own; schools, totals and other cuts stand not', () => {
  const group = (name: string, grade: string) => figure(grade, 1, 10, { scope: 'group', group: name });
  const figures = [
    ...[group('ведущая', '5'), group('ведущая', '6'), group('участник', '5'), figure('5', 5, 10)],
    figure('5', 1, 10, { scope: 'school', school: 'a' }),
    figure('', 1, 10, { slice: undefined }),
    figure('', 1, 10, { slice: { subject: 'Химия' } }),
    figure('5', 1, 10, { indicator: 'unknown' }),
  ];
  const found = levelFigures([indicator(KEY)], figures);
  expect(found.map((each) => [each.group, each.numerator])).toEqual([
    ['ведущая', 2],
    ['участник', 1],
    [undefined, 5],
  ]);
});

test('an indicator that is worked out of others has no levels', () => {
  const derived = programme.indicators.find(({ kind }) => kind === 'derived')!;
  expect(levelFigures([derived], [figure('5', 1, 10, { indicator: derived.key })])).toEqual([]);
});
