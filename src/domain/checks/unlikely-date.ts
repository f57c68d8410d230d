import { dateInFigures, defineCheck, yearAndQuarter } from '../../model';

/** Nothing that schools are asked for is older, or planned so far ahead. */
const OLDEST = 2010;
const AHEAD = 5;

/** A year with a digit too many or two of them exchanged: 2032 for 2023. */
export const unlikelyDate = defineCheck<{ found: string }>({
  id: 'cell/unlikely-date',
  needs: 'row',
  severity: 'warning',
  find({ form, rows, period }) {
    const dates = Object.keys(form.fields).filter((key) => form.fields[key]!.kind === 'date');
    return dates.flatMap((field) =>
      rows.flatMap((at) => {
        const day = at.entry.texts[field] ?? '';
        const year = /^\d{4}-\d\d-\d\d$/.test(day) ? Number(day.slice(0, 4)) : null;
        if (year === null || (year >= OLDEST && year <= yearAndQuarter(period).year + AHEAD)) return [];
        return [{ at, field, details: { found: dateInFigures(day) } }];
      }),
    );
  },
  words: ({ found }, { column }) => `${column}: указано ${found}; проверьте год или напишите пояснение`,
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учителя', positions: 2, since: '01.09.2203' }],
      says: ['1: «С какого дня»: указано 01.09.2203; проверьте год или напишите пояснение'],
    },
    { form: 'staff', rows: [{ category: 'учителя', positions: 2, since: '01.09.2023' }], says: [] },
  ],
});
