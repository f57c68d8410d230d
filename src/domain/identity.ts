import type { Entry, Form } from '../model';
import { readClassSet } from './class-set';

/** One spelling for comparing what people type: case, ё/е, dashes and repeated spaces do not tell rows apart. */
export const normalText = (text: string): string =>
  text.toLowerCase().replace(/ё/g, 'е').replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();

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
