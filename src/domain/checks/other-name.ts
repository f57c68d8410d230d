import { defineCheck, type Found, textOf } from '../../model';
import { listedWord } from '../listed-words';

/** Another name of a word of the list: it is counted as that word, which the reports show. */
export const otherName = defineCheck<{ found: string; word: string }>({
  id: 'cell/other-name',
  needs: 'row',
  severity: 'warning',
  find({ form, rows }) {
    const named = Object.entries(form.fields).filter(([, { synonyms }]) => synonyms !== undefined);
    return named.flatMap(([key, field]) =>
      rows.flatMap((at): Found<{ found: string; word: string }>[] => {
        const found = textOf(at.raw.cells[key]);
        const listed = found === '' ? null : listedWord(field, found);
        return listed?.otherName ? [{ at, field: key, details: { found: found.slice(0, 40), word: listed.word } }] : [];
      }),
    );
  },
  words: ({ found, word }, { column }) => `${column}: «${found}» учтено как «${word}»; выберите «${word}» из списка`,
  cases: [
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Русс. яз.', five: 1 },
        { grade: '6', subject: 'русский язык', five: 1 },
        { grade: '7', subject: 'Краеведение', five: 1 },
      ],
      says: ['1: «Предмет»: «Русс. яз.» учтено как «Русский язык»; выберите «Русский язык» из списка'],
    },
    { form: 'marks', rows: [{ grade: '5', subject: 'Русский язык', five: 1 }], says: [] },
  ],
});
