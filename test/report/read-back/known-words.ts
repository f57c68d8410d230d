import { formulaText } from '../../../src/model';
import type { Results } from '../../../src/pipeline';
import { programme } from '../../../src/programme';

const plainSpaces = (text: string): string => text.replace(/\u00ad/g, '').replace(/[\u00a0\s]+/g, ' ');

/** Every text of a declaration or a register that has a number in it: the order's words, titles, formulas, what people wrote. */
function textsIn(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    // A bare number is no words: a year kept as a text would tear dates apart.
    if (/\d/.test(value) && /\D/.test(value.trim()) && value.length > 3) found.add(plainSpaces(value).trim());
  } else if (Array.isArray(value)) for (const item of value) textsIn(item, found);
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) textsIn(item, found);
}

/** Words that need no figure by the first number in them: a text without it cannot hold them. */
export type KnownTexts = ReadonlyMap<string, readonly string[]>;

export function knownTexts(results: Pick<Results, 'schools' | 'registers'>): KnownTexts {
  const found = new Set<string>();
  const { forms, indicators, measures = [], requirements, settings, registers, basis } = programme;
  textsIn([forms, indicators, measures, requirements, settings, registers, basis], found);
  for (const indicator of indicators) textsIn(formulaText(indicator), found);
  textsIn([results.registers, results.schools], found);
  for (const text of [...found]) for (const part of text.split(/\n|(?<=[.;:]) /)) textsIn(part, found);
  const byNumber = new Map<string, string[]>();
  for (const text of [...found].sort((a, b) => b.length - a.length)) {
    const [number] = /\d+/.exec(text)!;
    byNumber.set(number, [...(byNumber.get(number) ?? []), text]);
  }
  return byNumber;
}

const MONTHS = 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря';

const CLASSES: readonly RegExp[] = [
  /\d{1,2}(?:[–-]\d{1,2})?(?:-?[а-я]{1,2})? класс\S*/g,
  /(?:класс\S*|кл\.) \d{1,2}(?:[–-]\d{1,2})?/g,
];

/** Numbers that count nothing: dates, periods, references, classes, marks, the method's own. */
const NOT_COUNTED: readonly RegExp[] = [
  /\d{1,2}\.\d{2}\.\d{4}/g,
  /\d{4}-\d{2}-\d{2}/g,
  new RegExp(`\\d{1,2} (?:${MONTHS})(?: \\d{4}(?: г\\.?| года)?)?(?: в \\d{1,2}:\\d{2})?`, 'g'),
  /\d{1,2}:\d{2}/g,
  /(?:к|ко|за|на)? ?(?:I|II|III|IV) квартал\S* \d{4} ?г\./g,
  /\d{4}\/\d{2,4}/g,
  /\d{4}[–-]\d{4}/g,
  /(?<!\d)20[12]\d(?: г\.| год\S*)?(?!\d)/g,
  /№ ?\d+(?:[-/]\d+)*(?:[-/]?[А-Яа-я])?/g,
  /(?:п\.|пп\.|пункт\S*|мер\S*|раздел\S*|стать\S*|ст\.|таблиц\S*|табл\.|рисун\S*|Приложени\S*|этап\S*|част\S*) ?\d+(?:\.\d+)*(?:(?:,| и| –) ?\d+(?:\.\d+)*)*/gi,
  /(?<!\d)\d\.\d(?:\.\d+)*(?:\.[а-я])?(?!\d)/g,
  /[А-Я]{1,3}-\d+(?: – [А-Я]{1,3}-\d+)?/g,
  /[«„]\d[»“]/g,
  /95(?:-процент\S*| %)/g,
  /от 5 до 9 чел\./g,
  /(?:меньше|менее|не меньше) \d+ (?:чел\S*|участник\S*|%|школ\S*)/g,
];

/** The text without what needs no figure. */
export function withoutKnown(text: string, known: KnownTexts): string {
  let left = plainSpaces(text.replace(/(\d)\u00a0(?=\d{3}(?!\d))/g, '$1'));
  for (const pattern of CLASSES) left = left.replace(pattern, ' ');
  const candidates = [...new Set(left.match(/\d+/g))].flatMap((number) => known.get(number) ?? []);
  for (const words of candidates.sort((a, b) => b.length - a.length))
    if (left.includes(words)) left = left.split(words).join(' ');
  for (const pattern of NOT_COUNTED) left = left.replace(pattern, ' ');
  return left;
}

/** «−8,2» is 8.2: the sign is a matter of words. */
export const numbersIn = (text: string): string[] => text.match(/\d+(?:,\d+)?/g) ?? [];
