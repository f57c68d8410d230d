import type { TableState } from './data-table';
import type { Kind } from './options';

interface Tick {
  readonly v: number;
  readonly f: string;
}

interface AxisOptions {
  title?: string;
  textStyle?: { color?: string };
  viewWindow?: { min?: number; max?: number };
  ticks?: readonly (number | Tick)[];
  gridlines?: { color?: string };
  baselineColor?: string;
}

interface SeriesOptions {
  type?: string;
  color?: string;
  visibleInLegend?: boolean;
  lineWidth?: number;
  lineDashStyle?: number[];
  pointShape?: string;
  pointSize?: number;
}

/** Options of Google Charts as far as they are drawn. */
export interface ChartOptions {
  title?: string;
  backgroundColor?: string;
  fontSize?: number;
  legend?: { position?: string };
  chartArea?: { left?: number; top?: number; width?: number; height?: number };
  isStacked?: boolean;
  seriesType?: string;
  bar?: { groupWidth?: string };
  series?: Record<number, SeriesOptions>;
  hAxis?: AxisOptions;
  vAxis?: AxisOptions;
}

/** What Google takes where nothing is said. */
const DEFAULT_COLORS = ['#3366cc', '#dc3912', '#ff9900', '#109618', '#990099', '#0099c6'];
const SHAPES: Record<string, string> = {
  circle: 'circle',
  square: 'rect',
  triangle: 'triangle',
  diamond: 'diamond',
  star: 'path://M50 0 L61 35 L98 35 L68 57 L79 91 L50 70 L21 91 L32 57 L2 35 L39 35 Z',
};

export interface Drawn {
  readonly kind: Kind;
  readonly table: TableState;
  readonly options: ChartOptions;
  readonly width: number;
  readonly height: number;
  /** On a sheet Google finds the places itself. */
  readonly place?: 'sheet';
}

const INK = '#222222';

/** The chart as echarts is to draw it: places as Google is told them, not as echarts would find them. */
export function echartsOption({ kind, table, options, width, height, place }: Drawn): object {
  const size = options.fontSize ?? 12;
  const grid =
    place === 'sheet' ? areaOnSheet({ kind, table, options, width, height }) : areaAsTold(options, width, height);
  const lying = kind === 'BarChart';
  const room = lying ? grid.left : grid.width / Math.max(1, table.rows.length);
  const words = (axis?: AxisOptions) => wordsAxis(table, size, { axis, lying, room });
  const numbers = (axis: AxisOptions | undefined, isAcross: boolean) => numbersAxis(size, axis, isAcross);
  const upright = kind === 'ScatterChart' ? numbers(options.hAxis, true) : words(options.hAxis);
  return {
    animation: false,
    backgroundColor: options.backgroundColor ?? '#ffffff',
    textStyle: { fontFamily: FONT, fontSize: size, color: INK },
    ...(options.title ? { title: { text: options.title, textStyle: { fontSize: size, color: INK } } } : {}),
    legend: {
      ...legendOf(table, options, size),
      ...(options.legend?.position === 'right' ? besideOf(grid, width, size) : { top: options.title ? 2.2 * size : 0 }),
    },
    grid: { ...grid, containLabel: false },
    xAxis: lying ? numbers(options.hAxis, true) : upright,
    yAxis: lying ? words(options.vAxis) : numbers(options.vAxis, false),
    series: seriesOf(kind, table, options),
  };
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function areaAsTold({ chartArea = {} }: ChartOptions, width: number, height: number): Place {
  const { left = 0.2 * width, top = 0.2 * height } = chartArea;
  return { left, top, width: chartArea.width ?? 0.6 * width, height: chartArea.height ?? 0.6 * height };
}

/** Much as Google finds it: room for title, legend, titles of rows and numbers. */
function areaOnSheet({ kind, table, options, width, height }: Omit<Drawn, 'place'>): Place {
  const size = options.fontSize ?? 12;
  const longest = Math.max(...table.rows.map(([title]) => String(title).length));
  const left = kind === 'BarChart' ? Math.min(0.45 * width, 0.6 * size * longest + size) : 4.5 * size;
  const top = (options.title ? 2.4 : 0.5) * size + (options.legend?.position === 'none' ? 0 : 2.2 * size);
  const below = kind === 'BarChart' ? 3.6 * size : 4.6 * size;
  return { left, top, width: width - left - 2 * size, height: height - top - below };
}

export const FONT = 'DejaVu Sans Condensed';
/** Width of a letter of that font, on average, in its size. */
export const LETTER = 0.55;
/** Pixels of the smallest words. */
const SMALLEST = 8;

function legendOf({ columns }: TableState, { legend, series }: ChartOptions, size: number): object {
  const shown = columns.slice(1).filter((_, index) => series?.[index]?.visibleInLegend !== false);
  return {
    show: legend?.position !== 'none',
    itemGap: size,
    textStyle: { fontSize: size, color: INK },
    data: shown.map(({ label }) => label),
  };
}

/** Between the drawing and the right edge; long names take two lines. */
function besideOf(
  { left, top, width }: { left: number; top: number; width: number },
  whole: number,
  size: number,
): object {
  const x = left + width + size;
  const text = { fontSize: size, color: INK, width: whole - x - 2.5 * size, overflow: 'break', lineHeight: 1.2 * size };
  return { orient: 'vertical', left: x, top, itemGap: size / 3, textStyle: text };
}

/** A size at which the longest word is not broken, down to one that can still be read. */
function fitting(rows: TableState['rows'], width: number, size: number): number {
  const longest = Math.max(1, ...rows.flatMap(([title]) => String(title).split(' ')).map(({ length }) => length));
  return Math.max(SMALLEST, Math.min(size, width / (longest * LETTER)));
}

function wordsAxis(
  { rows }: TableState,
  size: number,
  { axis, lying, room }: { axis: AxisOptions | undefined; lying: boolean; room: number },
): object {
  const width = room - (lying ? size : 4);
  const fontSize = fitting(rows, width, size);
  return {
    type: 'category',
    data: rows.map(([title]) => title),
    inverse: lying,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: axis?.baselineColor ?? INK } },
    axisLabel: {
      interval: 0,
      fontSize,
      color: axis?.textStyle?.color ?? INK,
      width,
      overflow: 'break',
      lineHeight: 1.2 * fontSize,
    },
  };
}

const ticksOf = ({ ticks = [] }: AxisOptions): Tick[] =>
  ticks.map((tick) => (typeof tick === 'number' ? { v: tick, f: String(tick) } : tick));

function numbersAxis(size: number, axis: AxisOptions = {}, isAcross: boolean): object {
  const ticks = ticksOf(axis);
  const values = ticks.map(({ v }) => v);
  return {
    type: 'value',
    ...(axis.viewWindow ?? {}),
    name: axis.title ?? '',
    nameLocation: 'middle',
    nameGap: isAcross ? 1.7 * size : 3.2 * size,
    nameTextStyle: { fontSize: size, color: INK },
    axisLine: { show: true, lineStyle: { color: axis.baselineColor ?? INK } },
    axisTick: { show: ticks.length > 0, ...(ticks.length > 0 ? { customValues: values } : {}) },
    axisLabel: {
      fontSize: size,
      color: axis.textStyle?.color ?? INK,
      ...(ticks.length > 0
        ? { customValues: values, formatter: (value: number) => ticks.find(({ v }) => v === value)?.f ?? '' }
        : {}),
    },
    splitLine: { show: ticks.length === 0, lineStyle: { color: axis.gridlines?.color ?? '#cccccc' } },
  };
}

function seriesOf(kind: Kind, { columns, rows }: TableState, options: ChartOptions): object[] {
  const lines = gridlines(kind, options);
  return columns.slice(1).map(({ label }, index) => {
    const { color = DEFAULT_COLORS[index % DEFAULT_COLORS.length], ...own } = options.series?.[index] ?? {};
    const first = index === 0 ? { markLine: lines } : {};
    const base = { name: label, itemStyle: { color }, ...first };
    const isBar = kind === 'BarChart' || (kind === 'ComboChart' && (own.type ?? options.seriesType) !== 'line');
    if (isBar) {
      const data = rows.map((row) => row[index + 1]);
      const gap = 1 - Number.parseFloat(options.bar?.groupWidth ?? '61.8') / 100;
      const border = {
        color,
        borderColor: color === '#ffffff' ? color : INK,
        borderWidth: color === '#ffffff' ? 0 : 1,
      };
      const stack = options.isStacked ? { stack: 'all' } : {};
      return { ...base, type: 'bar', itemStyle: border, barCategoryGap: `${100 * gap}%`, data, ...stack };
    }
    const width = own.lineWidth ?? (kind === 'ScatterChart' ? 0 : 2);
    const data = rows.flatMap((row) => (row[index + 1] === null ? [] : [[row[0], row[index + 1]]]));
    return {
      ...base,
      type: width > 0 ? 'line' : 'scatter',
      symbol: own.pointSize === 0 ? 'none' : (SHAPES[own.pointShape ?? 'circle'] ?? 'circle'),
      symbolSize: own.pointSize ?? 7,
      lineStyle: { color, width, type: own.lineDashStyle ?? 'solid' },
      data,
    };
  });
}

/** Google draws them below what the chart shows. */
function gridlines(kind: Kind, options: ChartOptions): object {
  const lying = kind === 'BarChart';
  const of = (axis: AxisOptions | undefined, name: 'xAxis' | 'yAxis') =>
    ticksOf(axis ?? {}).map(({ v }) => ({ [name]: v, lineStyle: { color: axis?.gridlines?.color ?? '#cccccc' } }));
  return {
    silent: true,
    symbol: 'none',
    label: { show: false },
    lineStyle: { type: 'solid', width: 1 },
    z: 0,
    data: [
      ...(lying || kind === 'ScatterChart' ? of(options.hAxis, 'xAxis') : []),
      ...(lying ? [] : of(options.vAxis, 'yAxis')),
    ],
  };
}
