import { defineCheck } from '../../model';

/** The words a row cannot be known without. */
export const required = defineCheck({
  id: 'cell/required',
  needs: 'row',
  severity: 'error',
  find({ form, rows }) {
    const keys = form.identity.filter((key) => !form.fields[key]!.optional);
    return keys.flatMap((field) =>
      rows.filter(({ entry }) => !entry.texts[field]).map((at) => ({ at, field, details: {} })),
    );
  },
  words: (_, { column }) => `${column}: пусто, без этого строку нельзя учесть; заполните`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: '', five: 1 }],
      says: ['1: «Предмет»: пусто, без этого строку нельзя учесть; заполните'],
    },
    { form: 'marks', rows: [{ grade: '5', letter: '', subject: 'Химия', five: 1 }], says: [] },
  ],
});
