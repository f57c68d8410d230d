import { type Case, defineCheck, type Seen, yearAndQuarter } from '../../model';
import { GRADUATES, LEAVERS } from './year-results-groups';

const EXAMS: Readonly<Record<string, string>> = { [GRADUATES]: 'oge', [LEAVERS]: 'ege' };
const OBLIGATORY = 'Русский язык';
/** So many did not sit it, or left school over the summer, in one of the classes. */
const SOME = { by: 6, share: 0.25 };

/** Who wrote the obligatory exam, and who moved up: about as many as there were in June. */
function known(group: string, { tab, period }: Pick<Seen, 'tab' | 'period'>): number | null {
  const exam = EXAMS[group];
  // In 2020 and 2021 only those sat it after the eleventh grade who went on to a university.
  if (group === LEAVERS && yearAndQuarter(period).year < 2022) return null;
  if (exam !== undefined)
    return tab(exam).find(({ entry }) => entry.texts.subject === OBLIGATORY)?.entry.numbers.participants ?? null;
  const moved = tab('classes').filter(({ classes }) => classes && classes.from > 1 && classes.from !== 10);
  // Taught together with the first grade: how many of them moved up is not known.
  if (moved.length === 0 || tab('classes').some(({ classes }) => classes && classes.from === 1 && classes.to > 1))
    return null;
  return moved.reduce((sum, { entry }) => sum + (entry.numbers.enrolled ?? 0), 0);
}

const satOge = (participants: number, enrolled: number): Case => ({
  form: 'yearResults',
  rows: [{ group: GRADUATES, enrolled, certified: enrolled, notMasteredFinal: 0 }],
  tab: { oge: [{ subject: OBLIGATORY, participants, five: 2, four: 4, three: participants - 6, two: 0 }] },
  says: [],
});
const satEge = (period: string, subject: string): Case => ({
  ...{ form: 'yearResults', period, school: { type: 'СОШ' } },
  rows: [{ group: LEAVERS, enrolled: 21, certified: 21, notMasteredFinal: 0 }],
  tab: { ege: [{ subject, participants: 5, belowMinimum: 0, totalScore: 300, highScores: 0 }] },
  says: [],
});
const movedUp = (classes: Case['rows'], enrolled: number): Case => ({
  form: 'yearResults',
  rows: [{ group: 'остальные классы', enrolled, notMasteredFinal: 0 }],
  tab: { classes },
  says: [],
});

export const enrolledElsewhere = defineCheck<{ enrolled: number; elsewhere: number; of: string }>({
  id: 'row/year-results-enrolled',
  needs: 'whole',
  beside: ['oge', 'ege', 'classes'],
  form: 'yearResults',
  severity: 'warning',
  find: ({ rows, tab, period }) =>
    rows.flatMap((at) => {
      const { enrolled } = at.entry.numbers;
      const group = at.entry.texts.group ?? '';
      const elsewhere = enrolled == null ? null : known(group, { tab, period });
      if (elsewhere === null || Math.abs(enrolled! - elsewhere) <= Math.max(SOME.by, SOME.share * elsewhere)) return [];
      return [{ at, field: 'enrolled', details: { enrolled: enrolled!, elsewhere, of: EXAMS[group] ?? '' } }];
    }),
  words({ enrolled, elsewhere, of }, { column }) {
    const said = of === '' ? 'в нынешних 2-9 и 11 классах' : 'русский язык на экзамене сдавали';
    return `${column}: ${enrolled}, а ${said} ${elsewhere}; исправьте одно из чисел или напишите пояснение`;
  },
  cases: [
    {
      form: 'yearResults',
      rows: [
        { group: GRADUATES, enrolled: 21, certified: 12, notMasteredFinal: 0 },
        { group: 'остальные классы', enrolled: 39, notMasteredFinal: 0 },
      ],
      tab: {
        oge: [{ subject: OBLIGATORY, participants: 12, five: 2, four: 4, three: 6, two: 0 }],
        classes: [
          { grade: '1', enrolled: 9 },
          { grade: '2-4', enrolled: 30 },
          { grade: '5', enrolled: 25 },
        ],
      },
      says: [
        '1: «Обучались в конце года»: 21, а русский язык на экзамене сдавали 12; исправьте одно из чисел или напишите пояснение',
        '2: «Обучались в конце года»: 39, а в нынешних 2-9 и 11 классах 55; исправьте одно из чисел или напишите пояснение',
      ],
    },
    {
      form: 'yearResults',
      rows: [{ group: GRADUATES, enrolled: 14, certified: 12, notMasteredFinal: 0 }],
      tab: { oge: [{ subject: OBLIGATORY, participants: 12, five: 2, four: 4, three: 6, two: 0 }] },
      says: [],
    },
    // Six more or fewer, or a quarter in a large school, may be others.
    { ...satOge(12, 18), says: [] },
    { ...satOge(40, 50), says: [] },
    {
      ...satOge(40, 51),
      says: [
        '1: «Обучались в конце года»: 51, а русский язык на экзамене сдавали 40; исправьте одно из чисел или напишите пояснение',
      ],
    },
    // Of 2020 and 2021 the ЕГЭ tells nothing, the ОГЭ of 2022 does; another subject never does.
    { ...satEge('2021-Q3', OBLIGATORY), says: [] },
    {
      ...satEge('2022-Q3', OBLIGATORY),
      says: [
        '1: «Обучались в конце года»: 21, а русский язык на экзамене сдавали 5; исправьте одно из чисел или напишите пояснение',
      ],
    },
    { ...satEge('2022-Q3', 'Физика'), says: [] },
    // The tenth grade comes from elsewhere too; of grades taught together with the first nobody knows; without classes neither.
    {
      ...movedUp(
        [
          { grade: '2-4', enrolled: 30 },
          { grade: '10', enrolled: 20 },
        ],
        30,
      ),
      says: [],
    },
    {
      ...movedUp(
        [
          { grade: '1-2', enrolled: 9 },
          { grade: '3-4', enrolled: 30 },
        ],
        10,
      ),
      says: [],
    },
    { ...movedUp([{ grade: '1', enrolled: 9 }], 39), says: [] },
  ],
});
