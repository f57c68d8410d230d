import fc from 'fast-check';
import {
  counted,
  dateInFigures,
  dateInWords,
  formatNumber,
  formatPercent,
  formatPoints,
  NBSP,
  plural,
  roundHalfUp,
} from '../../src/model';

describe('rounding is half-up on what is written, not on the binary number', () => {
  test.each([
    [46.65, 1, 46.7],
    [0.05, 1, 0.1],
    [0.15, 1, 0.2],
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [66.25, 1, 66.3],
    [46.64, 1, 46.6],
    [99.95, 1, 100],
    [-0.05, 1, -0.1],
    [-2.5, 0, -3],
    [1e-7, 1, 0],
    [3, 2, 3],
  ])('%d to %d digits is %d', (value, digits, expected) => {
    expect(roundHalfUp(value, digits)).toBe(expected);
  });

  test('a small negative number rounds to plain 0, not to minus 0', () => {
    expect(Object.is(roundHalfUp(-0.04, 1), 0)).toBe(true);
    expect(Object.is(roundHalfUp(-1e-9, 2), 0)).toBe(true);
  });

  test('any share of whole numbers rounds as on paper', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), (n, part) => {
        const k = Math.min(part, n);
        const onPaper = Number((2000n * BigInt(k) + BigInt(n)) / (2n * BigInt(n))) / 10;
        expect(roundHalfUp((100 * k) / n, 1)).toBe(onPaper);
      }),
    );
  });
});

test('percentages have a decimal comma and a no-break space', () => {
  expect(formatPercent(46.65)).toBe(`46,7${NBSP}%`);
  expect(formatPercent(100)).toBe(`100,0${NBSP}%`);
  expect(formatPercent(0.05)).toBe(`0,1${NBSP}%`);
});

test('thousands stand in groups of three', () => {
  expect(formatNumber(25352121)).toBe(`25${NBSP}352${NBSP}121`);
  expect(formatNumber(1000)).toBe(`1${NBSP}000`);
  expect(formatNumber(999)).toBe('999');
  expect(formatNumber(1234567.891, 2)).toBe(`1${NBSP}234${NBSP}567,89`);
  expect(formatNumber(-25352.5, 1)).toBe(`−25${NBSP}352,5`);
});

test('a minus is a minus sign, and nothing is «−0,0»', () => {
  expect(formatNumber(-3.14, 1)).toBe('−3,1');
  expect(formatNumber(-0.04, 1)).toBe('0,0');
  expect(formatNumber(0, 1)).toBe('0,0');
});

test('a change of a percentage is in percentage points, with its sign', () => {
  expect(formatPoints(3.14)).toBe(`+3,1${NBSP}п.${NBSP}п.`);
  expect(formatPoints(-0.35)).toBe(`−0,4${NBSP}п.${NBSP}п.`);
  expect(formatPoints(-0.04)).toBe(`0,0${NBSP}п.${NBSP}п.`);
  expect(formatPoints(0.04)).toBe(`0,0${NBSP}п.${NBSP}п.`);
});

test('the word agrees with its number', () => {
  const schools = [0, 1, 2, 4, 5, 11, 14, 21, 22, 25, 111, 112, 121].map((n) => plural(n, 'школа', 'школы', 'школ'));
  expect(schools).toEqual([
    'школ',
    'школа',
    'школы',
    'школы',
    'школ',
    'школ',
    'школ',
    'школа',
    'школы',
    'школ',
    'школ',
    'школ',
    'школа',
  ]);
  expect(plural(2.5, 'ставка', 'ставки', 'ставок')).toBe('ставки');
  expect(counted(7, 'школа', 'школы', 'школ')).toBe(`7${NBSP}школ`);
  expect(counted(1021, 'строка', 'строки', 'строк')).toBe(`1${NBSP}021${NBSP}строка`);
});

test('a date is in words in text and in figures in tables', () => {
  expect(dateInWords('2019-12-25')).toBe(`25${NBSP}декабря 2019${NBSP}г.`);
  expect(dateInWords('2023-05-01')).toBe(`1${NBSP}мая 2023${NBSP}г.`);
  expect(dateInFigures('2019-12-25')).toBe('25.12.2019');
  expect(dateInFigures('2019-12-25T10:00:00Z')).toBe('25.12.2019');
});
