import { defineCheck } from '../../model';

/** «1-4» that Sheets took for a date. */
export const textBecameDate = defineCheck<{ found: string }>({
  id: 'cell/text-became-date',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) =>
    `${column}: ввод превратился в дату ${found}; поставьте перед текстом апостроф: '1-4`,
  cases: [
    {
      form: 'marks',
      rows: [{ grade: 'дата 04.01.2023', letter: '', subject: 'Химия' }],
      says: ["1: «Класс»: ввод превратился в дату 04.01.2023; поставьте перед текстом апостроф: '1-4"],
    },
    { form: 'marks', rows: [{ grade: '1-4', letter: '', subject: 'Химия' }], says: [] },
  ],
});
