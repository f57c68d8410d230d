import { defineCheck, type Found } from '../../model';
import { remembering } from '../remembering';

/** Classes of Unicode take long to make ready, and what people type has a letter of these. */
const PLAIN_LETTER = /[A-Za-zА-Яа-яЁё]/;

const hasNoLetter = remembering((text) => text !== '' && !PLAIN_LETTER.test(text) && !/\p{L}/u.test(text));

/**
 * A subject is a word, whatever else a class and its letter may be; a tick is none at all and found in reading. A choice
 * has its list.
 */
export const notAText = defineCheck<{ found: string }>({
  id: 'cell/not-a-text',
  needs: 'row',
  severity: 'error',
  find({ form, rows }) {
    const isWords = (key: string): boolean =>
      key !== 'grade' && key !== 'letter' && form.fields[key]!.kind !== 'choice';
    const keys = form.identity.filter(isWords);
    return keys.flatMap((field) =>
      rows
        .filter(({ entry }) => hasNoLetter(entry.texts[field] ?? ''))
        .map(
          (at): Found<{ found: string }> => ({
            at,
            field,
            severity: 'warning',
            details: { found: at.entry.texts[field]!.slice(0, 40) },
          }),
        ),
    );
  },
  words: ({ found }, { column }) => `${column}: указано «${found}»; напишите словами`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: '12345', five: 1 }],
      says: ['1: «Предмет»: указано «12345»; напишите словами'],
    },
    {
      form: 'marks',
      rows: [{ grade: '5', subject: true, five: 1 }],
      says: ['1: «Предмет»: указано «галочка»; напишите словами'],
    },
    { form: 'marks', rows: [{ grade: '5', subject: 'Химия', five: 1 }], says: [] },
  ],
});
