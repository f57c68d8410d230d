import { type Sheet, widthOf, wordsOf } from './sheet';

/** The words over a column, from above downwards, each once. */
export type Captions = readonly string[];

/** Whether a column is the one wanted. */
export type Wanted = (captions: Captions) => boolean;

export interface Header<K extends string> {
  /** The last row of the header; the table begins below. */
  readonly row: number;
  /** Its first row. */
  readonly top: number;
  /** Columns from 1. */
  readonly columns: Readonly<Partial<Record<K, number>>>;
}

/** A column any of whose captions holds the words. */
export const named =
  (words: RegExp, but?: RegExp): Wanted =>
  (captions) =>
    captions.some((caption) => words.test(withoutUnit(caption)) && !but?.test(caption)) && !isShare(captions);

/** The same columns, and beside their known captions those that a person has pointed out. */
export function alsoTaught<K extends string>(
  wanted: Readonly<Record<K, Wanted>>,
  taught: Readonly<Record<string, string>> = {},
): Readonly<Record<K, Wanted>> {
  const pointed = new Set(Object.values(taught));
  const both = (key: K): Wanted => {
    const words = taught[key];
    return (captions) => {
      const whole = captions.join(' ');
      return pointed.has(whole) ? whole === words : wanted[key](captions);
    };
  };
  return Object.fromEntries((Object.keys(wanted) as K[]).map((key) => [key, both(key)])) as Record<K, Wanted>;
}

/** The captions of a table nobody has recognised: of its first row with so many words. */
export function captionRow(sheet: Sheet, least: number): string[] {
  for (let row = 1; row <= Math.min(sheet.rows.length, ROWS_FOR_CAPTIONS); row += 1) {
    const words = captionsOf(sheet, row, 1).map((captions) => captions.join(' '));
    const found = [...new Set(words.filter((caption) => caption !== ''))];
    if (found.length >= least) return found;
  }
  return [];
}

const withoutUnit = (caption: string): string => caption.replace(/[ ,]*\(?(?:чел|человек)\)?$/, '');

const isShare = (captions: Captions): boolean => /%|процент|доля/.test(captions[captions.length - 1] ?? '');

const MARK_WORDS: Readonly<Record<number, string>> = { 5: 'отл', 4: 'хор', 3: 'уд', 2: 'неуд' };

/** A column of one mark: «5», «Отл», «Отметка 5»; in a table of people a column of shares is none. */
export function ofMark(mark: number, of: 'people' | 'any' = 'any'): Wanted {
  const words = new RegExp(
    `^(?:отметк[аи] |оценк[аи] |на )?(?:${mark}|${MARK_WORDS[mark]}[а-я]*)(?:[ ,(]+(?:%|чел).*)?$`,
  );
  return (captions) =>
    captions.some((caption) => words.test(caption)) && !(of === 'people' ? isShare(captions) : secondOfPair(captions));
}

/** Under one mark stand «чел.» and «%»: the people are wanted. */
const secondOfPair = (captions: Captions): boolean => captions.length > 1 && isShare(captions);

const DEEPEST = 3;
const MOST_ROWS = 200;
const ROWS_FOR_CAPTIONS = 30;

/** The first rows that caption every column required, as few of them as do, wherever they and the columns stand. */
export function findHeader<K extends string>(
  sheet: Sheet,
  wanted: Readonly<Record<K, Wanted>>,
  required: readonly NoInfer<K>[],
  from = 1,
): Header<K> | null {
  const rows = Math.min(sheet.rows.length, from + MOST_ROWS);
  for (let depth = 1; depth <= DEEPEST; depth += 1) {
    for (let top = from; top + depth - 1 <= rows; top += 1) {
      const columns = columnsOf(captionsOf(sheet, top, depth), wanted);
      if (required.every((key) => columns[key] !== undefined)) return { row: top + depth - 1, top, columns };
    }
  }
  return null;
}

function columnsOf<K extends string>(captions: readonly Captions[], wanted: Readonly<Record<K, Wanted>>) {
  const columns: Partial<Record<K, number>> = {};
  const taken = new Set<number>();
  for (const key of Object.keys(wanted) as K[]) {
    const index = captions.findIndex((words, at) => words.length > 0 && !taken.has(at) && wanted[key](words));
    if (index < 0) continue;
    taken.add(index);
    columns[key] = index + 1;
  }
  return columns;
}

/** The captions over each column in rows `top` to `top + depth - 1`. */
export function captionsOf(sheet: Sheet, top: number, depth: number): Captions[] {
  return Array.from({ length: widthOf(sheet) }, (_, index) => {
    const words: string[] = [];
    for (let row = top; row < top + depth; row += 1) {
      const here = wordsOf(sheet.spread[row - 1]?.[index]);
      if (here !== '' && !words.includes(here)) words.push(here);
    }
    return words;
  });
}

/** A row that numbers the columns, as printed forms have it. */
export function numbersColumns(sheet: Sheet, row: number): boolean {
  const filled = (sheet.rows[row - 1] ?? []).map(wordsOf).filter((words) => words !== '');
  return (
    filled.length > 2 && filled[0] === '1' && filled[1] === '2' && filled.every((words) => /^\d{1,2}$/.test(words))
  );
}
