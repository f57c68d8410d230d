import { type Entry, type Form, isNumeric, spacedText } from '../model';
import { remembering } from './remembering';

/** Words that stand for a total wherever they stand in a name; in one spelling, so «total» has Cyrillic letters here. */
const WORD = /(?:^|[^а-яa-z])(?:итог[ои]?|всего|(?:suв)?тотаl)(?![а-яa-z])/;

/** What is a total when it is all that stands there: «по школе», «5-9 классы», «начальная школа», «ООО». */
const NAMES: readonly RegExp[] = [
  /^(?:сумма|в сумме|в целом|среднее(?: значение)?|в среднем|средний балл|suм)[ :,]*$/,
  /^по (?:всей |всем |этой )?(?:школе|району|округу|параллел[а-я]+|ступен[а-я]+|уровн[а-я]+|предмет[а-я]+)[ :,]*$/,
  /^(?:(?:все|весь|вся) (?:школа|предметы|классы|район|параллель)|(?:начальная|основная|средняя|старшая) школа)[ :,]*$/,
  /^(?:(?:уровень |ступень )?(?:ноо|ооо|соо)|(?:\d+ ?-? ?[а-я]{0,2} )?параллель(?: .*)?)[ :,]*$/,
  /^(?:по |за )?(?:все[мх]? )?(?:(?:начальн|средн|старш)[а-я]+ |\d[\d -]*(?:-?[ехй]+ )?)?класс(?:ы|ов|ам|ах)[ :,]*$/,
];

/** Part of every name above: most names have none of it and are looked at no further. */
const HINT = /итог|всего|тотаl|сумм|suм|в целом|средн|^по |^(?:все|весь|вся) |школа|ноо|ооо|соо|параллель|класс[оаы]/;

/** True for the name of a row of totals or subtotals. */
export const isTotal = remembering((text): boolean => {
  if (text.length < 3) return false;
  const spaced = spacedText(text);
  if (!HINT.test(spaced)) return false;
  return WORD.test(spaced) || NAMES.some((name) => name.test(spaced));
});

/** Class and letter are short: there «итог» is a total in any word. */
export const isTotalOfClasses = remembering(
  (text): boolean => isTotal(text) || /итог|всего|сумм/.test(spacedText(text)),
);

const known = new WeakMap<Form, readonly string[]>();

/** Where a total may be named: what tells rows apart, and what is chosen from a list. */
function namesOf(form: Form): readonly string[] {
  const { fields, identity } = form;
  const isName = (key: string): boolean =>
    fields[key]!.kind === 'choice' || (identity.includes(key) && !isNumeric(fields[key]!));
  const names = known.get(form) ?? Object.keys(fields).filter(isName);
  known.set(form, names);
  return names;
}

/** The first field in which a row is named a total; null in other rows. A word of the field's list is none. */
export function totalNamed(form: Form, { texts }: Entry): string | null {
  for (const key of namesOf(form)) {
    const text = texts[key] ?? '';
    if (text.length < 3 || form.fields[key]!.choices?.includes(text)) continue;
    if (key === 'grade' || key === 'letter' ? isTotalOfClasses(text) : isTotal(text)) return key;
  }
  return null;
}
