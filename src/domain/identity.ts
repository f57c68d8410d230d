import type { Entry, Form } from '../model';
import { readClassSet } from './class-set';
import { remembering } from './remembering';

/** Latin letters that look Cyrillic. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** Latin letters inside Cyrillic words were typed by mistake: «Mатематика» is «Математика». */
const cyrillic = (text: string): string =>
  /[а-яё]/.test(text) ? text.replace(/[a-z]/g, (letter) => LOOKALIKES[letter] ?? letter) : text;

/** One spelling for comparing what people type: case, ё/е, look-alike letters, dashes and spaces do not tell rows apart. */
export const normalText = remembering((text) =>
  cyrillic(text.toLowerCase()).replace(/ё/g, 'е').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim(),
);

/** The row's business key: what tells it from the other rows of the form. */
export function identityOf(form: Form, entry: Entry): string {
  const set = readClassSet(entry.texts.grade ?? '', entry.texts.letter ?? '');
  return form.identity
    .map((key) => {
      if (set && key === 'grade') return `${set.from}-${set.to}`;
      if (set && key === 'letter') return normalText(set.letter);
      return normalText(entry.texts[key] ?? '');
    })
    .join('|');
}

/** The identity without grade and letter: the subject of a row of marks, nothing for a class row. */
export const themeOf = (form: Form, entry: Entry): string =>
  form.identity
    .filter((key) => key !== 'grade' && key !== 'letter')
    .map((key) => normalText(entry.texts[key] ?? ''))
    .join('|');
