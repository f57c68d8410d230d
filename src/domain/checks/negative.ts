import { defineCheck } from '../../model';

/** Fewer than none. */
export const negative = defineCheck<{ found: string }>({
  id: 'cell/negative',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) => `${column}: указано ${found}, число не может быть меньше 0; исправьте`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: -1 }],
      says: ['1: «5»: указано -1, число не может быть меньше 0; исправьте'],
    },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 0 }], says: [] },
  ],
});
