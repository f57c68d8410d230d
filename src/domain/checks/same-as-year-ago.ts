import { defineCheck } from '../../model';
import { sameNumbers } from '../jumps';

/** Last year’s table was pasted. */
export const sameAsYearAgo = defineCheck<{ numbers: number }>({
  id: 'form/same-as-year-ago',
  needs: 'year',
  severity: 'warning',
  answeredByForm: true,
  find(seen) {
    const numbers = sameNumbers(seen, seen.yearAgo);
    const isSaid = sameNumbers(seen, seen.before) > 0;
    return numbers > 0 && !isSaid ? [{ details: { numbers } }] : [];
  },
  words: () =>
    'все числа – как год назад; если вставлена прошлогодняя таблица, введите новые числа, иначе напишите причину',
  cases: [
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Химия', enrolled: 13, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 },
        { grade: '6', subject: 'Химия', enrolled: 13, five: 3, four: 6, three: 4, two: 0, notAssessed: 0 },
      ],
      yearAgo: [
        { grade: '5', subject: 'Химия', enrolled: 14, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 },
        { grade: '6', subject: 'Химия', enrolled: 12, five: 3, four: 6, three: 4, two: 0, notAssessed: 0 },
      ],
      says: [
        '0: Все числа – как год назад; если вставлена прошлогодняя таблица, введите новые числа, иначе напишите причину',
      ],
    },
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Химия', enrolled: 13, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 },
        { grade: '6', subject: 'Химия', enrolled: 13, five: 3, four: 6, three: 4, two: 0, notAssessed: 0 },
      ],
      yearAgo: [
        { grade: '5', subject: 'Химия', enrolled: 14, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 },
        { grade: '6', subject: 'Химия', enrolled: 12, five: 3, four: 6, three: 3, two: 1, notAssessed: 0 },
      ],
      says: [],
    },
  ],
});
