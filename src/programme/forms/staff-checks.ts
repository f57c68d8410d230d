import { type Check, defineCheck } from '../../model';

const studyingTooMany = defineCheck<{ studying: number; without: number }>({
  id: 'row/staff-studying-too-many',
  needs: 'row',
  form: 'staff',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { studying, people: all, higherEducation } = at.entry.numbers;
      if (studying == null || all == null || higherEducation == null || studying <= all - higherEducation) return [];
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
  ],
});

const filledByNobody = defineCheck<{ filled: number }>({
  id: 'row/staff-filled-by-nobody',
  needs: 'row',
  form: 'staff',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { people: all, positionsFilled } = at.entry.numbers;
      return all === 0 && positionsFilled != null && positionsFilled > 0
        ? [{ at, field: 'positionsFilled', details: { filled: positionsFilled } }]
        : [];
    }),
  words: () => 'ставки заняты совместителями? Поясните',
  cases: [
    {
      form: 'staff',
      rows: [{ category: 'учителя', people: 0, positions: 2, positionsFilled: 1.5 }],
      says: ['1: Ставки заняты совместителями? Поясните'],
    },
    { form: 'staff', rows: [{ category: 'учителя', people: 2, positions: 2, positionsFilled: 1.5 }], says: [] },
  ],
});

export const staffChecks: readonly Check[] = [studyingTooMany, peopleAndPositions, filledByNobody];
