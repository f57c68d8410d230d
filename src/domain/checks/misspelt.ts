import { defineCheck, type Found } from '../../model';
import { nearestWord } from '../listed-words';

/** Nearly a word of the list: the same subject under two names would be two subjects. */
export const misspelt = defineCheck<{ found: string; word: string }>({
  id: 'cell/misspelt',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    const listed = Object.entries(form.fields).filter(
      ([, { kind, choices }]) => kind === 'text' && choices !== undefined,
    );
    return listed.flatMap(([key, field]) =>
      rows.flatMap((at): Found<{ found: string; word: string }>[] => {
        const found = at.entry.texts[key] ?? '';
        const word = found === '' ? null : nearestWord(field, found);
        return word === null ? [] : [{ at, field: key, details: { found: found.slice(0, 40), word } }];
      }),
    );
  },
  words: ({ found, word }, { column }) =>
    `${column}: указано «${found}», в списке есть «${word}»; выберите его, а если это другое – поясните`,
  cases: [
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Руский язык', five: 1 },
        { grade: '6', subject: 'Краеведение', five: 1 },
      ],
      says: [
        '1: «Предмет»: указано «Руский язык», в списке есть «Русский язык»; выберите его, а если это другое – поясните',
      ],
    },
    { form: 'marks', rows: [{ grade: '5', subject: 'Русский язык', five: 1 }], says: [] },
  ],
});
