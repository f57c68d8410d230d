import fc from 'fast-check';

/** Cyrillic letters and the Latin ones that look the same. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ а: 'a', с: 'c', е: 'e', о: 'o', р: 'p', х: 'x', у: 'y' },
  ...{ А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', Х: 'X', У: 'Y' },
};
const NOT_DRAWN = ['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u202a', '\u200f'];
const SPACES = [' ', '\u00a0', '\u2009', '\u202f', '  ', '\n'];
const DASHES = ['-', '\u2010', '\u2011', '–', '—', '−'];

const variants = (letter: string): readonly string[] => {
  if (letter === ' ') return SPACES;
  if (letter === '-') return DASHES;
  const cases = [letter, letter.toUpperCase()];
  const latin = cases.flatMap((one) => LATIN[one] ?? []);
  const vowel = /[аоуыэюя]/.test(letter) ? [`${letter}\u0301`] : [];
  return [...cases, ...latin, ...vowel, ...cases.map((one) => one.normalize('NFD'))];
};

/** The same words as other people and programs spell them: nobody who reads them sees a difference. */
export const respelt = (words: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...[...words].map((letter) =>
        fc.tuple(fc.constantFrom(...variants(letter)), fc.option(fc.constantFrom(...NOT_DRAWN), { nil: '', freq: 4 })),
      ),
    )
    .map((letters) => letters.map((parts) => parts.join('')).join(''));
