import { count, type Field, type Form, type Programme } from '../../../src/model';
import { programme as first } from '../../four-forms';
import { libraryTheme } from './library';

const between = (fields: Readonly<Record<string, Field>>): Record<string, Field> =>
  Object.fromEntries(
    Object.entries(fields).flatMap((entry) =>
      entry[0] === 'failing'
        ? [['oneFour', count('С одной «4»', 'Одна «4», остальные «5».', { optional: true })], entry]
        : [entry],
    ),
  );

const grown = (form: Form): Form[] => {
  if (form.key === 'pupils') return [{ ...form, fields: between(form.fields) }];
  return form.key === 'classes' ? [form, libraryTheme.form] : [form];
};

/** The district's programme with a form and a field more, each of them among the others. */
export const programme: Programme = { ...first, forms: first.forms.flatMap(grown) };
