import {
  count,
  type DerivedIndicator,
  type DerivedValue,
  defineForm,
  defineIndicator,
  formatNumber,
  type Indicator,
  type Setting,
  type SettingNumber,
  type Theme,
} from '../../model';
import { LEADING } from '../groups';
import { enrolled, grade, letter } from './class-lists';

const HELP = 'Число обучающихся класса; если таких нет, поставьте 0.';
const SENSITIVE = {
  sensitive: true,
  optional: true,
} as const;
const SCHOOL_WIDE = `${HELP} В классах меньше 10 человек не заполняйте: дайте одной строкой на всю школу (класс 1-9 или 1-11).`;

/** Context (социальный паспорт): counts class by class, never a list of names. */
export const context = defineForm({
  key: 'context',
  title: 'Паспорт',
  formerTitle: 'Контекст',
  help: 'Считайте детей, не семьи. Класс меньше 10 человек – в строку 1-9.',
  fields: {
    grade,
    letter,
    enrolled,
    incompleteFamilies: count('Детей из неполных семей', HELP),
    lowIncome: count('Детей из малообеспеченных семей', SCHOOL_WIDE, SENSITIVE),
    largeFamilies: count('Детей из многодетных семей', HELP),
    guardianship: count('Детей под опекой и в приёмных семьях', SCHOOL_WIDE, SENSITIVE),
    higherEducationParent: count('Детей, у которых хотя бы один родитель с высшим образованием', HELP),
    unemployedParents: count('Детей, у которых все родители без работы', SCHOOL_WIDE, SENSITIVE),
    registered: count('Детей на учёте ВШК, ПДН, КДН', SCHOOL_WIDE, SENSITIVE),
    disabilities: count('Детей с ОВЗ и инвалидностью', SCHOOL_WIDE, SENSITIVE),
    nonNativeRussian: count('Детей с неродным русским языком', HELP),
    transported: count('Детей на подвозе и в интернате', HELP),
  },
  identity: ['grade', 'letter'],
  spareRows: 2,
  lasting: true,
  due: [
    { quarters: [3], groups: [LEADING], wholeSchool: true },
    { quarters: [3], exceptGroups: [LEADING] },
    { quarters: [1, 2, 4], exceptGroups: [LEADING], confirmed: true },
  ],
  slices: ['grade'],
  followsClassList: true,
  smallGroup: 10,
});

type ShareField = Exclude<keyof typeof context.fields, 'grade' | 'letter' | 'enrolled'>;

const share = (field: ShareField, key: string, title: string, direction: 'up' | 'down' | 'none'): Indicator =>
  defineIndicator({
    key,
    title,
    kind: 'share',
    unit: 'percent',
    direction,
    source: 'Социальный паспорт: число обучающихся / по списку',
    from: context,
    numerator: { [field]: 1 },
    denominator: { enrolled: 1 },
    examples: [{ given: [{ enrolled: 25, [field]: 5 }], value: 20.0 }],
  });

export const contextShares = [
  share('incompleteFamilies', 'incomplete-families-rate', 'Доля детей из неполных семей', 'down'),
  share('lowIncome', 'low-income-rate', 'Доля детей из малообеспеченных семей', 'down'),
  share('largeFamilies', 'large-families-rate', 'Доля детей из многодетных семей', 'none'),
  share('guardianship', 'guardianship-rate', 'Доля детей под опекой и в приёмных семьях', 'down'),
  share(
    'higherEducationParent',
    'higher-education-parent-rate',
    'Доля детей, у которых есть родитель с высшим образованием',
    'up',
  ),
  share('unemployedParents', 'unemployed-parents-rate', 'Доля детей, у которых все родители без работы', 'down'),
  share('registered', 'registered-rate', 'Доля состоящих на учёте', 'down'),
  share('disabilities', 'disabilities-rate', 'Доля детей с ОВЗ и инвалидностью', 'down'),
  share('nonNativeRussian', 'non-native-russian-rate', 'Доля детей, для которых русский язык неродной', 'none'),
  share('transported', 'transported-rate', 'Доля детей на подвозе и в интернате', 'none'),
];

/** Weights of the index: domain.md 3.3; no official weights were published. */
const WEIGHTS: Readonly<Record<string, number>> = {
  'higher-education-parent-rate': 0.25,
  'low-income-rate': 0.2,
  'incomplete-families-rate': 0.15,
  'unemployed-parents-rate': 0.15,
  'registered-rate': 0.15,
  'disabilities-rate': 0.1,
};

/** Anchors between which our schools can be told apart: ours, no source's; as shares. */
const PROPOSED: Readonly<Record<string, readonly [low: number, high: number]>> = {
  'higher-education-parent-rate': [0.05, 0.6],
  'low-income-rate': [0.05, 0.6],
  'incomplete-families-rate': [0.1, 0.5],
  'unemployed-parents-rate': [0, 0.2],
  'registered-rate': [0, 0.1],
  'disabilities-rate': [0, 0.2],
};

/** The words and, where it is not what Настройки starts with, the value to be taken. */
function proposedAt(key: string, bound: 0 | 1): { readonly words: string; readonly proposed?: number } {
  const value = PROPOSED[key]?.[bound];
  if (value === undefined) return { words: '' };
  return { words: ` Предложение авторов, уточнить по району: ${formatNumber(value, 2)}.`, proposed: value };
}

/** Weights and anchors of the index, as Настройки starts with them. */
export const contextSettings: readonly Setting[] = contextShares.flatMap(({ key, title }): Setting[] => {
  const [low, high] = [proposedAt(key, 0), proposedAt(key, 1)];
  return [
    {
      key: `weight:${key}`,
      title: `ИСБШ, вес: ${title}`,
      value: WEIGHTS[key] ?? 0,
      help: 'Число от 0 до 1; 0 – не входит в индекс.',
      kind: 'share',
    },
    {
      key: `low:${key}`,
      title: `ИСБШ, нижняя граница: ${title}`,
      value: 0,
      help: `Доля от 0 до 1.${low.words}`,
      kind: 'share',
      below: `high:${key}`,
      ...(low.proposed === undefined ? {} : { proposed: low.proposed }),
    },
    {
      key: `high:${key}`,
      title: `ИСБШ, верхняя граница: ${title}`,
      value: 1,
      help: `Доля от 0 до 1, больше нижней.${high.words}`,
      kind: 'share',
      ...(high.proposed === undefined ? {} : { proposed: high.proposed }),
    },
  ];
});

const MINIMUM_WEIGHT = 0.7;

/**
 * ИСБШ = 100·Σ wᵢ·sᵢ / Σ wᵢ over the filled variables, sᵢ = clamp((xᵢ − Lᵢ)/(Uᵢ − Lᵢ)), 1 − sᵢ where more is worse.
 * At least 70 % of the whole weight must be filled. 0-100, higher is more favourable.
 */
function contextIndex(values: Readonly<Record<string, number | null>>, setting: SettingNumber): DerivedValue {
  let total = 0;
  let filled = 0;
  let sum = 0;
  for (const indicator of contextShares) {
    const weight = setting(`weight:${indicator.key}`);
    const value = values[indicator.key];
    total += weight;
    if (weight === 0 || value === null || value === undefined) continue;
    const low = setting(`low:${indicator.key}`);
    const high = setting(`high:${indicator.key}`);
    const position = Math.min(1, Math.max(0, (value / 100 - low) / (high - low)));
    filled += weight;
    sum += weight * (indicator.direction === 'up' ? position : 1 - position);
  }
  // A tolerance, since 0.1 + 0.2 + … does not add up to 0.7 exactly.
  if (total === 0 || filled < MINIMUM_WEIGHT * total - 1e-9) {
    return { value: null, reason: 'недостаточно данных: заполнено меньше 70 % веса индекса' };
  }
  return { numerator: sum, denominator: filled, value: (100 * sum) / filled };
}

export const contextIndexIndicator: DerivedIndicator = {
  key: 'context-index',
  title: 'Индекс социального благополучия школы (ИСБШ)',
  kind: 'derived',
  unit: 'points',
  direction: 'up',
  source: 'Веса и границы – в Настройках; официально утверждённых весов не опубликовано',
  formula: '100 × Σ вес × благоприятность доли / Σ вес по заполненным долям (не меньше 70 % веса)',
  from: context,
  of: contextShares.map((indicator) => indicator.key),
  targets: [],
  compute: contextIndex,
};

export const contextTheme: Theme = {
  form: context,
  indicators: [...contextShares, contextIndexIndicator],
  settings: contextSettings,
};
