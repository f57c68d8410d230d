import {
  type Case,
  type Cell,
  count,
  decimal,
  defineCheck,
  defineForm,
  defineIndicator,
  type Theme,
  text,
  yearAndQuarter,
} from '../../model';
import { BY, rising } from '../order-targets';
import { EGE_SUBJECT_NAMES, EGE_SUBJECTS } from './subjects';
import { LEAVERS } from './year-results-groups';

/** A mark of 2-5 instead of a test score: it counts only in the share below the minimum (domain.md 1.2). */
const BASIC_MATHEMATICS = 'Математика (базовая)';
const MOST_POINTS = 100;
const HIGH_FROM = 81;

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

/** Of each row the sum of points and the bounds between which it must lie. */
const scoreTooHigh = defineCheck<{ total: number; most: number }>({
  id: 'row/ege-score-too-high',
  needs: 'row',
  form: 'ege',
  severity: 'error',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { participants } = at.entry.numbers;
      const total = at.entry.numbers.totalScore ?? 0;
      if (participants == null || total <= MOST_POINTS * participants) return [];
      return [{ at, field: 'totalScore', details: { total, most: MOST_POINTS * participants } }];
    }),
  words: ({ total, most }, { column }) =>
    `${column}: ${total}, а больше ${most} у стольких участников быть не может (по ${MOST_POINTS} на каждого); исправьте`,
  cases: [
    {
      form: 'ege',
      rows: [{ subject: 'Физика', participants: 2, belowMinimum: 0, totalScore: 201, highScores: 0 }],
      says: ['1: «Сумма баллов»: 201, а больше 200 у стольких участников быть не может (по 100 на каждого); исправьте'],
    },
    {
      form: 'ege',
      rows: [
        { subject: 'Физика', participants: 2, belowMinimum: 0, totalScore: 200, highScores: 2 },
        { subject: 'Химия', participants: 2, belowMinimum: 0, totalScore: '', highScores: 2 },
        { subject: 'Биология', participants: '', belowMinimum: 0, totalScore: 201, highScores: 2 },
      ],
      says: [],
    },
  ],
});

const scoreTooLow = defineCheck<{ total: number; least: number; high: number }>({
  id: 'row/ege-score-too-low',
  needs: 'row',
  form: 'ege',
  severity: 'error',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { totalScore: total } = at.entry.numbers;
      const high = at.entry.numbers.highScores ?? 0;
      if (total == null || total >= HIGH_FROM * high) return [];
      return [{ at, field: 'totalScore', details: { total, least: HIGH_FROM * high, high } }];
    }),
  words: ({ total, least, high }, { column }) =>
    `${column}: ${total}, а у набравших ${HIGH_FROM} балл и больше (${high}) вместе не меньше ${least}; исправьте одно из чисел`,
  cases: [
    {
      form: 'ege',
      rows: [{ subject: 'Физика', participants: 3, belowMinimum: 0, totalScore: 150, highScores: 2 }],
      says: [
        '1: «Сумма баллов»: 150, а у набравших 81 балл и больше (2) вместе не меньше 162; исправьте одно из чисел',
      ],
    },
    {
      form: 'ege',
      rows: [
        { subject: 'Физика', participants: 3, belowMinimum: 0, totalScore: 162, highScores: 2 },
        { subject: 'Химия', participants: 3, belowMinimum: 0, totalScore: '', highScores: 2 },
        { subject: 'Биология', participants: 3, belowMinimum: 0, totalScore: 150, highScores: '' },
      ],
      says: [],
    },
  ],
});

const basicHasNoScore = defineCheck({
  id: 'row/ege-basic-has-no-score',
  needs: 'row',
  form: 'ege',
  severity: 'error',
  find: ({ rows }) =>
    rows
      .filter(({ entry }) => entry.texts.subject === BASIC_MATHEMATICS && entry.numbers.totalScore != null)
      .map((at) => ({ at, field: 'totalScore', details: {} })),
  words: () => 'базовая математика – отметка, сумму баллов не указывайте',
  cases: [
    {
      form: 'ege',
      rows: [{ subject: BASIC_MATHEMATICS, participants: 3, belowMinimum: 0, totalScore: 12 }],
      says: ['1: Базовая математика – отметка, сумму баллов не указывайте'],
    },
    { form: 'ege', rows: [{ subject: BASIC_MATHEMATICS, participants: 3, belowMinimum: 0 }], says: [] },
    { form: 'ege', rows: [{ subject: 'Физика', participants: 3, belowMinimum: 0, totalScore: 120 }], says: [] },
  ],
});

/** Asked for of every subject but that one. */
const scoreMissing = defineCheck({
  id: 'row/ege-score-missing',
  needs: 'row',
  form: 'ege',
  severity: 'warning',
  answeredByForm: true,
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { texts, numbers } = at.entry;
      if (texts.subject === BASIC_MATHEMATICS) return [];
      const missing = ['totalScore', 'highScores'].filter(
        (key) => numbers[key] == null && !at.unread.some(({ field }) => field === key),
      );
      return missing.map((field) => ({ at, field, details: {} }));
    }),
  words: (_, { column }) => `${column}: пусто; впишите число`,
  cases: [
    {
      form: 'ege',
      rows: [{ subject: 'Физика', participants: 3, belowMinimum: 0 }],
      says: ['1: «Сумма баллов»: пусто; впишите число', '1: «81 балл и больше»: пусто; впишите число'],
    },
    {
      form: 'ege',
      rows: [
        { subject: 'Физика', participants: 3, belowMinimum: 0, totalScore: 150, highScores: 0 },
        { subject: BASIC_MATHEMATICS, participants: 3, belowMinimum: 0 },
      ],
      says: [],
    },
    {
      form: 'ege',
      // What stands there is no number: that is said instead.
      rows: [{ subject: 'Физика', participants: 3, belowMinimum: 0, totalScore: 'много' }],
      says: ['1: «81 балл и больше»: пусто; впишите число'],
    },
  ],
});

const OBLIGATORY = 'Русский язык';
/** In 2020 and 2021 only those sat it who went on to a university. */
const OBLIGATORY_FROM = 2022;

const sat = (subject: string, participants: Cell, of: Case['rows'][number]): Case => ({
  form: 'ege',
  rows: [{ subject, participants, belowMinimum: 0, totalScore: '', highScores: 0 }],
  tab: { yearResults: [{ certified: '', notMasteredFinal: 0, ...of }] },
  says: [],
});

/** Everybody in grade 11 sits the obligatory exam, and nobody else sits any. */
const participantsAndGraduates = defineCheck<{ subject: string; participants: number; all: number }>({
  id: 'row/ege-participants-and-graduates',
  needs: 'whole',
  beside: ['yearResults'],
  form: 'ege',
  severity: 'warning',
  find({ rows, tab, period }) {
    const isObligatory = yearAndQuarter(period).year >= OBLIGATORY_FROM;
    const all = tab('yearResults').find(({ entry }) => entry.texts.group === LEAVERS)?.entry.numbers.enrolled;
    if (all == null) return [];
    return rows.flatMap((at) => {
      const { participants } = at.entry.numbers;
      const { subject = '' } = at.entry.texts;
      if (participants == null || participants === all) return [];
      if (participants < all && !(isObligatory && subject === OBLIGATORY)) return [];
      return [{ at, field: 'participants', details: { subject, participants, all } }];
    });
  },
  words: ({ subject, participants, all }) =>
    `${subject}: сдавали ${participants}, а выпускников 11 класса ${all}; исправьте одно из чисел или напишите пояснение`,
  cases: [
    {
      form: 'ege',
      rows: [
        { subject: OBLIGATORY, participants: 3, belowMinimum: 0, totalScore: 180, highScores: 0 },
        { subject: 'Физика', participants: 5, belowMinimum: 0, totalScore: 300, highScores: 0 },
      ],
      tab: { yearResults: [{ group: LEAVERS, enrolled: 4, certified: 4, notMasteredFinal: 0 }] },
      says: [
        '1: Русский язык: сдавали 3, а выпускников 11 класса 4; исправьте одно из чисел или напишите пояснение',
        '2: Физика: сдавали 5, а выпускников 11 класса 4; исправьте одно из чисел или напишите пояснение',
      ],
    },
    {
      form: 'ege',
      rows: [
        { subject: OBLIGATORY, participants: 4, belowMinimum: 0, totalScore: 240, highScores: 0 },
        { subject: 'Физика', participants: 1, belowMinimum: 0, totalScore: 60, highScores: 0 },
        { subject: 'Химия', participants: 4, belowMinimum: 0, totalScore: 240, highScores: 0 },
      ],
      tab: { yearResults: [{ group: LEAVERS, enrolled: 4, certified: 4, notMasteredFinal: 0 }] },
      says: [],
    },
    // Of 2020 and 2021; where the number is blank in either form; where only others are counted there.
    { ...sat(OBLIGATORY, 3, { group: LEAVERS, enrolled: 4 }), period: '2021-Q3', says: [] },
    { ...sat(OBLIGATORY, '', { group: LEAVERS, enrolled: 4 }), says: [] },
    { ...sat('Физика', 5, { group: LEAVERS, enrolled: '' }), says: [] },
    { ...sat('Физика', 5, { group: 'остальные классы', enrolled: 4 }), says: [] },
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
  checks: [scoreTooHigh, scoreTooLow, basicHasNoScore, scoreMissing, participantsAndGraduates],
};
