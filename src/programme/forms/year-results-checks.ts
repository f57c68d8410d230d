import { type Case, defineCheck, type Seen, yearAndQuarter } from '../../model';
import { CERTIFIED_GROUPS, GRADUATES, LEAVERS } from './year-results-groups';

const isCertified = (group: string | undefined): boolean =>
  (CERTIFIED_GROUPS as readonly string[]).includes(group ?? '');

const certifiedElsewhere = defineCheck({
  id: 'row/certified-elsewhere',
  needs: 'row',
  form: 'yearResults',
  severity: 'error',
  find: ({ rows }) =>
    rows
      .filter(({ entry }) => entry.numbers.certified != null && entry.texts.group && !isCertified(entry.texts.group))
      .map((at) => ({ at, field: 'certified', details: {} })),
  words: (_, { column }) => `${column}: аттестат получают в 9 и 11 классах, здесь число не указывайте`,
  cases: [
    {
      form: 'yearResults',
      rows: [{ group: 'остальные классы', enrolled: 20, certified: 2, notMasteredFinal: 1 }],
      says: ['1: «Получили аттестат (с пересдачами)»: аттестат получают в 9 и 11 классах, здесь число не указывайте'],
    },
    { form: 'yearResults', rows: [{ group: 'остальные классы', enrolled: 20, notMasteredFinal: 1 }], says: [] },
  ],
});

const certifiedMissing = defineCheck({
  id: 'row/certified-missing',
  needs: 'row',
  form: 'yearResults',
  severity: 'warning',
  answeredByForm: true,
  find: ({ rows }) =>
    rows
      .filter(
        ({ entry, unread }) =>
          isCertified(entry.texts.group) &&
          entry.numbers.certified == null &&
          !unread.some(({ field }) => field === 'certified'),
      )
      .map((at) => ({ at, field: 'certified', details: {} })),
  words: (_, { column }) => `${column}: пусто; если таких нет, поставьте 0`,
  cases: [
    {
      form: 'yearResults',
      rows: [{ group: GRADUATES, enrolled: 4, notMasteredFinal: 1 }],
      says: ['1: «Получили аттестат (с пересдачами)»: пусто; если таких нет, поставьте 0'],
    },
    {
      form: 'yearResults',
      rows: [{ group: GRADUATES, enrolled: 4, certified: 3, notMasteredFinal: 1 }],
      says: [],
    },
    // What stands there is no number: that is said instead.
    { form: 'yearResults', rows: [{ group: GRADUATES, enrolled: 4, certified: 'три', notMasteredFinal: 1 }], says: [] },
    {
      form: 'yearResults',
      rows: [{ group: GRADUATES, enrolled: 4, certified: '', notMasteredFinal: 'один' }],
      says: ['1: «Получили аттестат (с пересдачами)»: пусто; если таких нет, поставьте 0'],
    },
    { form: 'yearResults', rows: [{ group: 'остальные классы', enrolled: 4, notMasteredFinal: 1 }], says: [] },
  ],
});

/** Whoever got no certificate is in the other column. */
const outcomeMissing = defineCheck<{ sum: number; enrolled: number }>({
  id: 'row/outcome-missing',
  needs: 'row',
  form: 'yearResults',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const { certified, notMasteredFinal } = at.entry.numbers;
      if (!isCertified(at.entry.texts.group) || certified == null) return [];
      const enrolled = at.entry.numbers.enrolled ?? 0;
      const sum = certified + (notMasteredFinal ?? 0);
      return sum < enrolled ? [{ at, field: 'certified', details: { sum, enrolled } }] : [];
    }),
  words: ({ sum, enrolled }) =>
    `с аттестатом и без него вместе ${sum}, а обучались ${enrolled}; исправьте или напишите пояснение`,
  cases: [
    {
      form: 'yearResults',
      rows: [{ group: GRADUATES, enrolled: 6, certified: 5, notMasteredFinal: 0 }],
      says: ['1: С аттестатом и без него вместе 5, а обучались 6; исправьте или напишите пояснение'],
    },
    { form: 'yearResults', rows: [{ group: GRADUATES, enrolled: 6, certified: 5, notMasteredFinal: 1 }], says: [] },
    { form: 'yearResults', rows: [{ group: GRADUATES, enrolled: 6, certified: '', notMasteredFinal: 1 }], says: [] },
    { form: 'yearResults', rows: [{ group: 'остальные классы', enrolled: 6, notMasteredFinal: 1 }], says: [] },
    { form: 'yearResults', rows: [{ group: GRADUATES, enrolled: '', certified: 5, notMasteredFinal: 1 }], says: [] },
  ],
});

const groupNotTaught = defineCheck({
  id: 'row/group-not-taught',
  needs: 'row',
  form: 'yearResults',
  severity: 'warning',
  find: ({ rows, school: { type } }) =>
    type === 'СОШ'
      ? []
      : rows.filter(({ entry }) => entry.texts.group === LEAVERS).map((at) => ({ at, field: 'group', details: {} })),
  words: (_, { column }) => `${column}: 11 класса в школе этого типа нет; удалите строку`,
  cases: [
    {
      form: 'yearResults',
      school: { type: 'ООШ' },
      rows: [{ group: LEAVERS, enrolled: 3, certified: 3, notMasteredFinal: 0 }],
      says: ['1: «Кто»: 11 класса в школе этого типа нет; удалите строку'],
    },
    {
      form: 'yearResults',
      school: { type: 'СОШ' },
      rows: [{ group: LEAVERS, enrolled: 3, certified: 3, notMasteredFinal: 0 }],
      says: [],
    },
    {
      form: 'yearResults',
      school: { type: 'ООШ' },
      rows: [{ group: GRADUATES, enrolled: 3, certified: 3, notMasteredFinal: 0 }],
      says: [],
    },
  ],
});

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

const enrolledElsewhere = defineCheck<{ enrolled: number; elsewhere: number; of: string }>({
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

export const yearResultChecks = [
  certifiedElsewhere,
  certifiedMissing,
  outcomeMissing,
  groupNotTaught,
  enrolledElsewhere,
];
