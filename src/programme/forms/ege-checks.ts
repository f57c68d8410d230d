import { type Case, type Cell, type Check, defineCheck, yearAndQuarter } from '../../model';
import { LEAVERS } from './year-results-groups';

/** A mark of 2-5 instead of a test score: it counts only in the share below the minimum (domain.md 1.2). */
export const BASIC_MATHEMATICS = 'Математика (базовая)';
const MOST_POINTS = 100;
export const HIGH_FROM = 81;

const physics = (cells: Case['rows'][number]) => ({
  form: 'ege',
  rows: [{ subject: 'Физика', participants: 3, belowMinimum: 0, ...cells }],
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
      ...physics({ participants: 2, totalScore: 201, highScores: 0 }),
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
      ...physics({ totalScore: 150, highScores: 2 }),
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
    { ...physics({ totalScore: 120 }), says: [] },
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
      ...physics({}),
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
    // What stands there is no number: that is said instead.
    { ...physics({ totalScore: 'много' }), says: ['1: «81 балл и больше»: пусто; впишите число'] },
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

export const egeChecks: readonly Check[] = [
  scoreTooHigh,
  scoreTooLow,
  basicHasNoScore,
  scoreMissing,
  participantsAndGraduates,
];
