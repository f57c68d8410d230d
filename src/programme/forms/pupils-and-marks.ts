import { type Check, defineCheck, type SeenRow, yearAndQuarter } from '../../model';
import { fewerAssessedThanMarks } from './assessed-and-marks';
import { ALIKE, byClass, classOf, most, PUPILS } from './marks-of-class';

/** A pupil with a «2» in any subject is failing, so no subject has more of them than the class. */
const moreTwosThanFailing = defineCheck<{ subject: string; two: number; failing: number }>({
  ...ALIKE,
  id: 'row/twos-above-failing',
  find({ rows, tab }) {
    const marks = byClass(tab('marks'));
    return rows.flatMap((at) => {
      const { failing } = at.entry.numbers;
      const top = most(marks.get(at.classKey), ({ entry }) => entry.numbers.two ?? null);
      if (failing == null || !top || top.number <= failing) return [];
      const details = { subject: top.row.entry.texts.subject ?? '', two: top.number, failing };
      return [{ at, field: 'failing', details }];
    });
  },
  words: ({ subject, two, failing }) =>
    `„2“ по предмету ${subject} – ${two}, а неуспевающих ${failing}: обучающийся с „2“ – неуспевающий, исправьте`,
  cases: [
    {
      ...classOf({}, { two: 3, three: 5 }),
      says: ['1: „2“ по предмету Алгебра – 3, а неуспевающих 1: обучающийся с „2“ – неуспевающий, исправьте'],
    },
    // Of the subjects the one with the most, of two alike the first.
    {
      ...classOf(
        {},
        { two: 3, three: 5 },
        { subject: 'Химия', two: 4, three: 4 },
        { subject: 'Физика', two: 4, three: 4 },
        { subject: 'История', two: '' },
      ),
      says: ['1: „2“ по предмету Химия – 4, а неуспевающих 1: обучающийся с „2“ – неуспевающий, исправьте'],
    },
    { ...classOf({ failing: 3 }, { two: 3, three: 5 }), says: [] },
    { ...classOf({ failing: '' }, { two: 3, three: 5 }), says: [] },
    { ...classOf({}, { letter: 'Б', two: 3, three: 5 }), says: [] },
  ],
});

/** Whoever has only «5» has it in every subject that he is not exempt from. */
const moreExcellentThanFives = defineCheck<{ subject: string; excellent: number; five: number }>({
  ...ALIKE,
  id: 'row/excellent-above-fives',
  find({ rows, tab }) {
    const marks = byClass(tab('marks'));
    return rows.flatMap((at) => {
      const { excellent } = at.entry.numbers;
      if (excellent == null) return [];
      const lacking = ({ entry: { numbers } }: SeenRow): number | null =>
        numbers.five == null ? null : excellent - numbers.five - (numbers.exempt ?? 0);
      const top = most(marks.get(at.classKey), lacking);
      if (!top || top.number <= 0) return [];
      const { texts, numbers } = top.row.entry;
      return [
        { at, field: 'excellent', details: { subject: texts.subject ?? '', excellent, five: numbers.five ?? 0 } },
      ];
    });
  },
  words: ({ subject, excellent, five }) =>
    `отличников ${excellent}, а „5“ по предмету ${subject} – ${five}; исправьте одно из чисел`,
  cases: [
    {
      ...classOf({ excellent: 3 }, {}),
      says: ['1: Отличников 3, а „5“ по предмету Алгебра – 2; исправьте одно из чисел'],
    },
    { ...classOf({ excellent: 3 }, { exempt: 1, three: 6 }), says: [] },
    { ...classOf({ excellent: 3 }, { five: '' }), says: [] },
    { ...classOf({ excellent: 3 }, { letter: 'Б' }), says: [] },
  ],
});

const moreFailingThanTwos = defineCheck<{ failing: number; twos: number }>({
  ...ALIKE,
  id: 'row/failing-above-twos',
  find({ rows, tab, period }) {
    // Of the third четверть only the main subjects are asked: the «2» may stand in another one.
    if (yearAndQuarter(period).quarter === 1) return [];
    const marks = byClass(tab('marks'));
    return rows.flatMap((at) => {
      const failing = at.entry.numbers.failing ?? 0;
      const own = (marks.get(at.classKey) ?? []).map(({ entry }) => entry.numbers.two);
      if (own.length === 0 || own.some((two) => two == null)) return [];
      const twos = own.reduce<number>((sum, two) => sum + two!, 0);
      return failing > twos ? [{ at, field: 'failing', details: { failing, twos } }] : [];
    });
  },
  words: ({ failing, twos }) => `неуспевающих ${failing}, а „2“ по всем предметам ${twos}; проверьте обе формы`,
  cases: [
    { ...classOf({ failing: 2 }, {}), says: ['1: Неуспевающих 2, а „2“ по всем предметам 1; проверьте обе формы'] },
    { ...classOf({}, {}), says: [] },
    { ...classOf({ failing: 2 }, {}), period: '2023-Q1', says: [] },
    { ...classOf({ failing: '' }, {}), says: [] },
    { ...classOf({ failing: 2 }, { two: '' }), says: [] },
    { ...classOf({ failing: 2 }, { letter: 'Б' }), says: [] },
  ],
});

const WHOLE = { ...ALIKE, needs: 'whole', sameClass: false } as const;

/** Nobody without a «3» has one in any subject, so no subject has fewer «5» and «4» than there are such pupils. */
const moreGoodThanFours = defineCheck<{ subject: string; good: number; four: number }>({
  ...WHOLE,
  id: 'row/good-above-fours',
  find({ rows, tab }) {
    const marks = byClass(tab('marks'));
    return rows.flatMap((at) => {
      const { excellent, good } = at.entry.numbers;
      if (excellent == null || good == null) return [];
      const lacking = ({ entry: { numbers } }: SeenRow): number | null =>
        numbers.five == null || numbers.four == null
          ? null
          : excellent + good - numbers.five - numbers.four - (numbers.exempt ?? 0);
      const top = most(marks.get(at.classKey), lacking);
      if (!top || top.number <= 0) return [];
      const { texts, numbers } = top.row.entry;
      const four = (numbers.five ?? 0) + (numbers.four ?? 0);
      return [{ at, field: 'good', details: { subject: texts.subject ?? '', good: excellent + good, four } }];
    });
  },
  words: ({ subject, good, four }) =>
    `учатся на „4“ и „5“ ${good}, а „5“ и „4“ по предмету ${subject} – ${four}; проверьте обе формы`,
  cases: [
    {
      ...classOf({ good: 7 }, {}),
      says: ['1: Учатся на „4“ и „5“ 8, а „5“ и „4“ по предмету Алгебра – 7; проверьте обе формы'],
    },
    { ...classOf({ good: 6 }, {}), says: [] },
    { ...classOf({ good: 7 }, { exempt: 1, three: 6 }), says: [] },
    { ...classOf({ good: 7 }, { five: '' }), says: [] },
    { ...classOf({ good: 7 }, { four: '' }), says: [] },
    { ...classOf({ good: '', excellent: 8 }, {}), says: [] },
    { ...classOf({ good: 8, excellent: '' }, {}), says: [] },
  ],
});

/** Whoever has a «2» or no mark in a subject is failing or not assessed. */
const fewerWithoutMarks = defineCheck<{ subject: string; without: number; pupils: number }>({
  ...WHOLE,
  id: 'row/without-marks-below',
  find({ rows, tab }) {
    const marks = byClass(tab('marks'));
    return rows.flatMap((at) => {
      const { failing, notAssessed } = at.entry.numbers;
      const left = ({ entry: { numbers } }: SeenRow): number | null =>
        numbers.two == null || numbers.notAssessed == null ? null : numbers.two + numbers.notAssessed;
      const top = most(marks.get(at.classKey), left);
      if (failing == null || notAssessed == null || !top) return [];
      // More «2» than failing pupils is said by a check of its own.
      if (top.number <= failing + notAssessed || (top.row.entry.numbers.two ?? 0) > failing) return [];
      const subject = top.row.entry.texts.subject ?? '';
      const details = { subject, without: top.number, pupils: failing + notAssessed };
      return [{ at, field: 'notAssessed', details }];
    });
  },
  words: ({ subject, without, pupils }) =>
    `„2“ и н/а по предмету ${subject} – ${without}, а неуспевающих и н/а вместе ${pupils}; проверьте обе формы`,
  cases: [
    {
      ...classOf({}, { notAssessed: 1, three: 6 }),
      says: ['1: „2“ и н/а по предмету Алгебра – 2, а неуспевающих и н/а вместе 1; проверьте обе формы'],
    },
    { ...classOf({ notAssessed: 1 }, { notAssessed: 1, three: 6 }), says: [] },
    { ...classOf({}, {}), says: [] },
    { ...classOf({}, { two: 2, three: 6 }), says: [] },
    { ...classOf({ failing: '' }, { notAssessed: 1, three: 6 }), says: [] },
    { ...classOf({ notAssessed: '' }, { notAssessed: 1, three: 6 }), says: [] },
    { ...classOf({}, { two: '', notAssessed: 2 }), says: [] },
    { ...classOf({}, { letter: 'Б', notAssessed: 1, three: 6 }), says: [] },
  ],
});

type Ending = 'notAssessed' | 'three';

/** Each of these pupils has at least one such mark. */
const moreThanMarks = (id: string, field: string, mark: Ending, title: string, without: string) =>
  defineCheck<{ pupils: number; marks: number }>({
    ...WHOLE,
    id: `row/${id}`,
    find({ rows, tab, period }) {
      // Of the third четверть only the main subjects are asked: the mark may stand in another one.
      if (yearAndQuarter(period).quarter === 1) return [];
      const marks = byClass(tab('marks'));
      return rows.flatMap((at) => {
        const pupils = at.entry.numbers[field] ?? 0;
        const own = (marks.get(at.classKey) ?? []).map(({ entry }) => entry.numbers[mark]);
        if (own.length === 0 || own.some((count) => count == null)) return [];
        const all = own.reduce<number>((sum, count) => sum + count!, 0);
        return pupils > all ? [{ at, field, details: { pupils, marks: all } }] : [];
      });
    },
    words: ({ pupils, marks }, { column }) =>
      `${column}: ${pupils}, а ${title} по всем предметам ${marks}; проверьте обе формы`,
    cases: [
      {
        ...classOf({ [field]: 2 }, { five: 2, four: 11, three: 1, two: 0, notAssessed: 1 }),
        says: [`1: ${without}: 2, а ${title} по всем предметам 1; проверьте обе формы`],
      },
      { ...classOf({ [field]: 1 }, { five: 2, four: 11, three: 1, two: 0, notAssessed: 1 }), says: [] },
      { ...classOf({ [field]: '' }, { five: 2, four: 11, three: 1, two: 0, notAssessed: 1 }), says: [] },
      { ...classOf({ [field]: 2 }, { five: 2, four: 11, two: 0, [mark]: '' }), says: [] },
      { ...classOf({ [field]: 2 }, { letter: 'Б' }), says: [] },
    ],
  });

const moreNotAssessed = moreThanMarks('not-assessed-above-marks', 'notAssessed', 'notAssessed', 'н/а', '«н/а»');
const moreOneThree = moreThanMarks(
  'one-three-above-threes',
  'oneThree',
  'three',
  '„3“',
  'С одной «3», остальные «4» и «5»',
);

/** Whoever has mastered the programme neither fails nor lacks a mark. */
const moreNotMastered = defineCheck<{ notMastered: number; most: number }>({
  id: 'row/not-mastered-above-failing',
  needs: 'row',
  form: 'pupils',
  severity: 'warning',
  unlessErrors: true,
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { failing, notAssessed } = at.entry.numbers;
      const notMastered = at.entry.numbers.notMastered ?? 0;
      if (failing == null || notAssessed == null) return [];
      return notMastered > failing + notAssessed
        ? [{ at, field: 'notMastered', details: { notMastered, most: failing + notAssessed } }]
        : [];
    }),
  words: ({ notMastered, most: all }, { column }) =>
    `${column}: ${notMastered}, а неуспевающих и н/а вместе ${all}; проверьте или напишите пояснение`,
  cases: [
    {
      form: 'pupils',
      rows: [{ ...PUPILS, notMastered: 2 }],
      says: [
        '1: «Имеют задолженность за год (не освоили программу)»: 2, а неуспевающих и н/а вместе 1; проверьте или напишите пояснение',
      ],
    },
    { form: 'pupils', rows: [{ ...PUPILS, notMastered: 1 }], says: [] },
    { form: 'pupils', rows: [{ ...PUPILS, notMastered: '' }], says: [] },
    { form: 'pupils', rows: [{ ...PUPILS, notMastered: 2, failing: '' }], says: [] },
    { form: 'pupils', rows: [{ ...PUPILS, notMastered: 2, notAssessed: '' }], says: [] },
  ],
});

export const pupilChecks: readonly Check[] = [
  fewerAssessedThanMarks,
  moreTwosThanFailing,
  moreExcellentThanFives,
  moreFailingThanTwos,
  moreGoodThanFours,
  fewerWithoutMarks,
  moreNotAssessed,
  moreOneThree,
  moreNotMastered,
];
