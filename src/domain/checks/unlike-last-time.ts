import { defineCheck } from '../../model';
import { foundJumps, jumpsOf } from '../jumps';
import { isOfClasses, sameChildren } from '../same-children';

/** A number far from that of the same children the last time. */
export const unlikeLastTime = defineCheck<{ found: number; was: number }>({
  id: 'row/unlike-last-time',
  needs: 'before',
  severity: 'warning',
  find: (seen) => (isOfClasses(seen) ? foundJumps(jumpsOf(seen, sameChildren(seen))) : []),
  words: ({ found, was }, { column }) =>
    `${column}: ${found}, а у этих же детей в прошлый раз ${was}; исправьте или напишите, почему так, в «Пояснении»`,
  cases: [
    {
      form: 'classes',
      rows: [{ grade: '5', letter: 'А', enrolled: 32 }],
      before: [{ grade: '5', letter: 'А', enrolled: 23 }],
      says: [
        '1: «По списку, чел.»: 32, а у этих же детей в прошлый раз 23; исправьте или напишите, почему так, в «Пояснении»',
      ],
    },
    // A summer later the sixth grade is what the fifth was.
    {
      form: 'classes',
      period: '2023-Q3',
      rows: [
        { grade: '5', enrolled: 12 },
        { grade: '6', enrolled: 32 },
      ],
      before: [
        { grade: '5', enrolled: 23 },
        { grade: '6', enrolled: 32 },
      ],
      says: [
        '2: «По списку, чел.»: 32, а у этих же детей в прошлый раз 23; исправьте или напишите, почему так, в «Пояснении»',
      ],
    },
    {
      form: 'marks',
      rows: [{ grade: '5', subject: 'Химия', enrolled: 8, five: 5, four: 3, three: 0, two: 0 }],
      before: [{ grade: '5', subject: 'Химия', enrolled: 7, five: 1, four: 2, three: 4, two: 0 }],
      says: [],
    },
  ],
});
