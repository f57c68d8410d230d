import { defineCheck } from '../../model';
import { listedClasses } from '../class-list';
import { classTitle } from '../class-set';

/** Another number of pupils than in the class list. */
export const enrolledDiffers = defineCheck<{ class: string; enrolled: number; expected: number }>({
  id: 'row/enrolled-differs',
  needs: 'tab',
  byRow: () => true,
  severity: 'warning',
  find(seen) {
    const inList = listedClasses(seen);
    return seen.rows.flatMap((at) => {
      const { enrolled } = at.entry.numbers;
      const listed = inList(at)?.listed ?? [];
      if (enrolled === null || enrolled === undefined || listed.length === 0) return [];
      const expected = listed.reduce((sum, { entry }) => sum + (entry.numbers.enrolled ?? 0), 0);
      if (enrolled === expected) return [];
      const { grade = '', letter = '' } = at.entry.texts;
      return [{ at, field: 'enrolled', details: { class: classTitle(grade, letter), enrolled, expected } }];
    });
  },
  words: (details) =>
    `класс ${details.class}: по списку ${details.enrolled}, а в форме «Число обучающихся» ${details.expected}; исправьте или напишите пояснение`,
  cases: [
    {
      form: 'pupils',
      rows: [{ grade: '5', letter: 'А', enrolled: 16, assessed: 16, failing: 0 }],
      tab: { classes: [{ grade: '5', letter: 'А', enrolled: 15 }] },
      says: ['1: Класс 5А: по списку 16, а в форме «Число обучающихся» 15; исправьте или напишите пояснение'],
    },
    // The classes of a merged row are added up.
    {
      form: 'pupils',
      rows: [{ grade: '2-3', enrolled: 9, assessed: 9, failing: 0 }],
      tab: {
        classes: [
          { grade: '2', enrolled: 4 },
          { grade: '3', enrolled: 5 },
        ],
      },
      says: [],
    },
  ],
});
