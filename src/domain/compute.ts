import {
  type AnyIndicator,
  type DerivedIndicator,
  type Figure,
  type Form,
  type Indicator,
  isDerived,
  type PeriodKey,
  type School,
  type SettingNumber,
} from '../model';
import { type Bin, type CountedRow, type Owner, Pool, type Sum } from './pool';
import { wilson } from './statistics';

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

/** The sums of each school, which are those of its group and of the district too. */
function poolsOf(pool: Pool, schools: readonly School[]): Map<string, Owner> {
  const own = new Map(schools.map(({ key }) => [key, pool.owner('school', key)]));
  const groups = new Map(schools.map(({ key, group }) => [key, group ? pool.owner('group', group) : null]));
  const district = pool.owner('district', '');
  for (const [key, school] of own) {
    const group = groups.get(key);
    pool.within(school, group ? [group, district] : [district]);
  }
  return own;
}

interface Context {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly setting: SettingNumber;
}

/**
 * The figures of one form in one period: totals and slices of each school, group and the district. Rows are added up when
 * the first of them is asked for, and of the tens of thousands of a large district only those are made that are asked for.
 * Schools of the register without rows get totals without a value.
 */
export class FormFigures {
  private readonly simple: readonly Indicator[];
  private readonly derived: readonly DerivedIndicator[];
  private bins: readonly Bin[] | undefined;
  /** By the indicator's place and the bin's. */
  private readonly made: (Figure | undefined)[][];
  private readonly results = new Map<string, readonly Figure[]>();

  constructor(
    private readonly form: Form,
    indicators: readonly AnyIndicator[],
    private readonly rowsOf: () => readonly CountedRow[],
    private readonly context: Context,
    /** Whether there are figures where there are no rows. */
    private readonly isAsked: () => boolean,
  ) {
    const own = indicators.filter((indicator) => indicator.from.key === form.key);
    this.simple = own.filter((indicator): indicator is Indicator => !isDerived(indicator));
    this.derived = own.filter(isDerived);
    this.made = this.simple.map(() => []);
  }

  /** The indicators that it has figures of. */
  get keys(): readonly string[] {
    return [...this.simple, ...this.derived].map(({ key }) => key);
  }

  of(indicator: string, scope?: Figure['scope']): readonly Figure[] {
    return this.wanted(indicator, (of) => scope === undefined || of.scope === scope);
  }

  totals(indicator: string): readonly Figure[] {
    return this.wanted(indicator, ({ slice }) => slice === undefined);
  }

  private wanted(indicator: string, isWanted: (of: Pick<Bin, 'scope' | 'slice'>) => boolean): readonly Figure[] {
    const place = this.simple.findIndex(({ key }) => key === indicator);
    if (place >= 0) return this.placed(place, isWanted);
    return this.resultOf(this.derived.find(({ key }) => key === indicator)!).filter(({ scope, slice }) =>
      isWanted({ scope, slice }),
    );
  }

  all(): readonly Figure[] {
    const figures: Figure[] = [];
    this.pooled().forEach((_, at) => {
      for (let place = 0; place < this.simple.length; place += 1) {
        const figure = this.figureAt(place, at);
        if (figure) figures.push(figure);
      }
    });
    return [...figures, ...this.derived.flatMap((indicator) => this.resultOf(indicator))];
  }

  private pooled(): readonly Bin[] {
    this.bins ??= this.addedUp();
    return this.bins;
  }

  private addedUp(): readonly Bin[] {
    const rows = this.rowsOf();
    if (rows.length === 0 && !this.isAsked()) return [];
    const pool = new Pool(this.form, this.simple);
    const bySchool = poolsOf(pool, this.context.schools);
    const district = pool.owner('district', '');
    for (const row of rows) {
      const { school } = row.entry;
      pool.add(row, bySchool.get(school) ?? pool.within(pool.owner('school', school), [district]));
    }
    return pool.summed();
  }

  private placed(place: number, isWanted: (bin: Bin) => boolean): Figure[] {
    const figures: Figure[] = [];
    this.pooled().forEach((bin, at) => {
      const figure = isWanted(bin) ? this.figureAt(place, at) : undefined;
      if (figure) figures.push(figure);
    });
    return figures;
  }

  private figureAt(place: number, at: number): Figure | undefined {
    const own = this.made[place]!;
    const [indicator, bin] = [this.simple[place]!, this.bins![at]!];
    const sum = bin.sums[place]!;
    if (isShown(indicator, bin, sum)) own[at] ??= figureOf(indicator, this.context.period, bin, sum);
    return own[at];
  }

  private resultOf(indicator: DerivedIndicator): readonly Figure[] {
    const known = this.results.get(indicator.key);
    if (known) return known;
    const totals = this.simple.flatMap((_, place) => this.placed(place, ({ slice }) => slice === undefined));
    const made = derivedFigures(indicator, totals, this.context.setting);
    this.results.set(indicator.key, made);
    return made;
  }
}

/** All figures of one form in one period, whether somebody is asked for it or not. */
export const computeForm = (
  form: Form,
  indicators: readonly AnyIndicator[],
  rows: readonly CountedRow[],
  context: Context,
): readonly Figure[] =>
  new FormFigures(
    form,
    indicators,
    () => rows,
    context,
    () => true,
  ).all();
