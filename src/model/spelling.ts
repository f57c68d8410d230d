/**
 * The one canonical spelling of what people type: texts that look the same to a reader are the same here. It is compared and
 * kept as data, never shown.
 */

/**
 * Drawn by no font: soft hyphens, zero-width and bidi characters, variation selectors. Ranges and no classes of Unicode here:
 * making those ready takes longer than a whole edit.
 */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]+|\udb40[\udc00-\udfff]/g;
/** Also what only chooses how a letter is drawn. */
const ACCENTS = /[\u0300-\u036f]+|[\u0483-\u0489]|[\u180b-\u180f]|[\u20d0-\u20ff]|[\ufe00-\ufe0f]|[\ufe20-\ufe2f]/g;
const SHORT_I = /и[\u0300-\u036f]*\u0306/g;
/** What the most texts are made of: nothing is to be folded in them but case and what the last steps do. */
const NOT_PLAIN = /[^А-Яа-яЁё0-9 .,:;()«»"!?/+-]/;
const QUOTES = /["'`«»\u2018-\u201f\u2039\u203a\u2032\u2033\u02b9-\u02bc]+/g;
const DASHES = /[\u02d7\u058a\u2010-\u2015\u2043\u2212\u2e3a\u2e3b]/g;
/** Spaces and whatever controls a line or a device. */
const SPACES = /(?:[\s\u2800]|[^!-~\u00a1-\uffff])+/g;
const OTHER_ALPHABETS = /[a-z\u03b1-\u03c9іѕј]/g;

/** Letters that look the same in either case, all as one of them; Latin and Greek ones as the Cyrillic. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' },
  ...{ α: 'а', β: 'в', ε: 'е', η: 'н', κ: 'к', μ: 'м', ο: 'о', ρ: 'р', τ: 'т', χ: 'х', υ: 'у', ν: 'n', ι: 'i' },
  ...{ і: 'i', ѕ: 's', ј: 'j' },
};

/** Compatibility forms (full-width, ligatures) and accents fold; «й» is a letter of its own. */
const unaccented = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(SHORT_I, 'й')
    .replace(ACCENTS, '')
    .replace(OTHER_ALPHABETS, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(DASHES, '-');

/** A point between digits belongs to a number; any other ends an abbreviation. */
const withoutPoints = (text: string): string =>
  text.replace(/\.+/g, (points, at: number) =>
    /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + points.length] ?? '') ? '.' : ' ',
  );

/** In these there is nothing but case to fold. */
const WORDS = /^[А-Яа-яЁё0-9]+(?: [А-Яа-яЁё0-9]+)*$/;

/** Words apart by single spaces, otherwise as in `canonicalText`. */
export function spacedText(text: string): string {
  if (WORDS.test(text)) return text.toLowerCase().replace(/ё/g, 'е');
  const folded = NOT_PLAIN.test(text) ? unaccented(text) : text.toLowerCase().replace(/ё/g, 'е');
  return withoutPoints(folded.replace(QUOTES, '')).replace(SPACES, ' ').trim();
}

/** Spaces tell nothing apart but numbers; so does what ends a line. */
export function foldedText(text: string): string {
  const spaced = spacedText(text);
  if (ONE_WORD.test(spaced)) return spaced;
  return spaced
    .replace(/(?<!\d) | (?!\d)/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[,;:!?*]+|[,;:!?*]+$/g, '');
}

const ONE_WORD = /^[а-я0-9]*$/;

/** One spelling of a word or a name; a 0 or 3 that begins or stands inside a word is the letter it looks like. */
export const canonicalText = (text: string): string =>
  SIMPLE.test(text) ? text.toLowerCase().replace(/ /g, '') : asLetters(foldedText(text));

const SIMPLE = /^(?:\d+|[А-Яа-я]+(?: [А-Яа-я]+)*)$/;

const asLetters = (text: string): string =>
  text.replace(/(?<!\d)[03](?=[а-яa-z])/g, (digit) => (digit === '0' ? 'о' : 'з'));
