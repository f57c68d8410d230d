import {
  type AnyIndicator,
  type DerivedIndicator,
  type Entry,
  type Figure,
  type Form,
  type Indicator,
  isDerived,
  type PeriodKey,
  type School,
  type SettingNumber,
  type Slice,
  type Weights,
} from '../model';
import { gradeTitle } from './class-set';
import { normalText } from './identity';
import { wilson } from './statistics';

export const NO_DATA = 'нет данных';

/** A row as it enters the computation: a row with an error is counted only as left out. */
export interface CountedRow {
  readonly entry: Entry;
  readonly valid: boolean;
}

interface Cut {
  readonly scope: Figure['scope'];
  readonly owner: string;
  readonly slice?: Slice;
}

interface Sum {
  numerator: number;
  denominator: number;
  rows: number;
  leftOut: number;
}

interface Bin {
  readonly cut: Cut;
  /** By the indicator's place in the list. */
  readonly sums: Sum[];
}

/** Σ weight × field over a row; null when a field it uses is blank. */
export const sumOf = (weights: readonly (readonly [string, number])[], numbers: Entry['numbers']): number | null => {
  let sum = 0;
  for (const [key, weight] of weights) {
    const number = numbers[key];
    if (number === null || number === undefined) return null;
    sum += weight * number;
  }
  return sum;
};

export const weighted = (weights: Weights, numbers: Entry['numbers']): number | null =>
  sumOf(Object.entries(weights), numbers);

function slicesOf(form: Form, entry: Entry): Slice[] {
  return (form.slices ?? []).flatMap((key) => {
    const text = entry.texts[key];
    return text ? [{ [key]: key === 'grade' ? gradeTitle(text) : text }] : [];
  });
}

const sliceKey = (slice: Slice | undefined): string =>
  slice === undefined
    ? ''
    : Object.entries(slice)
        .map(([key, text]) => `${key}:${normalText(text)}`)
        .join();

/** What a row's words say of whether it belongs to the indicator; `null` where they cannot be read. */
export type Belongs = (entry: Entry) => boolean | null;

/** The test of an indicator's `where`, made ready once for many rows. */
export function belongsTo({ where, from }: Pick<Indicator, 'where' | 'from'>): Belongs {
  const wanted = Object.entries(where ?? {}).map(([key, words]) => {
    const { kind, choices = [] } = from.fields[key]!;
    const known = kind === 'choice' ? new Set(choices.map(normalText)) : null;
    return { key, known, words: new Set([words].flat().map(normalText)) };
  });
  return ({ texts }) => {
    let belongs: boolean | null = true;
    for (const { key, known, words } of wanted) {
      const text = normalText(texts[key] ?? '');
      if (words.has(text)) continue;
      if (text !== '' && (known === null || known.has(text))) return false;
      belongs = null;
    }
    return belongs;
  };
}

/** The indicator's value of a single row, unrounded; null when the row does not belong to it or a field is blank. */
export function rowValue(indicator: Indicator, entry: Entry): number | null {
  if (indicator.where && belongsTo(indicator)(entry) !== true) return null;
  const top = weighted(indicator.numerator, entry.numbers);
  const bottom = weighted(indicator.denominator, entry.numbers);
  return top === null || bottom === null || bottom === 0 ? null : (indicator.scale * top) / bottom;
}

/** Sums of one form, pooled for every school, group and the district: in total and by each of the form's slices. */
class Pool {
  private readonly bins = new Map<string, Bin>();
  private readonly weights: { top: [string, number][]; bottom: [string, number][]; belongs: Belongs | null }[];

  constructor(
    private readonly form: Form,
    indicators: readonly Indicator[],
  ) {
    this.weights = indicators.map((indicator) => ({
      top: Object.entries(indicator.numerator),
      bottom: Object.entries(indicator.denominator),
      belongs: indicator.where ? belongsTo(indicator) : null,
    }));
  }

  /** The figure of a cut exists from here on, even when no row ever reaches it. */
  bin(scope: Cut['scope'], owner: string, slice?: Slice): Bin {
    const key = `${scope}|${owner}|${sliceKey(slice)}`;
    let bin = this.bins.get(key);
    if (!bin) {
      const sums = this.weights.map(() => ({ numerator: 0, denominator: 0, rows: 0, leftOut: 0 }));
      bin = { cut: { scope, owner, slice }, sums };
      this.bins.set(key, bin);
    }
    return bin;
  }

  add({ entry, valid }: CountedRow, group: string): void {
    const cuts = [undefined, ...slicesOf(this.form, entry)];
    const bins = cuts.flatMap((slice) => [
      this.bin('school', entry.school, slice),
      ...(group ? [this.bin('group', group, slice)] : []),
      this.bin('district', '', slice),
    ]);
    this.weights.forEach(({ top, bottom, belongs }, index) => {
      const belonging = belongs === null || belongs(entry);
      // A row that may belong counts as left out: it has an error or a blank where it would say so.
      if (belonging === false) return;
      const numerator = valid && belonging ? sumOf(top, entry.numbers) : null;
      const denominator = valid && belonging ? sumOf(bottom, entry.numbers) : null;
      for (const bin of bins) addTo(bin.sums[index]!, numerator, denominator);
    });
  }

  all(): Iterable<Bin> {
    return this.bins.values();
  }
}

function addTo(sum: Sum, numerator: number | null, denominator: number | null): void {
  if (numerator === null || denominator === null) {
    sum.leftOut += 1;
    return;
  }
  sum.numerator += numerator;
  sum.denominator += denominator;
  sum.rows += 1;
}

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

const ownerOf = ({ scope, owner }: Cut) =>
  scope === 'school' ? { school: owner } : scope === 'group' ? { group: owner } : {};

function figureOf(indicator: Indicator, period: PeriodKey, { cut }: Bin, sum: Sum): Figure {
  return {
    period,
    scope: cut.scope,
    ...ownerOf(cut),
    ...(cut.slice ? { slice: cut.slice } : {}),
    indicator: indicator.key,
    numerator: sum.numerator,
    denominator: sum.denominator,
    ...valueOfSums(indicator, sum.numerator, sum.denominator),
    rows: sum.rows,
    rowsLeftOut: sum.leftOut,
  };
}

/** A slice in which no row belongs to the indicator has no figure; a total has one always, where totals mean anything. */
const isShown = ({ pooled }: Indicator, { cut }: Bin, { rows, leftOut }: Sum): boolean =>
  cut.slice ? rows + leftOut > 0 : pooled !== false;

function derivedFigures(indicator: DerivedIndicator, totals: readonly Figure[], setting: SettingNumber): Figure[] {
  const byOwner = new Map<string, Figure[]>();
  for (const figure of totals) {
    const key = `${figure.scope}|${figure.school ?? figure.group ?? ''}`;
    byOwner.set(key, [...(byOwner.get(key) ?? []), figure]);
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
  const groups = new Map(context.schools.map((school) => [school.key, school.group]));
  const pool = new Pool(form, simple);
  for (const school of context.schools) pool.bin('school', school.key);
  for (const group of new Set(groups.values())) if (group) pool.bin('group', group);
  pool.bin('district', '');
  for (const row of rows) pool.add(row, groups.get(row.entry.school) ?? '');
  const figures: Figure[] = [];
  for (const bin of pool.all()) {
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
