import type { Figure } from '../../../model';
import { programme } from '../../../programme';
import { REMARK_COLUMN } from '../../../workbook';
import type { Consolidated } from '../damage/consolidation';
import { PreparedDistrict } from '../damage/district';
import { type Random, randomFrom } from '../random';
import { Desk } from '../typed/desk';
import type { Case, Mishap } from './mishap';

type Spell = (word: string, random: Random) => string;

const LATIN: Readonly<Record<string, string>> = {
  ...{ А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', З: '3' },
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x', і: 'i' },
};
const WIDE = 0xfee0;

/** A sign put somewhere into the word. */
const with_ =
  (sign: string): Spell =>
  (word, random) => {
    const at = random.whole(word.length + 1);
    return word.slice(0, at) + sign + word.slice(at);
  };
const lookAlike: Spell = (word, random) => {
  const places = [...word].flatMap((letter, at) => (LATIN[letter] ? [at] : []));
  if (places.length === 0) return word;
  const at = random.pick(places);
  return word.slice(0, at) + LATIN[word[at]!] + word.slice(at + 1);
};
const wide: Spell = (word) =>
  [...word].map((sign) => (/[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + WIDE) : sign)).join('');

/** Ways to write the same word otherwise, many of them not to be seen. */
const SPELLS: Readonly<Record<string, Spell>> = {
  'letters in two parts': (word) => word.normalize('NFD'),
  'compatibility forms': (word) => word.normalize('NFKD'),
  'a soft hyphen': with_('\u00ad'),
  'a zero-width space': with_('\u200b'),
  'a zero-width non-joiner': with_('\u200c'),
  'a zero-width joiner': with_('\u200d'),
  'a word joiner': with_('\u2060'),
  'a byte order mark': with_('\ufeff'),
  'a left-to-right mark': with_('\u200e'),
  'a right-to-left mark': with_('\u200f'),
  'an Arabic letter mark': with_('\u061c'),
  'an embedding': (word) => `\u202a${word}\u202c`,
  'an isolate': (word) => `\u2068${word}\u2069`,
  'an invisible separator': with_('\u2063'),
  'a variation selector': with_('\ufe0f'),
  'a grapheme joiner': with_('\u034f'),
  'a stress mark': with_('\u0301'),
  'a control sign': with_('\u0007'),
  'a look-alike': lookAlike,
  'all look-alikes': (word) => [...word].map((letter) => LATIN[letter] ?? letter).join(''),
  'full-width signs': wide,
  'full-width look-alikes': (word) => wide([...word].map((letter) => LATIN[letter] ?? letter).join(''), randomFrom(1)),
  capitals: (word) => word.toUpperCase(),
  'small letters': (word) => word.toLowerCase(),
  'a space before': (word) => ` ${word}`,
  'a space after': (word) => `${word} `,
  'a hard space': (word) => `${word}\u00a0`.replace(' ', '\u00a0'),
  'two spaces': (word) => `${word.replace(' ', '  ')} `,
  'thin spaces': (word) => `\u2009${word.replace(' ', '\u202f')}`,
  'an ideographic space': (word) => `\u3000${word}`,
  'a line break': (word) => `${word}\n`,
  'a tab': (word) => `${word.replace(' ', '\t')}\t`,
  guillemets: (word) => `«${word}»`,
  'straight quotes': (word) => `"${word}"`,
  'curly quotes': (word) => `„${word}“`,
  'an apostrophe': (word) => `'${word}`,
  'a dot': (word) => `${word}.`,
  'ё for е': (word) => word.replace('е', 'ё').replace('Е', 'Ё'),
};

/** What is spelt otherwise in a row typed once more, and how it is spelt as usual. */
const PLACES: readonly (readonly [form: string, field: string, usual: string])[] = [
  ['marks', 'subject', 'Математика'],
  ['marks', 'subject', 'Русский язык'],
  ['marks', 'subject', 'Физическая культура'],
  ['marks', 'grade', '7'],
  ['pupils', 'grade', '7'],
  ['context', 'grade', '7'],
  ['classes', 'grade', '7'],
  ['marks', 'letter', 'Б'],
  ['marks', 'letter', 'Й'],
  ['pupils', 'letter', 'Б'],
  ['pupils', 'letter', 'В'],
  ['context', 'letter', 'У'],
  ['classes', 'letter', 'Ё'],
];

/** Grade and letter in other cells than usual: they name the class 7Б. */
const CLASSES: readonly (readonly [grade: string, letter: string])[] = [
  ...[
    ['7Б', ''],
    ['7 Б', ''],
    ['7-Б', ''],
    ['7«Б»', ''],
    ['7б', ''],
    ['', '7Б'],
    ['7', '7Б'],
    ['7Б', 'Б'],
  ],
  ...[
    ['7', 'Б,В'],
    ['7', 'Б, В'],
    ['7', 'Б;В'],
    ['7', 'Б и В'],
    ['7', ''],
    ['7', 'Б класс'],
  ],
  ...[
    ['7 класс', 'Б'],
    ['VII', 'Б'],
    ['7-7', 'Б'],
    ['07', 'Б'],
    ['7,7', 'Б'],
    ['7.', 'Б'],
    ['7-й', 'Б'],
  ],
] as [string, string][];

const formOf = (key: string) => programme.forms.find((form) => form.key === key)!;
const HOME = 'ushumun';

const figures = (done: Consolidated): string =>
  [...done.outcomes.values()][0]!.figures
    .map(({ scope, school, group, slice, indicator, numerator, denominator }: Figure) =>
      [scope, school, group, slice && Object.keys(slice)[0], indicator, numerator, denominator].join(' '),
    )
    .sort()
    .join('\n');

/** A row typed again is no other row: it changes no figure, or a remark points at it. */
function again(
  desk: Desk,
  form: string,
  usual: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
): string[] | null {
  return desk.at((scene) => {
    const of = formOf(form);
    // A form given for the whole school has no row of that class.
    const row = scene.filled(of).find((one) => scene.texts(of, one).grade === '7');
    if (row === undefined) return null;
    for (const [key, value] of Object.entries(usual)) scene.type(row, scene.columnOf(of, key), value);
    const base = figures(desk.consolidated());
    const spare = scene.spareRow(of);
    scene.type(spare, scene.fieldColumns(of).first, [scene.laid(of, { ...scene.texts(of, row), ...usual, ...typed })]);
    if (figures(desk.consolidated()) === base) return [];
    return String(scene.value(spare, REMARK_COLUMN)) !== '' ? [] : ['counted twice, and no remark'];
  });
}

let prepared: Desk | undefined;
const deskAt = (dist: string): Desk => {
  prepared ??= new Desk(new PreparedDistrict(dist), HOME);
  return prepared;
};

const spelt = (form: string, field: string, usual: string, spell: readonly string[], seed: number): Case => ({
  name: `${form}.${field} «${usual}»: ${spell.join(' and ')}, seed ${seed}`,
  play: ({ dist }) => {
    const random = randomFrom(seed);
    const typed = spell.reduce((word, name) => SPELLS[name]!(word, random), usual);
    return again(deskAt(dist), form, { [field]: usual }, { [field]: typed });
  },
});

const classSpelt = (form: string, grade: string, letter: string): Case => ({
  name: `${form}: «${grade}» and «${letter}» beside 7 and Б`,
  play: ({ dist }) => again(deskAt(dist), form, { grade: '7', letter: 'Б' }, { grade, letter }),
});

const PAIRS = 300;

/** The same row once more, spelt otherwise. */
export const spellings: Mishap = {
  title: 'spellings',
  never: 'counted twice',
  cases: () => {
    const names = Object.keys(SPELLS);
    const random = randomFrom(7);
    const single = PLACES.flatMap(([form, field, usual]) => names.map((name) => spelt(form, field, usual, [name], 1)));
    const pairs = Array.from({ length: PAIRS }, (_, seed) => {
      const [form, field, usual] = random.pick(PLACES);
      return spelt(form, field, usual, [random.pick(names), random.pick(names)], seed);
    });
    const classes = ['marks', 'pupils', 'context', 'classes'].flatMap((form) =>
      CLASSES.map(([grade, letter]) => classSpelt(form, grade, letter)),
    );
    return [...single, ...pairs, ...classes];
  },
};
