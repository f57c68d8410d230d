import { defineCheck } from '../../model';
import { enrolledElsewhere } from './year-results-enrolled';
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

export const yearResultChecks = [
  certifiedElsewhere,
  certifiedMissing,
  outcomeMissing,
  groupNotTaught,
  enrolledElsewhere,
];
