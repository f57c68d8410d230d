import { defineCheck, type Seen } from '../../model';
import { classListOf } from '../class-list';
import { classTitle, covers } from '../class-set';

/** Forms with one row a class: all of them are expected there. */
const isClasswise = ({ form }: Seen): boolean =>
  form.followsClassList === true && form.identity.every((key) => key === 'grade' || key === 'letter');

/** Classes of the list that no row of the form speaks of; those below the form's first grade need not stand there. */
export const missingClasses = defineCheck<{ classes: string }>({
  id: 'form/missing-classes',
  needs: 'tab',
  severity: 'warning',
  answeredByForm: true,
  find(seen) {
    if (!isClasswise(seen)) return [];
    const answered = [...seen.rows, ...seen.unbegun.filter(({ entry }) => entry.explanation !== '')];
    if (answered.length === 0) return [];
    const [from = 1, last = Number.POSITIVE_INFINITY] = seen.grades ?? [];
    const first = Math.max(from, seen.form.firstGrade ?? 1);
    const missing = classListOf(seen).filter(({ classes: own }) => {
      if (own === null || own.to < first || own.from > last) return false;
      const asked = { ...own, from: Math.max(own.from, first), to: Math.min(own.to, last) };
      return !answered.some(({ classes }) => classes !== null && covers(classes, asked));
    });
    if (missing.length === 0) return [];
    const names = missing.map(({ entry: { texts } }) => classTitle(texts.grade ?? '', texts.letter ?? ''));
    return [{ details: { classes: names.join(', ') } }];
  },
  words: ({ classes }) =>
    `нет строк для классов: ${classes}; добавьте их, а если данных нет – строку с классом и пояснением`,
  cases: [
    {
      form: 'pupils',
      rows: [{ grade: '5', letter: 'А', enrolled: 15, assessed: 15, failing: 0 }],
      tab: {
        classes: [
          { grade: '1', enrolled: 8 },
          { grade: '5', letter: 'А', enrolled: 15 },
          { grade: '6', letter: 'Б', enrolled: 9 },
        ],
      },
      says: ['0: Нет строк для классов: 6Б; добавьте их, а если данных нет – строку с классом и пояснением'],
    },
    {
      form: 'pupils',
      rows: [{ grade: '2-4', enrolled: 9, assessed: 9, failing: 0 }],
      tab: { classes: [{ grade: '1-4', enrolled: 12 }] },
      says: [],
    },
  ],
});
