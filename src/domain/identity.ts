import type { ClassSet, Entry, Form } from '../model';
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

/** The row's business key: what tells it from the other rows of the form. `classes` are those its grade and letter name. */
export function identityOf(form: Form, { texts }: Pick<Entry, 'texts'>, classes = classSetOf(texts)): string {
  let name = '';
  for (const key of form.identity) {
    if (name !== '' || key !== form.identity[0]) name += '|';
    if (classes && key === 'grade') name += `${classes.from}-${classes.to}`;
    else name += normalText((classes && key === 'letter' ? classes.letter : texts[key]) ?? '');
  }
  return name;
}

const classSetOf = (texts: Entry['texts']): ClassSet | null => readClassSet(texts.grade ?? '', texts.letter ?? '');

/** The identity without grade and letter: the subject of a row of marks, nothing for a class row. */
export function themeOf(form: Form, { texts }: Entry): string {
  let theme = '';
  for (const key of form.identity) if (key !== 'grade' && key !== 'letter') theme += `|${normalText(texts[key] ?? '')}`;
  return theme.slice(1);
}
