import { count, decimal, defineForm, defineIndicator, type Theme, text } from '../../model';
import { BY, rising } from '../order-targets';
import { BASIC_MATHEMATICS, egeChecks, HIGH_FROM } from './ege-checks';
import { EGE_SUBJECT_NAMES, EGE_SUBJECTS } from './subjects';

/** The exam in it was not held. */
const WITHOUT_BASIC = [2020, 2021];
const SCORED = EGE_SUBJECTS.filter((subject) => subject !== BASIC_MATHEMATICS);

/** The state exam after grade 11 (ЕГЭ), participants as denominator, not graduates. */
export const ege = defineForm({
  key: 'ege',
  title: 'ЕГЭ',
  help: 'Участники и баллы по предметам, с резервными днями.',
  fields: {
    subject: text('Предмет', 'Предмет экзамена; математика – базовая или профильная.', {
      carried: true,
      slot: 'third',
      choices: EGE_SUBJECTS,
      synonyms: EGE_SUBJECT_NAMES,
    }),
    participants: count('Участников', 'Сколько выпускников сдавали экзамен.'),
    belowMinimum: count('Не преодолели минимум', 'Сколько участников набрали меньше минимального балла.'),
    totalScore: decimal(
      'Сумма баллов',
      `Сумма тестовых баллов всех участников; для предмета «${BASIC_MATHEMATICS}» не указывайте.`,
      {
        optional: true,
      },
    ),
    highScores: count('81 балл и больше', `Сколько участников набрали ${HIGH_FROM} балл и больше.`, { optional: true }),
  },
  identity: ['subject'],
  byDistrict: true,
  startingRows: 5,
  due: [
    { quarters: [3], types: ['СОШ'], exceptYears: WITHOUT_BASIC },
    { quarters: [3], types: ['СОШ'], years: WITHOUT_BASIC, only: { subject: SCORED } },
  ],
  slices: ['subject'],
  sums: [
    {
      id: 'more-than-participants',
      title: 'не преодолевшие минимум и набравшие 81 балл и больше',
      parts: { belowMinimum: 1, highScores: 1 },
      whole: 'participants',
      relation: 'at-most',
      severity: 'error',
    },
  ],
});

const given = [
  { participants: 4, belowMinimum: 1, totalScore: 250, highScores: 1 },
  { participants: 2, belowMinimum: 0, totalScore: 130, highScores: 0 },
];

export const egeTheme: Theme = {
  form: ege,
  indicators: [
    defineIndicator({
      key: 'ege-mean-score',
      title: 'Средний тестовый балл ЕГЭ',
      kind: 'mean',
      unit: 'points',
      direction: 'up',
      source: 'Σ тестовых баллов / участники; базовая математика не входит',
      from: ege,
      numerator: { totalScore: 1 },
      denominator: { participants: 1 },
      column: true,
      targets: [rising('ER6-ege', BY.start)],
      examples: [{ given, value: 63.3 }],
    }),
    defineIndicator({
      key: 'ege-below-minimum-rate',
      title: 'Не преодолели минимальный балл ЕГЭ',
      kind: 'share',
      unit: 'percent',
      direction: 'down',
      source: 'участники ниже минимального балла / участники',
      from: ege,
      numerator: { belowMinimum: 1 },
      denominator: { participants: 1 },
      column: true,
      examples: [{ given, value: 16.7 }],
    }),
    defineIndicator({
      key: 'ege-high-score-rate',
      title: 'Набрали 81 балл и больше на ЕГЭ',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: 'участники с 81 баллом и больше / участники',
      from: ege,
      numerator: { highScores: 1 },
      denominator: { participants: 1 },
      column: true,
      examples: [{ given, value: 16.7 }],
    }),
  ],
  checks: egeChecks,
};
