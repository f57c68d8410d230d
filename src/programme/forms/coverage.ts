import {
  choice,
  count,
  defineCheck,
  defineForm,
  defineIndicator,
  type Indicator,
  type StartKnown,
  type StartRow,
  type Target,
  type Theme,
} from '../../model';
import { BY, ofParticipants, PLANS } from '../order-targets';
import { sameAsLists } from './on-lists';
import { atMost } from './part-of';

const LEVELS = ['1-4', '5-9', '10-11', '1-9', '1-11'] as const;
const CHILDREN = 'Каждого ребёнка – один раз. Не было – 0.';

/** A school below this writes one row. */
const SMALL_SCHOOL = 100;

function levels({ enrolledIn }: StartKnown): StartRow[] {
  const all = enrolledIn(1, 12);
  if (all === null || all === 0) return [];
  if (all < SMALL_SCHOOL) return [{ level: enrolledIn(10, 12) === 0 ? '1-9' : '1-11', enrolled: all }];
  const rows = [
    { level: '1-4', enrolled: enrolledIn(1, 4) },
    { level: '5-9', enrolled: enrolledIn(5, 9) },
    { level: '10-11', enrolled: enrolledIn(10, 12) },
  ];
  return rows.flatMap(({ level, enrolled }) => (enrolled === 0 ? [] : [{ level, enrolled: enrolled ?? '' }]));
}

/** What pupils had beside their lessons in the half-year. */
export const coverage = defineForm({
  key: 'coverage',
  title: 'Охват за полугодие',
  help: CHILDREN,
  fields: {
    level: choice('Классы', 'Уровень; малая школа пишет одну строку 1-9.', LEVELS, { carried: true, slot: 'first' }),
    enrolled: count('Обучающихся', 'Сколько обучающихся этих классов числится на последний день полугодия.', {
      prefilled: true,
    }),
    additional: count(
      'Занимаются хотя бы в одном объединении (детей)',
      `Кружки, секции, студии школы и других учреждений. ${CHILDREN}`,
    ),
    institutions: count(
      'Из них в учреждениях дополнительного образования',
      `По справкам учреждений или «Навигатору». ${CHILDREN}`,
    ),
    onPlan: count('Учатся по индивидуальному учебному плану (есть приказ)', `По приказам школы. ${CHILDREN}`),
    familiesCovered: count('Детей, с чьими семьями работали', `Посещения, консультации, беседы. ${CHILDREN}`),
    visits: count('Посещений семей (по актам)', 'Сколько посещений за полугодие. Не было – 0.', {
      plausibleTimes: ['enrolled', 3],
    }),
    consultations: count('Консультаций для семей (по журналу)', 'Сколько консультаций за полугодие. Не было – 0.', {
      plausibleTimes: ['enrolled', 5],
    }),
    masterclassPupils: count('Были на лекциях и мастер-классах (детей)', CHILDREN),
  },
  identity: ['level'],
  due: [{ quarters: [2, 4] }],
  slices: ['level'],
  starts: levels,
  startingRows: 3,
  spareRows: 0,
  sums: [
    atMost('institutions-more-than-additional', 'занимающиеся в учреждениях', ['institutions'], 'additional'),
    atMost(
      'additional-more-than-enrolled',
      'занимающиеся в объединениях (каждого ребёнка – один раз)',
      ['additional'],
      'enrolled',
    ),
    atMost('on-plan-more-than-enrolled', 'обучающиеся по индивидуальному учебному плану', ['onPlan'], 'enrolled'),
    atMost('families-more-than-enrolled', 'дети, с чьими семьями работали,', ['familiesCovered'], 'enrolled'),
    atMost('masterclass-more-than-enrolled', 'бывшие на лекциях и мастер-классах', ['masterclassPupils'], 'enrolled'),
  ],
});

const everybodyOnPlan = defineCheck({
  id: 'row/everybody-on-plan',
  needs: 'row',
  form: 'coverage',
  severity: 'warning',
  find: ({ rows }) =>
    rows
      .filter(({ entry: { numbers } }) => (numbers.onPlan ?? 0) > 0 && numbers.onPlan === numbers.enrolled)
      .map((at) => ({ at, field: 'onPlan', details: {} })),
  words: () => 'все обучающиеся на ИУП: проверьте, есть ли приказ на каждого',
  cases: [
    {
      form: 'coverage',
      rows: [{ level: '5-9', enrolled: 12, onPlan: 12 }],
      says: ['1: Все обучающиеся на ИУП: проверьте, есть ли приказ на каждого'],
    },
    { form: 'coverage', rows: [{ level: '5-9', enrolled: 12, onPlan: 11 }], says: [] },
    { form: 'coverage', rows: [{ level: '5-9', enrolled: 0, onPlan: 0 }], says: [] },
    { form: 'coverage', rows: [{ level: '5-9', enrolled: '', onPlan: '', additional: 3 }], says: [] },
  ],
});

const visitsToNobody = defineCheck<{ visits: number }>({
  id: 'row/visits-to-nobody',
  needs: 'row',
  form: 'coverage',
  severity: 'warning',
  find: ({ rows }) =>
    rows.flatMap((at) => {
      const visits = at.entry.numbers.visits ?? 0;
      const isNobody = at.entry.numbers.familiesCovered === 0;
      return isNobody && visits > 0 ? [{ at, field: 'familiesCovered', details: { visits } }] : [];
    }),
  words: ({ visits }, { column }) => `${column}: 0, а посещений семей ${visits}; впишите, скольких детей они касались`,
  cases: [
    {
      form: 'coverage',
      rows: [{ level: '5-9', enrolled: 12, familiesCovered: 0, visits: 3 }],
      says: ['1: «Детей, с чьими семьями работали»: 0, а посещений семей 3; впишите, скольких детей они касались'],
    },
    { form: 'coverage', rows: [{ level: '5-9', enrolled: 12, familiesCovered: 2, visits: 3 }], says: [] },
    { form: 'coverage', rows: [{ level: '5-9', enrolled: 12, familiesCovered: 0, visits: 0 }], says: [] },
    { form: 'coverage', rows: [{ level: '5-9', enrolled: 12, familiesCovered: 0, visits: '' }], says: [] },
  ],
});

const enrolledInLevel = sameAsLists({
  form: 'coverage',
  field: 'enrolled',
  grades({ entry }) {
    const [from = 0, to = 0] = (entry.texts.level ?? '').split('-').map(Number);
    return { from, to };
  },
  example: {
    row: { level: '5-9', enrolled: 12, additional: 8, institutions: 2, onPlan: 0, familiesCovered: 1 },
    classes: [
      { grade: '4', enrolled: 9 },
      { grade: '5-7', enrolled: 7 },
      { grade: '8', enrolled: 5 },
    ],
    says: '1: «Обучающихся»: 13, а в форме «Число обучающихся» в этих классах 12; исправьте или напишите пояснение',
  },
});

type Children = 'additional' | 'institutions' | 'onPlan' | 'familiesCovered' | 'masterclassPupils';

interface Told {
  readonly told?: string;
  readonly targets?: readonly Target[];
}

const share = (field: Children, key: string, title: string, { told, targets = [] }: Told = {}): Indicator =>
  defineIndicator({
    key,
    title,
    kind: 'share',
    unit: 'percent',
    direction: 'up',
    source: 'Охват за полугодие: число детей / обучающихся',
    from: coverage,
    numerator: { [field]: 1 },
    denominator: { enrolled: 1 },
    ...(told ? { headline: { words: told, whom: 'обучающихся' } } : {}),
    targets,
    examples: [{ given: [{ enrolled: 20, [field]: 5 }], value: 25 }],
  });

const ON_PLANS: readonly Target[] = [
  { atLeast: null, trend: 'up' as const, is: PLANS.schools },
  { atLeast: 100, is: PLANS.children },
].map(({ is, ...plan }) =>
  ofParticipants({
    ...{ ...plan, id: 'TI5-А', by: BY.year, reading: { setting: PLANS.setting, is } },
    words: 'увеличение доли детей, обучающихся по индивидуальным учебным планам. (100% в этих школах)',
  }),
);

export const coverageTheme: Theme = {
  form: coverage,
  indicators: [
    share('additional', 'additional-education-rate', 'Охват дополнительным образованием', {
      told: 'Занимаются в объединениях',
    }),
    share('institutions', 'institutions-rate', 'Охват учреждениями дополнительного образования'),
    share('onPlan', 'individual-plan-rate', 'Доля обучающихся по индивидуальному учебному плану', {
      targets: ON_PLANS,
    }),
    share('familiesCovered', 'families-coverage-rate', 'Доля детей, с чьими семьями работали'),
    share('masterclassPupils', 'masterclass-coverage-rate', 'Доля бывших на лекциях и мастер-классах'),
  ],
  checks: [everybodyOnPlan, visitsToNobody, enrolledInLevel],
};
