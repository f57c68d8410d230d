import {
  type Aim,
  type Amount,
  type AnyIndicator,
  type Entry,
  type FigureKey,
  figureId,
  isDerived,
  type Measurable,
  type Measure,
  type Programme,
  type RegisterRow,
  type School,
  type Score,
  type SettingValues,
  shiftPeriod,
  type Target,
  type Whose,
} from '../model';
import type { PeriodResults } from './compute';
import { figureIndex } from './figure-index';
import { valueOfSums } from './figure-of-sums';
import { normalText } from './identity';
import { settingNumbers } from './settings';

export const isMeasure = (by: Aim['by']): by is Measure => 'of' in by && typeof by.of === 'function';

/** The targets that hold under these settings, in the order of the programme's list of them. */
export function aimsOf(programme: Programme, values: SettingValues): Aim[] {
  const reads = ({ reading }: Target): boolean => {
    if (!reading) return true;
    const declared = programme.settings.find(({ key }) => key === reading.setting)?.value;
    return (values[reading.setting] || declared) === reading.is;
  };
  const aims = [...programme.indicators, ...(programme.measures ?? [])].flatMap((by) =>
    by.targets.filter(reads).map((target): Aim => ({ target: dueBy(programme, values, target), by })),
  );
  const number = ({ target }: Aim): string => `${target.id.startsWith('TI') ? 0 : 1}${target.id}`;
  return aims.sort((a, b) => (number(a) < number(b) ? -1 : number(a) > number(b) ? 1 : 0));
}

/** A target with the year that Настройки names; the quarter is that of its kind of result. */
export function dueBy<T extends Target>(programme: Programme, values: SettingValues, target: T): T {
  const setting = programme.settings.find(({ key }) => key === programme.targetYear);
  if (!setting) return target;
  const later = settingNumbers(programme.settings, values)(setting.key) - Number(setting.value);
  return later === 0 ? target : { ...target, by: shiftPeriod(target.by, QUARTERS_OF_A_YEAR * later) };
}

const QUARTERS_OF_A_YEAR = 4;

/** The schools that a target is set for. */
export const schoolsOf = ({ group }: Target, schools: readonly School[]): School[] =>
  schools.filter((school) => group === '' || school.group === group);

export type Registers = Readonly<Record<string, readonly RegisterRow[]>>;

/** What came of each target in a period: only what has a value. */
export function scoresOf(
  programme: Programme,
  results: PeriodResults,
  settings: SettingValues,
  registers: Registers,
): Score[] {
  const seen = measurableOf(programme, results, settings, registers);
  return aimsOf(programme, settings).flatMap((aim): Score[] => {
    const { target, by } = aim;
    const bound = schoolsOf(target, results.schools);
    const whole: Whose = target.group === '' ? { scope: 'district' } : { scope: 'group', group: target.group };
    const all = isMeasure(by) ? by.of(seen, bound) : amountOf(by, target, seen, whole);
    const single = (school: School): Amount | null =>
      isMeasure(by) ? by.of(seen, [school]) : amountOf(by, target, seen, { scope: 'school', school: school.key });
    const each = isMeasure(by) && !by.bySchool ? [] : bound.map((school) => [school.key, single(school)] as const);
    return [
      ...(hasValue(all) ? [{ target: target.id, ...all }] : []),
      ...each.flatMap(([school, amount]) => (hasValue(amount) ? [{ target: target.id, school, ...amount }] : [])),
    ];
  });
}

const hasValue = (amount: Amount | null): amount is Amount => amount !== null && amount.value !== null;

/** A figure, or those of several slices pooled; never a percentage of percentages. */
function amountOf(indicator: AnyIndicator, { slice }: Target, seen: Measurable, whose: Whose): Amount | null {
  if (!slice) {
    const figure = seen.figure(whose, indicator.key);
    return figure ? { numerator: figure.numerator, denominator: figure.denominator, value: figure.value } : null;
  }
  if (isDerived(indicator)) return null;
  const figures = slice.words.flatMap((word) => seen.figure(whose, indicator.key, { [slice.field]: word }) ?? []);
  if (figures.length === 0) return null;
  const sum = (key: 'numerator' | 'denominator') => figures.reduce((total, figure) => total + figure[key], 0);
  const [numerator, denominator] = [sum('numerator'), sum('denominator')];
  return { numerator, denominator, value: valueOfSums(indicator, numerator, denominator).value };
}

/** What measures may look at in a period. */
export function measurableOf(
  programme: Programme,
  { period, schools, totalsOf, figuresOf, checked }: PeriodResults,
  settings: SettingValues,
  registers: Registers,
): Measurable {
  const totals = figureIndex(totalsOf);
  const slices = figureIndex((indicator) => figuresOf(indicator).filter(({ slice }) => slice), spelt);
  return {
    period,
    schools,
    setting: settingNumbers(programme.settings, settings),
    figure: (whose, indicator, slice) => {
      const of = { period, ...whose, indicator };
      return slice ? slices(indicator, spelt({ ...of, slice })) : totals(indicator, figureId(of));
    },
    rows: (form) => rowsOf(checked, form),
    register: (key) => registers[key] ?? [],
  };
}

/** Words of slices are typed by people: one spelling of them. */
const spelt = ({ slice, ...key }: FigureKey): string =>
  figureId({
    ...key,
    ...(slice ? { slice: Object.fromEntries(Object.entries(slice).map(([of, word]) => [of, normalText(word)])) } : {}),
  });

const rowsOf = (checked: PeriodResults['checked'], form: string): Entry[] =>
  [...checked.values()].flatMap((forms) =>
    (forms.find((item) => item.form.key === form)?.rows ?? []).flatMap(({ entry, valid }) =>
      valid && entry.started ? [entry] : [],
    ),
  );
