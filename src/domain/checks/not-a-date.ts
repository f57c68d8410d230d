import { defineCheck } from '../../model';

/** Words or a number where a day belongs. */
export const notADate = defineCheck<{ found: string }>({
  id: 'cell/not-a-date',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { column }) => `${column}: указано «${found}»; введите дату вида 12.05.2023`,
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учителя', since: 'в мае' }],
      says: ['1: «С какого дня»: указано «в мае»; введите дату вида 12.05.2023'],
    },
    {
      form: 'staff',
      rows: [{ category: 'учителя', since: '31.02.2023' }],
      says: ['1: «С какого дня»: указано «31.02.2023»; введите дату вида 12.05.2023'],
    },
    { form: 'staff', rows: [{ category: 'учителя', since: '12.05.2023' }], says: [] },
  ],
});
