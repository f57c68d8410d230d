import { type Entry, type FieldKind, type Form, isNumeric } from '../../model';
import { readClassSet } from '../class-set';
import { type Finding, found } from './finding';

/** The words a row cannot be known without; a subject is a word, whatever else a class and its letter may be. */
export function checkIdentity(form: Form, entry: Entry): Finding[] {
  return form.identity.flatMap((key) => {
    const text = entry.texts[key] ?? '';
    if (text === '') return form.fields[key]!.optional ? [] : [found('cell/required', 'error', {}, key)];
    if (key === 'grade' || key === 'letter' || /\p{L}/u.test(text)) return [];
    return [found('cell/not-a-text', 'warning', { found: text.slice(0, 40) }, key)];
  });
}

/** A row for «1-4» speaks of four grades; without a letter perhaps of parallels too, which is left to the explanation. */
function gradesOf(entry: Entry): number {
  const set = readClassSet(entry.texts.grade ?? '', entry.texts.letter ?? '');
  return set ? set.to - set.from + 1 : 1;
}

/** Unlikely numbers ask for a word of explanation; they are counted all the same. */
export function checkPlausibility(form: Form, entry: Entry): Finding[] {
  return Object.entries(form.fields).flatMap(([key, field]) => {
    const number = entry.numbers[key];
    const limit = field.plausibleUpTo === undefined ? undefined : field.plausibleUpTo * gradesOf(entry);
    if (limit === undefined || number === null || number === undefined || number <= limit) return [];
    return [found('cell/unlikely', 'warning', { found: number, limit }, key)];
  });
}

const LONGEST = 100;
const LONGEST_BY_KIND: Partial<Record<FieldKind, number>> = { link: 500, 'long-text': 5000 };

/** A class or a subject is a few words; a page of text in its place is something else. */
export function checkLength(form: Form, entry: Entry): Finding[] {
  return Object.entries(form.fields).flatMap(([key, { kind }]) => {
    const { length } = entry.texts[key] ?? '';
    const limit = LONGEST_BY_KIND[kind] ?? LONGEST;
    return length > limit ? [found('cell/too-long', 'error', { length, limit }, key)] : [];
  });
}

const PERSONAL: readonly (readonly [string, RegExp])[] = [
  [
    'фамилия и инициалы',
    /(?:^|[^А-ЯЁа-яё])[А-ЯЁ][а-яё]{2,}\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}/,
  ],
  ['фамилия, имя и отчество', /[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы)(?![а-яё])/],
  ['СНИЛС', /\d{3}-\d{3}-\d{3}[ -]\d{2}/],
  ['телефон', /(?:\+7|(?:^|\D)8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/],
  ['адрес электронной почты', /[\w.+-]+@[\w-]+\.\w+/],
];

/** Names, phones and the like have no place in the workbook: counts only (152-ФЗ). */
export function checkPersonalData(form: Form, entry: Entry): Finding[] {
  const typed: [string | undefined, string][] = Object.keys(form.fields)
    .filter((key) => !isNumeric(form.fields[key]!))
    .map((key) => [key, entry.texts[key] ?? '']);
  typed.push([undefined, entry.explanation]);
  return typed.flatMap(([key, text]) =>
    PERSONAL.filter(([, pattern]) => pattern.test(text)).map(([kind]) =>
      found('cell/personal-data', 'warning', { kind }, key),
    ),
  );
}
