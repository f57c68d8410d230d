import {
  choice,
  count,
  defineCheck,
  defineForm,
  defineIndicator,
  type Seen,
  type StartKnown,
  type StartRow,
  type Theme,
  yearAndQuarter,
} from '../../model';
import { atMost } from './part-of';

export const GRADUATES = '9 класс';
export const LEAVERS = '11 класс';
const CERTIFIED_GROUPS = [GRADUATES, LEAVERS] as const;
const GROUPS = [...CERTIFIED_GROUPS, 'остальные классы'] as const;
const isCertified = (group: string | undefined): boolean =>
  (CERTIFIED_GROUPS as readonly string[]).includes(group ?? '');

const HONOURS = 'honours';
const ASKED = 'спрашиваем';
const NOT_ASKED = 'не спрашиваем';

/** The class list of June: by September its classes are others. */
function lastYear({ type, enrolledIn }: StartKnown): StartRow[] {
  if (type === '') return [];
  const all = enrolledIn(1, 12);
  const graduates = CERTIFIED_GROUPS.filter((_, index) => type === 'СОШ' || (index === 0 && type !== 'НОШ')).map(
    (group) => ({ group, enrolled: enrolledIn(Number.parseInt(group, 10), Number.parseInt(group, 10)) ?? '' }),
  );
  const counted = graduates.map(({ enrolled }) => enrolled).filter((count) => typeof count === 'number');
  const isKnown = all !== null && counted.length === graduates.length;
  const others = isKnown ? counted.reduce((left, count) => left - count, all) : '';
  return [...graduates, { group: GROUPS[2], enrolled: others }];
}

/** How the last school year ended for its pupils, after the resits of September. */
export const yearResults = defineForm({
  key: 'yearResults',
  title: 'Итоги прошлого учебного года',
  help: 'Кто учился в конце прошлого учебного года и чем он закончился с учётом сентябрьских пересдач.',
  fields: {
    group: choice('Кто', 'Выпускники 9 и 11 классов отдельно, остальные вместе.', GROUPS, {
      carried: true,
      slot: 'third',
    }),
    enrolled: count('Обучались в конце года', 'Сколько обучающихся числилось в конце прошлого учебного года.', {
      prefilled: true,
    }),
    certified: count('Получили аттестат (с пересдачами)', 'Только 9 и 11 классы, с пересдачами.', { optional: true }),
    notMasteredFinal: count(
      'Переведены условно, оставлены на второй год или без аттестата',
      'Окончательное число после сентябрьских пересдач.',
    ),
    honours: count('Аттестат с отличием', 'Из получивших аттестат. Только 9 и 11 классы.', {
      optional: true,
      due: { setting: [HONOURS, ASKED] },
    }),
    honoursConfirmed: count(
      'Из них подтвердили на экзаменах',
      '9 класс: все экзамены на «5». 11 класс: баллы ЕГЭ не ниже установленных для медали.',
      { optional: true, due: { setting: [HONOURS, ASKED] } },
    ),
  },
  identity: ['group'],
  due: [{ quarters: [3] }],
  slices: ['group'],
  starts: lastYear,
  startingRows: GROUPS.length,
  spareRows: 0,
  sums: [
    atMost(
      'outcomes-more-than-enrolled',
      'получившие аттестат и не освоившие программу',
      ['certified', 'notMasteredFinal'],
      'enrolled',
    ),
    atMost('honours-more-than-certified', 'аттестаты с отличием', ['honours'], 'certified'),
    atMost(
      'honours-confirmed-more-than-honours',
      'подтвердившие отличие на экзаменах',
      ['honoursConfirmed'],
      'honours',
    ),
  ],
});

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
      const { enrolled, certified, notMasteredFinal } = at.entry.numbers;
      if (!isCertified(at.entry.texts.group) || enrolled == null || certified == null) return [];
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
  ],
});

export const yearResultTheme: Theme = {
  form: yearResults,
  indicators: [
    defineIndicator({
      key: 'certified-rate',
      title: 'Доля выпускников, получивших аттестат',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: 'получили аттестат с пересдачами / обучались в 9 и 11 классах в конце года',
      from: yearResults,
      headline: { words: 'Получили аттестат', whom: 'выпускников' },
      where: { group: CERTIFIED_GROUPS },
      numerator: { certified: 1 },
      denominator: { enrolled: 1 },
      column: true,
      examples: [{ given: [{ enrolled: 20, certified: 19 }], value: 95 }],
    }),
    defineIndicator({
      key: 'not-mastered-final-rate',
      title: 'Доля не освоивших программу года, после пересдач',
      kind: 'share',
      unit: 'percent',
      direction: 'down',
      source: 'Приказ № 341, мера 2.2: переведены условно, оставлены на второй год или без аттестата / обучались',
      from: yearResults,
      numerator: { notMasteredFinal: 1 },
      denominator: { enrolled: 1 },
      column: true,
      examples: [{ given: [{ enrolled: 20, notMasteredFinal: 5 }], value: 25 }],
    }),
    defineIndicator({
      key: 'honours-rate',
      title: 'Доля выпускников с аттестатом с отличием',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: 'аттестаты с отличием / обучались в 9 и 11 классах в конце года',
      from: yearResults,
      where: { group: CERTIFIED_GROUPS },
      numerator: { honours: 1 },
      denominator: { enrolled: 1 },
      examples: [{ given: [{ enrolled: 20, honours: 3 }], value: 15 }],
    }),
    defineIndicator({
      key: 'honours-confirmed-rate',
      title: 'Подтвердили отличие на экзаменах',
      kind: 'share',
      unit: 'percent',
      direction: 'up',
      source: 'подтвердили на экзаменах / аттестаты с отличием',
      from: yearResults,
      where: { group: CERTIFIED_GROUPS },
      numerator: { honoursConfirmed: 1 },
      denominator: { honours: 1 },
      examples: [{ given: [{ honours: 4, honoursConfirmed: 3 }], value: 75 }],
    }),
  ],
  settings: [
    {
      key: HONOURS,
      title: 'Аттестаты с отличием',
      value: NOT_ASKED,
      help: '«спрашиваем» или «не спрашиваем»: от этого зависит, спрашивает ли их форма «Итоги прошлого учебного года».',
      kind: 'choice',
      choices: [NOT_ASKED, ASKED],
    },
  ],
  checks: [certifiedElsewhere, certifiedMissing, outcomeMissing, groupNotTaught, enrolledElsewhere],
};
