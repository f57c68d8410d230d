import { canonicalText, type Field } from '../model';
import { remembering } from './remembering';

/** What a field's list has for a typed word, and whether it is known there by another name. */
export interface ListedWord {
  readonly word: string;
  readonly otherName: boolean;
}

interface List {
  readonly find: (text: string) => ListedWord | null;
  readonly nearest: (text: string) => string | null;
}

const NO_LIST: List = { find: () => null, nearest: () => null };
const lists = new WeakMap<Field, List>();

function listOf(field: Field): List {
  let list = lists.get(field);
  if (!list) {
    list = field.choices ? made(field.choices, field.synonyms ?? {}) : NO_LIST;
    lists.set(field, list);
  }
  return list;
}

function made(choices: readonly string[], synonyms: NonNullable<Field['synonyms']>): List {
  let all: Map<string, ListedWord> | null = null;
  const known = (): ReadonlyMap<string, ListedWord> => {
    all ??= namesOf(choices, synonyms);
    return all;
  };
  return {
    // Most words are chosen from the list, and then nothing else of it is looked at.
    find: remembering((text) =>
      choices.includes(text) ? { word: text, otherName: false } : (known().get(canonicalText(text)) ?? null),
    ),
    nearest: remembering((text) => (choices.includes(text) ? null : nearestIn(known(), canonicalText(text)))),
  };
}

function namesOf(choices: readonly string[], synonyms: NonNullable<Field['synonyms']>): Map<string, ListedWord> {
  const known = new Map<string, ListedWord>();
  for (const [word, names] of Object.entries(synonyms))
    for (const name of names) known.set(canonicalText(name), { word, otherName: true });
  for (const word of choices) known.set(canonicalText(word), { word, otherName: false });
  return known;
}

/** The word of the field's list that a text is, in whatever spelling or under another name. */
export const listedWord = (field: Field, text: string): ListedWord | null => listOf(field).find(text);

/** The word of the list that a text which is none of them was probably meant for. */
export const nearestWord = (field: Field, text: string): string | null => listOf(field).nearest(text);

/** Slips that leave a word the same: one in a short word, two in a long one; «Экология» is not «Биология». */
const slipsIn = (word: string): number => (word.length < 5 ? 0 : word.length < 10 ? 1 : 2);

function nearestIn(known: ReadonlyMap<string, ListedWord>, text: string): string | null {
  if (known.has(text)) return null;
  let [nearest, least]: [string | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const [name, { word }] of known) {
    const most = Math.min(slipsIn(name), slipsIn(text), least - 1);
    if (most < 1 || Math.abs(name.length - text.length) > most) continue;
    const slips = slipsBetween(name, text);
    if (slips <= most) [nearest, least] = [word, slips];
  }
  return nearest;
}

/** How many letters are to be put in, left out, changed or swapped with the next. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed;
      row.push(Math.min(changed, swapped, last[j]! + 1, row[j - 1]! + 1));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
