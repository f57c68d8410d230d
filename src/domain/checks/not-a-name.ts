import { defineCheck } from '../../model';
import { listedWord } from '../listed-words';

/** Every name that a list suggests begins with a letter. */
const NUMBERED = /^\d/;

/** A class or a number where a word like those of the list belongs: cells were pasted one column aside. Of exams, any other word. */
export const notAName = defineCheck<{ found: string }>({
  id: 'cell/not-a-name',
  needs: 'row',
  severity: 'warning',
  unlessErrors: true,
  find({ form, rows }) {
    const listed = Object.entries(form.fields).filter(
      ([, { kind, choices }]) => kind === 'text' && choices !== undefined,
    );
    return listed.flatMap(([key, field]) =>
      rows.flatMap((at) => {
        const found = at.entry.texts[key] ?? '';
        if (found === '' || listedWord(field, found)) return [];
        // What the district enters is of its own list; a school may teach what no list has.
        if (!NUMBERED.test(found) && form.byDistrict !== true) return [];
        return [{ at, field: key, details: { found: found.slice(0, 40) } }];
      }),
    );
  },
  words: ({ found }, { column }) => `${column}: указано «${found}»; выберите слово из списка`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: '5 класс', five: 1 }],
      says: ['1: «Предмет»: указано «5 класс»; выберите слово из списка'],
    },
    { form: 'marks', rows: [{ grade: '5', subject: 'Краеведение', five: 1 }], says: [] },
  ],
});
