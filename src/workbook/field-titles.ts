import type { Field, Form, Programme } from '../model';
import { plainTitle } from './plain-title';

/** Words that say that something is counted and of whom, and nothing of what is counted. */
const SAYS_NOTHING =
  /^(?:кол|во|количество|число|чел|человек|всего|итого|обуч\S*|учащ\S*|учени\S*|уч|ся|дет\S*|получи\S*|имеют|отмет\S*|оцен\S*|по|на|в|из|них|и|с|за|шт)$/;
/** …and of those the ones by which all of them are meant: «Всего уч-ся». */
const OF_ALL = /всего|обуч|учащ|учени|уч-ся|дет(?:ей|и)|чел/i;
const STEM = 6;

/** Letters, digits and the sign of a percentage, a word cut at the end of a line put together. */
const bareTitle = (title: string): string => plainTitle(joinedLines(title)).replace(/[^a-zа-я0-9%№]/g, '');

const joinedLines = (title: string): string => title.replace(/-(?=\s*\n)\s+/g, '');

const stemsOf = (title: string): string[] =>
  joinedLines(title)
    .toLowerCase()
    .replace(/ё/g, 'е')
    .split(/[^a-zа-я0-9%]+/)
    .filter((word) => word !== '' && !SAYS_NOTHING.test(word))
    .map((word) => word.slice(0, STEM));

type OtherTitles = NonNullable<Programme['otherTitles']>;

interface Named {
  readonly key: string;
  readonly bare: readonly string[];
  readonly stems: readonly (readonly string[])[];
  readonly ofAll: boolean;
}

const isOfAll = (title: string, stems: readonly string[]): boolean => stems.length === 0 && OF_ALL.test(title);

const within = (few: readonly string[], many: readonly string[]): boolean => few.every((stem) => many.includes(stem));

/** Four ways of being the same title, the surest first. */
const WAYS: readonly ((title: string, stems: readonly string[], named: Named) => boolean)[] = [
  (title, _, { bare }) => bare.includes(bareTitle(title)),
  (_, stems, named) => stems.length > 0 && named.stems.some((own) => own.length === stems.length && within(own, stems)),
  (title, stems, { ofAll }) => ofAll && isOfAll(title, stems),
  (_, stems, named) =>
    named.stems.some((own) => Math.min(own.length, stems.length) > 1 && (within(own, stems) || within(stems, own))),
];

const namesOf = (key: string, { title }: Field, other: OtherTitles): Named => {
  const titles = [title, ...(other[title] ?? [])];
  const stems = titles.map(stemsOf);
  const ofAll = titles.some((one, at) => isOfAll(one, stems[at]!));
  return { key, bare: titles.map(bareTitle), stems: stems.filter((own) => own.length > 0), ofAll };
};

/** The field that each of the titles names, however people word it; each field is named by one title at most. */
export function fieldsOfTitles(form: Form, titles: readonly string[], other: OtherTitles = {}): (string | undefined)[] {
  const named = Object.entries(form.fields).map(([key, field]) => namesOf(key, field, other));
  const found: (string | undefined)[] = titles.map(() => undefined);
  const taken = new Set<string>();
  for (const isSame of WAYS) {
    titles.forEach((title, index) => {
      if (title === '' || found[index] !== undefined || isShare(title)) return;
      const stems = stemsOf(title);
      const fitting = named.filter((one) => !taken.has(one.key) && isSame(title, stems, one));
      const [only] = fitting;
      if (fitting.length !== 1 || !only) return;
      found[index] = only.key;
      taken.add(only.key);
    });
  }
  return found;
}

const isShare = (title: string): boolean => title.includes('%');

/** What the add-on calculates itself, or what only numbers the rows. */
export const needsNoPlace = (title: string): boolean =>
  isShare(title) || /^№|^номер$|качеств|успеваем|средн\S* балл|обученност|^соу$/i.test(title.trim());
