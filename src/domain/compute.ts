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
import { derivedFigures, figureOf, isShown } from './figure-of-sums';
import { type Bin, type CountedRow, Pool, poolsOf } from './pool';
import { settingNumbers } from './settings';
import { askedOf, type CheckedForm, validateSchool } from './validate';

/** Everything that is computed from one period's rows. */
export interface PeriodResults {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly figures: readonly Figure[];
  /** Those of one indicator without slices. */
  readonly totalsOf: (indicator: string) => readonly Figure[];
  /** Those of one indicator, or of the district alone. What is not asked for is not worked out, here and above. */
  readonly figuresOf: (indicator: string, scope?: Figure['scope']) => readonly Figure[];
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
  const checkedNow = (school: School): readonly CheckedForm[] => {
    const asked = askedOf(programme, school, context.period, context.settings);
    return validateSchool(programme, school, context.period, bySchool.get(school.key) ?? [], { asked });
  };
  const checked = new Map<string, readonly CheckedForm[]>();
  for (const school of context.schools) {
    const own = known.get(school.key);
    checked.set(school.key, own ?? checkedNow(school));
  }
  const byForm = formsOf(programme, checked, context);
  const byIndicator = new Map(byForm.flatMap((form) => form.keys.map((key) => [key, form] as const)));
  let figures: readonly Figure[] | undefined;
  return {
    period: context.period,
    schools: context.schools,
    // Of an earlier period often only the rows are looked at.
    get figures() {
      figures ??= byForm.flatMap((form) => form.all());
      return figures;
    },
    totalsOf: (indicator) => byIndicator.get(indicator)?.totals(indicator) ?? [],
    figuresOf: (indicator, scope) => byIndicator.get(indicator)?.of(indicator, scope) ?? [],
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

function formsOf(
  programme: Programme,
  checked: ReadonlyMap<string, readonly CheckedForm[]>,
  context: { period: PeriodKey; schools: readonly School[]; settings: SettingValues },
): FormFigures[] {
  const setting = settingNumbers(programme.settings, context.settings);
  return programme.forms.map((form) => {
    const rowsOf = (): CountedRow[] => {
      const rows: CountedRow[] = [];
      for (const forms of checked.values())
        for (const row of forms.find((item) => item.form.key === form.key)?.rows ?? []) rows.push(row);
      return rows;
    };
    // Nobody is asked and nobody answered: no figures, rather than a page of «нет данных».
    return new FormFigures(form, programme.indicators, rowsOf, { ...context, setting }, () =>
      isAskedOfAny(form, context),
    );
  });
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
