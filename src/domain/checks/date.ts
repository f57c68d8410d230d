import { defineCheck } from '../../model';

/** A number that Sheets took for a date: «12.5», «5/1». */
export const date = defineCheck<{ found: string }>({
  id: 'cell/date',
  needs: 'row',
  severity: 'error',
  words: ({ found }, { form, field, column }) => {
    const number = form.fields[field ?? '']?.kind === 'decimal' ? 'число через запятую' : 'целое число';
    return `${column}: ввод превратился в дату ${found}; введите ${number} ещё раз`;
  },
  cases: [
    {
      form: 'marks',
      rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 'дата 12.05.2023' }],
      says: ['1: «5»: ввод превратился в дату 12.05.2023; введите целое число ещё раз'],
    },
    {
      form: 'staff',
      rows: [{ category: 'учителя', positions: 'дата 12.05.2023' }],
      says: ['1: «Ставок»: ввод превратился в дату 12.05.2023; введите число через запятую ещё раз'],
    },
    { form: 'staff', rows: [{ category: 'учителя', since: 'дата 12.05.2023' }], says: [] },
    { form: 'marks', rows: [{ grade: '5', letter: 'А', subject: 'Химия', five: 12 }], says: [] },
  ],
});
