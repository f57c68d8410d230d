import { choice, count, defineForm, defineIndicator, type StartKnown, type StartRow, type Theme } from '../../model';
import { atMost } from './part-of';
import { yearResultChecks } from './year-results-checks';
import { CERTIFIED_GROUPS } from './year-results-groups';

const GROUPS = [...CERTIFIED_GROUPS, 'остальные классы'] as const;

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
  checks: yearResultChecks,
};
