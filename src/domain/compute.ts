import {
  type AnyIndicator,
  type DerivedIndicator,
  type Figure,
  type Form,
  type Indicator,
  type Issue,
  isDerived,
  type PeriodKey,
  type Programme,
  type RawRow,
  type School,
  type SettingNumber,
  type SettingValues,
} from '../model';
import { isDue } from './due';
import { type Bin, type CountedRow, type Owner, Pool, type Sum } from './pool';
import { settingNumbers } from './settings';
import { wilson } from './statistics';
import { askedOf, type CheckedForm, validateSchool } from './validate';

export const NO_DATA = 'нет данных';

/** Value and interval of two sums. No rows or a whole of 0 give no value, never 0. */
export function valueOfSums(
  indicator: Pick<Indicator, 'kind' | 'scale'>,
  numerator: number,
  denominator: number,
): Pick<Figure, 'value' | 'low' | 'high' | 'reason'> {
  if (denominator === 0) return { value: null, reason: NO_DATA };
  const value = (indicator.scale * numerator) / denominator;
  if (indicator.kind !== 'share') return { value };
  const { low, high } = wilson(numerator, denominator);
  return { value, low: 100 * low, high: 100 * high };
}

type Draft = { -readonly [K in keyof Figure]?: Figure[K] };

/** There are tens of thousands in a large district: written field by field, which is several times faster than spreading. */
function figureOf(indicator: Indicator, period: PeriodKey, { scope, owner, slice }: Bin, sum: Sum): Figure {
  const figure: Draft = { period, scope };
  if (scope === 'school') figure.school = owner;
  if (scope === 'group') figure.group = owner;
  if (slice) figure.slice = slice;
  figure.indicator = indicator.key;
  figure.numerator = sum.numerator;
  figure.denominator = sum.denominator;
  Object.assign(figure, valueOfSums(indicator, sum.numerator, sum.denominator));
  figure.rows = sum.rows;
  figure.rowsLeftOut = sum.leftOut;
  return figure as Figure;
}

/** A slice in which no row belongs to the indicator has no figure; a total has one always, where totals mean anything. */
const isShown = ({ pooled }: Indicator, { slice }: Bin, { rows, leftOut }: Sum): boolean =>
  slice ? rows + leftOut > 0 : pooled !== false;

function derivedFigures(indicator: DerivedIndicator, totals: readonly Figure[], setting: SettingNumber): Figure[] {
  const byOwner = new Map<string, Figure[]>();
  for (const figure of totals) {
    const key = `${figure.scope}|${figure.school ?? figure.group ?? ''}`;
    const own = byOwner.get(key);
    if (own) own.push(figure);
    else byOwner.set(key, [figure]);
  }
  return [...byOwner.values()].map((figures) => {
    const parts = figures.filter((figure) => indicator.of.includes(figure.indicator));
    const result = indicator.compute(Object.fromEntries(parts.map((part) => [part.indicator, part.value])), setting);
    const { period, scope, school, group } = figures[0]!;
    return {
      period,
      scope,
      ...(school === undefined ? {} : { school }),
      ...(group === undefined ? {} : { group }),
      indicator: indicator.key,
      numerator: 0,
      denominator: 0,
      ...result,
      rows: Math.max(0, ...parts.map((part) => part.rows)),
      rowsLeftOut: Math.max(0, ...parts.map((part) => part.rowsLeftOut)),
    };
  });
}

/** Where the rows of each school are added: to its own sums, to those of its group and of the district. */
function poolsOf(pool: Pool, schools: readonly School[]): Map<string, Owner[]> {
  const own = new Map(schools.map(({ key }) => [key, pool.owner('school', key)]));
  const groups = new Map(schools.map(({ key, group }) => [key, group ? pool.owner('group', group) : null]));
  const district = pool.owner('district', '');
  return new Map(
    [...own].map(([key, school]) => {
      const group = groups.get(key);
      return [key, group ? [school, group, district] : [school, district]];
    }),
  );
}

/**
 * All figures of one form in one period: totals and slices of each school, group and the district.
 * Schools of the register without rows get totals without a value.
 */
export function computeForm(
  form: Form,
  indicators: readonly AnyIndicator[],
  rows: readonly CountedRow[],
  context: { period: PeriodKey; schools: readonly School[]; setting: SettingNumber },
): Figure[] {
  const own = indicators.filter((indicator) => indicator.from.key === form.key);
  const simple = own.filter((indicator): indicator is Indicator => !isDerived(indicator));
  const pool = new Pool(form, simple);
  const bySchool = poolsOf(pool, context.schools);
  const district = pool.owner('district', '');
  for (const row of rows) {
    const { school } = row.entry;
    pool.add(row, bySchool.get(school) ?? [pool.owner('school', school), district]);
  }
  const figures: Figure[] = [];
  for (const bin of pool.bins) {
    simple.forEach((indicator, index) => {
      const sum = bin.sums[index]!;
      if (isShown(indicator, bin, sum)) figures.push(figureOf(indicator, context.period, bin, sum));
    });
  }
  const totals = figures.filter((figure) => !figure.slice);
  return [
    ...figures,
    ...own.filter(isDerived).flatMap((indicator) => derivedFigures(indicator, totals, context.setting)),
  ];
}

/** Everything that is computed from one period's rows. */
export interface PeriodResults {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly figures: readonly Figure[];
  /** Gathered when they are asked for. */
  readonly issues: readonly Issue[];
  /** By school. */
  readonly checked: ReadonlyMap<string, readonly CheckedForm[]>;
}

/**
 * The same rows, register and settings always give the same results: for tabs just read and for closed periods alike.
 * Schools whose rows are `known` to be checked are not checked again.
 */
export function periodResults(
  programme: Programme,
  rows: readonly RawRow[],
  context: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
  known: ReadonlyMap<string, readonly CheckedForm[]> = new Map(),
): PeriodResults {
  const bySchool = new Map<string, RawRow[]>(context.schools.map((school) => [school.key, []]));
  for (const row of rows) bySchool.get(row.school)?.push(row);
  const checked = new Map<string, readonly CheckedForm[]>();
  for (const school of context.schools) {
    const own = known.get(school.key);
    const asked = askedOf(programme, school, context.period, context.settings);
    const rowsOf = bySchool.get(school.key) ?? [];
    checked.set(school.key, own ?? validateSchool(programme, school, context.period, rowsOf, { asked }));
  }
  let figures: readonly Figure[] | undefined;
  return {
    period: context.period,
    schools: context.schools,
    // Of an earlier period often only the rows are looked at.
    get figures() {
      figures ??= figuresOf(programme, checked, context);
      return figures;
    },
    get issues() {
      return [...checked.values()].flat().flatMap((form) => form.issues);
    },
    checked,
  };
}

const isAskedOfAny = (
  form: Form,
  { period, schools, settings }: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
): boolean => schools.some((school) => isDue(form, period, school, settings));

function figuresOf(
  programme: Programme,
  checked: ReadonlyMap<string, readonly CheckedForm[]>,
  context: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
): Figure[] {
  const setting = settingNumbers(programme.settings, context.settings);
  return programme.forms.flatMap((form) => {
    const rows = [...checked.values()].flatMap((forms) => forms.find((item) => item.form.key === form.key)?.rows ?? []);
    // Nobody is asked and nobody answered: no figures, rather than a page of «нет данных».
    if (rows.length === 0 && !isAskedOfAny(form, context)) return [];
    return computeForm(form, programme.indicators, rows, { ...context, setting });
  });
}
