import { defineCheck } from '../../model';

/** A row of a form that is asked for, in which only what was carried over stands. */
export const notStarted = defineCheck({
  id: 'row/not-started',
  needs: 'row',
  severity: 'warning',
  answeredByForm: true,
  find: ({ due, unbegun }) => (due ? unbegun.map((at) => ({ at, details: {} })) : []),
  words: () => 'строка не заполнена: введите числа или удалите строку',
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 15 }],
      says: ['1: Строка не заполнена: введите числа или удалите строку'],
    },
    { form: 'marks', period: '2023-Q3', rows: [{ grade: '5', subject: 'Химия', enrolled: 15 }], says: [] },
    { form: 'marks', rows: [{ grade: '5', subject: 'Химия', five: 0 }], says: [] },
  ],
});
