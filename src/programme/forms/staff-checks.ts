import { type Check, defineCheck } from '../../model';

const studyingTooMany = defineCheck<{ studying: number; without: number }>({
  id: 'row/staff-studying-too-many',
  needs: 'row',
  form: 'staff',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { people: all, higherEducation } = at.entry.numbers;
      const studying = at.entry.numbers.studying ?? 0;
      if (all == null || higherEducation == null || studying <= all - higherEducation) return [];
      return [{ at, field: 'studying', details: { studying, without: all - higherEducation } }];
    }),
  words: ({ studying, without }) => `учатся ${studying}, а без высшего образования ${without}: второе высшее поясните`,
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учителя', people: 10, higherEducation: 9, studying: 2 }],
      says: ['1: Учатся 2, а без высшего образования 1: второе высшее поясните'],
    },
    { form: 'staff', rows: [{ category: 'учителя', people: 10, higherEducation: 8, studying: 2 }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', people: '', higherEducation: 9, studying: 2 }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', people: 10, higherEducation: '', studying: 12 }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', people: 10, higherEducation: 9, studying: '' }], says: [] },
  ],
});

/** One person holds rarely more than two full positions, and hardly less than a third of one. */
const MOST_POSITIONS = 2;
const LEAST_POSITIONS = 0.25;
/** Of one or two people nothing follows. */
const SOME = 3;

/** The positions that are filled and the people who fill them do not fit together. */
const peopleAndPositions = defineCheck<{ people: number; filled: number }>({
  id: 'row/staff-people-and-positions',
  needs: 'row',
  form: 'staff',
  severity: 'warning',
  unlessErrors: true,
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { people: all, positionsFilled: filled } = at.entry.numbers;
      if (all == null || filled == null || all === 0) return [];
      const fits =
        filled <= MOST_POSITIONS * Math.max(all, SOME) &&
        all * LEAST_POSITIONS <= Math.max(filled, SOME * LEAST_POSITIONS);
      return fits ? [] : [{ at, field: 'people', details: { people: all, filled } }];
    }),
  words: ({ people: all, filled }, { column }) =>
    `${column}: ${all}, а занято ставок ${String(filled).replace('.', ',')}; исправьте одно из чисел или напишите пояснение`,
  cases: [
    {
      form: 'staff',
      rows: [
        { category: 'учителя', positions: 120, positionsFilled: 110.5, people: 12 },
        { category: 'прочие педагоги', positions: 3, positionsFilled: 2, people: 20 },
      ],
      says: [
        '1: «Человек»: 12, а занято ставок 110,5; исправьте одно из чисел или напишите пояснение',
        '2: «Человек»: 20, а занято ставок 2; исправьте одно из чисел или напишите пояснение',
      ],
    },
    {
      form: 'staff',
      rows: [
        { category: 'учителя', positions: 12, positionsFilled: 11, people: 10 },
        { category: 'руководители', positions: 1, positionsFilled: 0.5, people: 2 },
      ],
      says: [],
    },
    // Of a few people nothing follows, nor where a number is missing; twice as many positions may be, and four people in one.
    {
      form: 'staff',
      rows: [
        { category: 'руководители', positions: 6, positionsFilled: 6, people: 1 },
        { category: 'учителя', positions: 20, positionsFilled: 20, people: 10 },
        { category: 'прочие педагоги', positions: 2, positionsFilled: 2, people: 8 },
      ],
      says: [],
    },
    { form: 'staff', rows: [{ category: 'учителя', positions: 120, positionsFilled: 110, people: '' }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', positions: 120, positionsFilled: '', people: 120 }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', positions: 120, positionsFilled: 110, people: 0 }], says: [] },
  ],
});

const filledByNobody = defineCheck<{ filled: number }>({
  id: 'row/staff-filled-by-nobody',
  needs: 'row',
  form: 'staff',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const filled = at.entry.numbers.positionsFilled ?? 0;
      return at.entry.numbers.people === 0 && filled > 0 ? [{ at, field: 'positionsFilled', details: { filled } }] : [];
    }),
  words: () => 'ставки заняты совместителями? Поясните',
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учителя', people: 0, positions: 2, positionsFilled: 1.5 }],
      says: ['1: Ставки заняты совместителями? Поясните'],
    },
    { form: 'staff', rows: [{ category: 'учителя', people: 2, positions: 2, positionsFilled: 1.5 }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', people: 0, positions: 2, positionsFilled: 0 }], says: [] },
    { form: 'staff', rows: [{ category: 'учителя', people: 0, positions: 2, positionsFilled: '' }], says: [] },
  ],
});

export const staffChecks: readonly Check[] = [studyingTooMany, peopleAndPositions, filledByNobody];
