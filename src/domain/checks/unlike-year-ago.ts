import { defineCheck } from '../../model';
import { foundJumps, jumpsOf } from '../jumps';
import { isOfClasses } from '../same-children';

/** A number far from that of the same kind of result a year before. Classes are other children by then. */
export const unlikeYearAgo = defineCheck<{ found: number; was: number }>({
  id: 'row/unlike-year-ago',
  needs: 'year',
  severity: 'warning',
  find: (seen) => (isOfClasses(seen) ? [] : foundJumps(jumpsOf(seen, seen.yearAgo))),
  words: ({ found, was }, { column }) =>
    `${column}: ${found}, а год назад ${was}; исправьте или напишите, почему так, в «Пояснении»`,
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учителя', positions: 120 }],
      yearAgo: [{ category: 'учителя', positions: 12 }],
      says: ['1: «Ставок»: 120, а год назад 12; исправьте или напишите, почему так, в «Пояснении»'],
    },
    {
      form: 'staff',
      rows: [{ category: 'учителя', positions: 0 }],
      yearAgo: [{ category: 'учителя', positions: 12 }],
      says: ['1: «Ставок»: 0, а год назад 12; исправьте или напишите, почему так, в «Пояснении»'],
    },
    {
      form: 'staff',
      rows: [{ category: 'учителя', positions: 8 }],
      yearAgo: [{ category: 'учителя', positions: 3 }],
      says: [],
    },
  ],
});
