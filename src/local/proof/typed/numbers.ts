const NBSP = '\u00a0';
const THIN = '\u2009';
const NARROW = '\u202f';
const ZERO_WIDTH = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];

const SMALL = [0, 1, 4, 7, 12, 25, 40];

/** Must be taken as this number. */
export const PLAIN: readonly (readonly [string, number])[] = [
  ...SMALL.flatMap((n): [string, number][] => [
    [`${n}`, n],
    [` ${n}`, n],
    [`${n} `, n],
    [`${NBSP}${n}`, n],
    [`${n}${NBSP}`, n],
    [`'${n}`, n],
    [`${n}\t`, n],
  ]),
  ['0012', 12],
  ['1 234', 1234],
  [`1${NBSP}234`, 1234],
  [`1${NARROW}234`, 1234],
  ["'1 234", 1234],
  [`'1${NBSP}234`, 1234],
];

/** Means this number, and may as well be called unreadable. */
export const CLEAR: readonly (readonly [string, number])[] = [
  ...SMALL.flatMap((n): [string, number][] => [
    [`0${n}`, n],
    [`${n},0`, n],
    [`${n},`, n],
    [`+${n}`, n],
    [`=${n}`, n],
    [`=${n}+1`, n + 1],
    [`${n}\n`, n],
    [`\n${n}`, n],
    [`${n}${THIN}`, n],
    [`'${n},0`, n],
    [`"${n}"`, n],
    [`«${n}»`, n],
    ...ZERO_WIDTH.map((mark): [string, number] => [`${n}${mark}`, n]),
    ...ZERO_WIDTH.map((mark): [string, number] => [`${mark}${n}`, n]),
  ]),
  [`1${THIN}234`, 1234],
  ['1,000', 1],
  ['1 000,0', 1000],
  ['12 345 678', 12345678],
  ['=5+3', 8],
  ['=SUM(2;3)', 5],
  ['=10/2', 5],
  ['1e3', 1000],
  ['1E2', 100],
  ['5 ₽', 5],
  ['5 р.', 5],
  ['5 руб.', 5],
  ['=HYPERLINK("https://example.org";"5")', 5],
  ['--5', 5],
  ['12  345', 12345],
  // Nobody sees these marks, so the number is what everybody reads.
  ['1\u200b2', 12],
  ['5\u00ad', 5],
  ['5\u0000', 5],
  ['\u00075', 5],
  // What cannot be seen makes no other number: these look like 12 and 5.
  ['1\u200b2', 12],
  ['5\u00ad', 5],
];
