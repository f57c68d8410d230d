import { type ClassSet, canonicalText, type Entry, type Field, type Form } from '../model';
import { readClassSet } from './class-set';
import { listedWord } from './listed-words';
import { remembering } from './remembering';

/** One spelling for comparing what people type. */
export const normalText = remembering(canonicalText);

/** One spelling of a word of a field: a word that the list knows by another name is the list's. */
const spellingIn = (field: Field, text: string): string => normalText(listedWord(field, text)?.word ?? text);

/** The row's business key: what tells it from the other rows of the form. `classes` are those its grade and letter name. */
export function identityOf(form: Form, { texts }: Pick<Entry, 'texts'>, classes = classSetOf(texts)): string {
  let name = '';
  for (const key of form.identity) {
    if (key !== form.identity[0]) name += '|';
    if (classes && key === 'grade') name += gradesOf(form, classes);
    else if (classes && key === 'letter') name += classes.letters.join();
    else name += spellingIn(form.fields[key]!, texts[key] ?? '');
  }
  return name;
}

/** Without a column of letters the class tells rows apart by its letter too: «5А». */
const gradesOf = ({ fields }: Form, { from, to, letters }: ClassSet): string =>
  letters.length === 0 || 'letter' in fields ? `${from}-${to}` : `${from}-${to}${letters.join()}`;

const classSetOf = (texts: Entry['texts']): ClassSet | null => readClassSet(texts.grade ?? '', texts.letter ?? '');

/** The identity without grade and letter: the subject of a row of marks, nothing for a class row. */
export function themeOf(form: Form, { texts }: Entry): string {
  let theme = '';
  for (const key of form.identity)
    if (key !== 'grade' && key !== 'letter') theme += `|${spellingIn(form.fields[key]!, texts[key] ?? '')}`;
  return theme.slice(1);
}
