/**
 * The one canonical spelling of what people type: texts that look the same to a reader are the same here. It is compared and
 * kept as data, never shown.
 */

/** Drawn by no font: soft hyphens, zero-width and bidi characters, variation selectors. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const NOT_QUITE_PLAIN = /[^А-Яа-я0-9 -]/;
const QUOTES = /["'`«»\u2018-\u201f\u2039\u203a\u2032\u2033\u02b9-\u02bc]+/g;
const DASHES = /[\p{Pd}\u2212\u2043\u02d7]/gu;
const SPACES = /[\s\p{Cc}\u2800]+/gu;
const OTHER_ALPHABETS = /[a-z\u03b1-\u03c9іѕј]/g;

/** Letters that look the same in either case, all as one of them; Latin and Greek ones as the Cyrillic. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' },
  ...{ α: 'а', β: 'в', ε: 'е', η: 'н', κ: 'к', μ: 'м', ο: 'о', ρ: 'р', τ: 'т', χ: 'х', υ: 'у', ν: 'n', ι: 'i' },
  ...{ і: 'i', ѕ: 's', ј: 'j' },
};

/** Compatibility forms (full-width, ligatures) and accents fold; «й» is a letter of its own, «ё» is «е». */
const unaccented = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/и\p{M}*\u0306/gu, 'й')
    .replace(/\p{M}+/gu, '')
    .replace(OTHER_ALPHABETS, (letter) => LOOKALIKES[letter] ?? letter);

/** A point between digits belongs to a number; any other ends an abbreviation. */
const withoutPoints = (text: string): string =>
  text.replace(/\.+/g, (points, at: number) =>
    /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + points.length] ?? '') ? '.' : ' ',
  );

/** Words apart by single spaces, otherwise as in `canonicalText`. */
export function spacedText(text: string): string {
  if (!NOT_QUITE_PLAIN.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim();
  const folded = unaccented(text).replace(DASHES, '-').replace(QUOTES, '');
  return withoutPoints(folded).replace(SPACES, ' ').trim();
}

/** Spaces tell nothing apart but numbers; so does what ends a line. */
export const foldedText = (text: string): string =>
  spacedText(text)
    .replace(/(?<!\d) | (?!\d)/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[,;:!?*]+|[,;:!?*]+$/g, '');

/** One spelling of a word or a name; a 0 or 3 that begins or stands inside a word is the letter it looks like. */
export const canonicalText = (text: string): string =>
  foldedText(text).replace(/(?<!\d)[03](?=\p{L})/gu, (digit) => (digit === '0' ? 'о' : 'з'));
