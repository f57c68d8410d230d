import type { Figure } from './figure';

/** How dark a series is drawn: what a reader sees on a grey print; `none` is room below a part that is seen. */
export type Shade = 'none' | 'light' | 'middle' | 'dark';

/** Signs of points, told apart without colour. */
export const MARKS = ['circle', 'triangle', 'square', 'diamond', 'star'] as const;
export type Mark = (typeof MARKS)[number];

/** An axis of numbers; its bounds are always said, so that the same picture comes from any program. */
export interface ChartAxis {
  /** With the unit: «На «4» и «5», %». */
  readonly title: string;
  readonly least: number;
  readonly most: number;
  /** A line that everything is held against, with its words. */
  readonly plan?: { readonly at: number; readonly words: string };
}

/** A line of data: what it is called, and a number for each series. */
export interface ChartRow {
  readonly title: string;
  readonly values: readonly number[];
  /** What it tells of, for rules of display. */
  readonly figure?: Figure;
}

/** Lying bars, one for each row, made of the series one after another. */
export interface BarChart {
  readonly form: 'bars';
  readonly axis: ChartAxis;
  readonly series: readonly { readonly title: string; readonly shade: Shade }[];
  readonly rows: readonly ChartRow[];
}

/** Lines over rows that follow one another, years say. */
export interface LineChart {
  readonly form: 'lines';
  readonly axis: ChartAxis;
  readonly series: readonly {
    readonly title: string;
    readonly shade: Shade;
    readonly mark?: Mark;
    readonly dashed?: true;
  }[];
  readonly rows: readonly ChartRow[];
}

/** Points of two numbers; a series that is joined is a line. */
export interface PointChart {
  readonly form: 'points';
  readonly axis: ChartAxis;
  readonly across: ChartAxis;
  readonly series: readonly {
    readonly title: string;
    readonly shade: Shade;
    readonly mark?: Mark;
    readonly joined?: true;
    readonly points: readonly (readonly [across: number, value: number])[];
    readonly figures?: readonly Figure[];
  }[];
}

/** What a chart shows, without how any program draws it. */
export type Chart = BarChart | LineChart | PointChart;

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;
const MOST_STEPS = 6;

const stepOf = (range: number): number => STEPS.find((step) => range / step <= MOST_STEPS) ?? range / MOST_STEPS;

/** Round bounds around the values. */
export function roundBounds(values: readonly number[]): { readonly least: number; readonly most: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = stepOf(high - low);
  const least = Math.floor(low / step) * step;
  return { least, most: Math.max(Math.ceil(high / step) * step, least + step) };
}

/** The round numbers from bound to bound. */
export function roundTicks({ least, most }: Pick<ChartAxis, 'least' | 'most'>): number[] {
  const step = stepOf(most - least);
  return Array.from({ length: Math.round((most - least) / step) + 1 }, (_, index) => least + index * step);
}
