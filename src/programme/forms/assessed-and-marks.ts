import { defineCheck, type SeenRow } from '../../model';
import { ALIKE, byClass, classOf, most } from './marks-of-class';

const assessedIn = ({ entry: { numbers } }: SeenRow): number | null => {
  const all = [numbers.five, numbers.four, numbers.three, numbers.two, numbers.notAssessed];
  return all.some((number) => number == null) ? null : all.reduce<number>((sum, number) => sum + number!, 0);
};

/** Whoever has a mark or «н/а» in some subject was to be assessed. */
export const fewerAssessedThanMarks = defineCheck<{ subject: string; marks: number; assessed: number }>({
  ...ALIKE,
  id: 'row/assessed-below-marks',
  find({ rows, tab }) {
    const marks = byClass(tab('marks'));
    return rows.flatMap((at) => {
      const { assessed } = at.entry.numbers;
      const top = most(marks.get(at.classKey), assessedIn);
      if (assessed == null || !top || top.number <= assessed) return [];
      const details = { subject: top.row.entry.texts.subject ?? '', marks: top.number, assessed };
      return [{ at, field: 'assessed', details }];
    });
  },
  words: ({ subject, marks, assessed }, { column }) =>
    `${column}: ${assessed}, а отметок и н/а по предмету ${subject} – ${marks}; исправьте одно из чисел`,
  cases: [
    {
      ...classOf({ assessed: 14 }, {}),
      says: ['1: «Подлежат аттестации»: 14, а отметок и н/а по предмету Алгебра – 15; исправьте одно из чисел'],
    },
    { ...classOf({}, {}), says: [] },
    { ...classOf({ assessed: '' }, {}), says: [] },
    { ...classOf({ assessed: 14 }, { three: '' }), says: [] },
    // A subject with a blank says nothing, another one may.
    { ...classOf({ assessed: 6 }, { three: '' }), says: [] },
    {
      ...classOf({ assessed: 14 }, { three: '', five: 40 }, { subject: 'Химия' }),
      says: ['1: «Подлежат аттестации»: 14, а отметок и н/а по предмету Химия – 15; исправьте одно из чисел'],
    },
    { ...classOf({ assessed: 14 }, { letter: 'Б' }), says: [] },
  ],
});
