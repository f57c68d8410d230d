import { defineCheck } from '../../model';
import { isConfirmed } from '../due';
import { sameNumbers } from '../jumps';

/**
 * A form whose numbers are all those of the last time: copied, or nothing has changed – which the school’s answer says.
 * Where the form is only to be confirmed, that it stands as it was is expected.
 */
export const sameAsLast = defineCheck<{ numbers: number }>({
  id: 'form/same-as-last',
  needs: 'before',
  severity: 'warning',
  answeredByForm: true,
  find(seen) {
    if (isConfirmed(seen.form, seen.period, seen.school)) return [];
    const numbers = sameNumbers(seen, seen.before);
    return numbers > 0 ? [{ details: { numbers } }] : [];
  },
  words: () =>
    'все числа – как в прошлый раз; если так и есть, выберите в начале вкладки «как в прошлый раз», иначе введите новые',
  cases: [
    {
      form: 'marks',
      rows: [
        { grade: '5', subject: 'Химия', enrolled: 13, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 },
        { grade: '6', subject: 'Химия', enrolled: 13, five: 3, four: 6, three: 4, two: 0, notAssessed: 0 },
      ],
      before: [
        { grade: '5', subject: 'Химия', enrolled: 13, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 },
        { grade: '6', subject: 'Химия', enrolled: 13, five: 3, four: 6, three: 4, two: 0, notAssessed: 0 },
      ],
      says: [
        '0: Все числа – как в прошлый раз; если так и есть, выберите в начале вкладки «как в прошлый раз», иначе введите новые',
      ],
    },
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 13, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 }],
      before: [{ grade: '5', subject: 'Химия', enrolled: 13, five: 2, four: 5, three: 6, two: 0, notAssessed: 0 }],
      says: [],
    },
  ],
});
