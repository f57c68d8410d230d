import { count, defineForm, defineIndicator, type Theme } from '../../model';
import { BY, ofParticipants } from '../order-targets';
import { enrolled, grade, letter } from './class-lists';
import { pupilChecks } from './pupils-and-marks';

/** Results pupil by pupil: each pupil stands in one class row once (never mix with the subject level). */
export const pupils = defineForm({
  key: 'pupils',
  title: 'Итоги обучающихся',
  help: 'Каждый ребёнок – ровно в одной графе. 1 класс не пишите.',
  fields: {
    grade,
    letter,
    enrolled,
    assessed: count('Подлежат аттестации', 'Сколько обучающихся должны быть аттестованы; н/а входят.'),
    excellent: count('Отличники', 'Все отметки «5».'),
    good: count('На «4» и «5», без отличников', 'Нет отметок ниже «4», есть хотя бы одна «4».'),
    oneThree: count('С одной «3», остальные «4» и «5»', 'Одна «3», остальные «4» и «5».'),
    failing: count('Неуспевающие', 'Есть хотя бы одна «2».'),
    notAssessed: count('н/а', 'Не аттестованы хотя бы по одному предмету и не имеют «2».'),
    notMastered: count(
      'Имеют задолженность за год (не освоили программу)',
      'Не освоили основную общеобразовательную программу (оставлены на повторный год, переведены условно). Только по итогам года.',
      { due: { quarters: [2] } },
    ),
  },
  identity: ['grade', 'letter'],
  spareRows: 2,
  due: [{ quarters: [2] }, { quarters: [4], markedFrom: 3 }, { quarters: [1], grades: [1, 9] }],
  slices: ['grade'],
  followsClassList: true,
  firstGrade: 2,
  sums: [
    {
      id: 'assessed-more-than-enrolled',
      title: 'подлежащие аттестации',
      parts: { assessed: 1 },
      whole: 'enrolled',
      relation: 'at-most',
      severity: 'error',
    },
    {
      id: 'groups-more-than-assessed',
      title: 'отличники, на «4» и «5», с одной «3», неуспевающие и н/а вместе',
      parts: { excellent: 1, good: 1, oneThree: 1, failing: 1, notAssessed: 1 },
      whole: 'assessed',
      relation: 'at-most',
      severity: 'error',
    },
  ],
});

const WORDS = 'успеваемость 100%, качество- 30% в этих школах';
const target = (id: string, atLeast: number) => [
  ofParticipants({ id, by: BY.year, atLeast, alone: true, words: WORDS }),
];
const given = [{ assessed: 15, excellent: 1, good: 5, failing: 1, notAssessed: 0, enrolled: 16, notMastered: 1 }];

export const pupilIndicators = [
  defineIndicator({
    key: 'pupil-pass-rate',
    title: 'Успеваемость обучающихся',
    kind: 'share',
    unit: 'percent',
    direction: 'up',
    source: '(подлежат аттестации − неуспевающие − н/а) / подлежат аттестации',
    headline: { words: 'Успевают', whom: 'обучающихся' },
    from: pupils,
    numerator: { assessed: 1, failing: -1, notAssessed: -1 },
    denominator: { assessed: 1 },
    targets: target('TI1a', 100),
    column: true,
    examples: [{ given, value: 93.3 }],
  }),
  defineIndicator({
    key: 'pupil-quality-rate',
    title: 'Качество знаний обучающихся',
    kind: 'share',
    unit: 'percent',
    direction: 'up',
    source: '(отличники + на «4» и «5») / подлежат аттестации',
    headline: { words: 'Учатся на «4» и «5»', whom: 'обучающихся' },
    from: pupils,
    numerator: { excellent: 1, good: 1 },
    denominator: { assessed: 1 },
    targets: target('TI1b', 30),
    column: true,
    examples: [{ given, value: 40.0 }],
  }),
  defineIndicator({
    key: 'excellent-rate',
    title: 'Доля отличников',
    kind: 'share',
    unit: 'percent',
    direction: 'up',
    source: 'отличники / подлежат аттестации',
    from: pupils,
    numerator: { excellent: 1 },
    denominator: { assessed: 1 },
    examples: [{ given: [{ assessed: 494, excellent: 44 }], value: 8.9 }],
  }),
  defineIndicator({
    key: 'reserve-rate',
    title: 'Резерв: с одной «3»',
    kind: 'share',
    unit: 'percent',
    direction: 'none',
    source: 'с одной «3», остальные «4» и «5» / подлежат аттестации',
    headline: { words: 'Имеют одну «3», остальные «4» и «5»,', whom: 'обучающихся' },
    from: pupils,
    numerator: { oneThree: 1 },
    denominator: { assessed: 1 },
    examples: [{ given: [{ assessed: 15, oneThree: 3 }], value: 20 }],
  }),
  defineIndicator({
    key: 'not-mastered-rate',
    title: 'Доля не освоивших программу',
    kind: 'share',
    unit: 'percent',
    direction: 'down',
    source: 'Приказ № 341, мера 2.2: не освоили основную общеобразовательную программу / по списку',
    headline: { words: 'Имеют задолженность за год', whom: 'обучающихся' },
    from: pupils,
    numerator: { notMastered: 1 },
    denominator: { enrolled: 1 },
    examples: [{ given, value: 6.3 }],
  }),
];

export const pupilTheme: Theme = { form: pupils, indicators: pupilIndicators, checks: pupilChecks };
