import type { Fields, Form, Weights, WeightsOf, WordKey } from './form';
import type { PeriodKey } from './period';
import type { SettingNumber } from './setting';

/**
 * An indicator (показатель) is two weighted sums over rows of one form: scale × Σ wᵢ·fieldᵢ / Σ vᵢ·fieldᵢ.
 * Sums are pooled over classes, subjects and schools; percentages are never averaged.
 */
export interface Indicator {
  /** Permanent kebab-case key; what is stored. */
  readonly key: string;
  readonly title: string;
  /**
   * `share` — part of a whole (gets an interval); `ratio` — a percentage that may exceed 100; `score` — weighted marks,
   * 0-100; `mean` — mean value.
   */
  readonly kind: 'share' | 'ratio' | 'score' | 'mean';
  readonly unit: Unit;
  /** Which way is better; `none` where neither is. */
  readonly direction: 'up' | 'down' | 'none';
  readonly source: string;
  readonly from: Form;
  readonly numerator: Weights;
  readonly denominator: Weights;
  readonly scale: number;
  /** Only rows with these words count: `{ level: 'муниципальная' }`. */
  readonly where?: Where;
  /** False where a total over the slices means nothing. */
  readonly pooled?: boolean;
  readonly targets: readonly Target[];
  readonly examples: readonly Example[];
  /** Shown as a calculated column beside the school's row. */
  readonly column: boolean;
  /** What its whole counts, in the genitive plural: «единиц»; people unless said. */
  readonly counts?: string;
  /** One of the main figures, which each school is told of itself. */
  readonly headline?: Headline;
}

/** How a figure is told to its school: «Успевают» … «обучающихся». */
export interface Headline {
  readonly words: string;
  /** Whom the figure counts, in the genitive. */
  readonly whom: string;
}

/** By field: the word, or any of the words, that a row must have. */
export type Where = Readonly<Record<string, string | readonly string[]>>;

export type Unit = 'percent' | 'mark' | 'points';

/** A target of the programme: «к 2023 году в школах-участницах не менее 30 %». */
export interface Target {
  /** The order's requirement that it answers: «TI1b». */
  readonly id: string;
  /** What it is about where the indicator's title does not say so: «руководители». */
  readonly of?: string;
  /** The period by which it is to be reached, e.g. `2023-Q2`; its year is as Настройки says (`Programme.targetYear`). */
  readonly by: PeriodKey;
  /** Group of schools of the register it is set for; '' for all schools. */
  readonly group: string;
  /** In the indicator's unit; null where the order asks for a change and names no number. */
  readonly atLeast: number | null;
  /** The change that is asked for where no number is. */
  readonly trend?: 'up' | 'down';
  /** Held in other quarters in some years: the year's is compared, whichever quarter it is of. */
  readonly moves?: true;
  /** Results of other quarters are of another kind and say nothing of it: a half-year is no school year. */
  readonly alone?: true;
  /** Met when the change is seen at more than half of its schools. */
  readonly byMostSchools?: true;
  readonly source: string;
  /** Only rows with one of these words in a field by which the form is cut. */
  readonly slice?: { readonly field: string; readonly words: readonly string[] };
  /** What the order leaves open: the target holds while a setting of Настройки reads so. */
  readonly reading?: { readonly setting: string; readonly is: string };
}

/** Rows in, value out; agrees at the precision written. `null` means «нет данных». */
export interface Example {
  readonly given: readonly Readonly<Record<string, number>>[];
  readonly value: number | null;
}

/** An indicator worked out from other indicators by a pure function. */
export interface DerivedIndicator {
  readonly key: string;
  readonly title: string;
  readonly kind: 'derived';
  readonly unit: Unit;
  readonly direction: 'up' | 'down' | 'none';
  readonly source: string;
  /** The formula in Russian words, for help and notes under tables. */
  readonly formula: string;
  readonly from: Form;
  /** Keys of the indicators it is made of. */
  readonly of: readonly string[];
  readonly targets: readonly Target[];
  /** `values` by indicator key in their own unit, `null` where there is none; `setting` gives the numbers of Настройки. */
  readonly compute: (values: Readonly<Record<string, number | null>>, setting: SettingNumber) => DerivedValue;
}

export type DerivedValue =
  | { readonly numerator: number; readonly denominator: number; readonly value: number }
  | { readonly value: null; readonly reason: string };

export type AnyIndicator = Indicator | DerivedIndicator;

interface Declaration<F extends Fields>
  extends Omit<Indicator, 'from' | 'numerator' | 'denominator' | 'scale' | 'where' | 'targets' | 'column'> {
  readonly from: Form<F>;
  readonly numerator: WeightsOf<NoInfer<F>>;
  readonly denominator: WeightsOf<NoInfer<F>>;
  readonly where?: Readonly<Partial<Record<WordKey<NoInfer<F>>, string | readonly string[]>>>;
  readonly targets?: readonly Target[];
  readonly column?: boolean;
}

/** Declares an indicator; a field that its form does not have does not compile. */
export function defineIndicator<const F extends Fields>(declaration: Declaration<F>): Indicator {
  const { where, ...rest } = declaration;
  return {
    targets: [],
    column: false,
    ...rest,
    scale: declaration.kind === 'share' || declaration.kind === 'ratio' ? 100 : 1,
    numerator: declaration.numerator as Weights,
    denominator: declaration.denominator as Weights,
    ...(where ? { where: where as Where } : {}),
  };
}

/** A target of all that the indicator counts, with a number to reach. */
export type PlannedTarget = Target & { readonly atLeast: number };

/** The first target that names a number for the indicator as a whole. */
export const plannedTarget = ({ targets }: Pick<Indicator, 'targets'>): PlannedTarget | undefined =>
  targets.find((target): target is PlannedTarget => target.atLeast !== null && !target.slice);

/** «Успеваемость, %» */
export const titleWithUnit = ({ title, unit }: Pick<AnyIndicator, 'title' | 'unit'>): string =>
  title + (unit === 'percent' ? ', %' : '');

export const isDerived = (indicator: AnyIndicator): indicator is DerivedIndicator => indicator.kind === 'derived';
