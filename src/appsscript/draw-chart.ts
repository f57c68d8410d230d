import {
  type BarChart,
  type Chart,
  type ChartAxis,
  type ChartBlock,
  type LineChart,
  type PointChart,
  roundTicks,
} from '../model';
import { CHART_COLORS } from './chart-look';

/** Pixels of a picture as wide as the text (180 mm), so that one of them is half a point. */
const WIDTH = 1000;
const WIDTH_MM = 180;
/** 9.5 points. */
const TEXT = 19;
const LETTER = 0.56 * TEXT;
const LINE = 1.5 * TEXT;
/** Rows' titles take at most this share of the width; longer ones are wrapped. */
const WIDEST_TITLES = 0.46;

const INK = '#000000';
const GRID = '#b0b0b0';

/** The service's words for what it was asked for in vain. */
export type Drawn = { readonly png: Uint8Array } | { readonly trouble: string };

/** The chart as a picture; one service call. What Google could not draw is told, not thrown: a report does without. */
export function drawChart({ chart, heightMm }: Pick<ChartBlock, 'chart' | 'heightMm'>): Drawn {
  const height = Math.round((heightMm / WIDTH_MM) * WIDTH);
  try {
    const blob = builderOf(chart, height).setDimensions(WIDTH, height).build().getAs('image/png');
    const png = Uint8Array.from(blob.getBytes());
    return isPng(png) ? { png } : { trouble: 'пустая картинка' };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error) };
  }
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47];
const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

interface Builder {
  setDimensions(width: number, height: number): Builder;
  setOption(option: string, value: unknown): Builder;
  build(): GoogleAppsScript.Charts.Chart;
}

function builderOf(chart: Chart, height: number): Builder {
  switch (chart.form) {
    case 'bars':
      return withOptions(Charts.newBarChart().setDataTable(rowsOf(chart)) as Builder, barOptions(chart, height));
    case 'lines':
      return withOptions(Charts.newLineChart().setDataTable(rowsOf(chart)) as Builder, lineOptions(chart, height));
    case 'points':
      return withOptions(
        Charts.newScatterChart().setDataTable(pointsOf(chart)) as Builder,
        pointOptions(chart, height),
      );
  }
}

const withOptions = (builder: Builder, options: Readonly<Record<string, unknown>>): Builder =>
  Object.entries({
    backgroundColor: CHART_COLORS.none,
    fontName: 'Arial',
    fontSize: TEXT,
    legend: { position: 'top', textStyle: { color: INK } },
    ...options,
  }).reduce((made, [name, value]) => made.setOption(name, value), builder);

function rowsOf({ series, rows }: BarChart | LineChart): GoogleAppsScript.Charts.DataTableBuilder {
  const table = Charts.newDataTable().addColumn(Charts.ColumnType.STRING, '');
  for (const { title } of series) table.addColumn(Charts.ColumnType.NUMBER, title);
  for (const { title, values } of rows) table.addRow([title, ...values]);
  return table;
}

/** Each series has a column; a point leaves those of the others unset. */
function pointsOf({ across, series }: PointChart): GoogleAppsScript.Charts.DataTableBuilder {
  const table = Charts.newDataTable().addColumn(Charts.ColumnType.NUMBER, across.title);
  for (const { title } of series) table.addColumn(Charts.ColumnType.NUMBER, title);
  let row = 0;
  series.forEach(({ points }, index) => {
    for (const [x, y] of points) {
      table.setValue(row, 0, x);
      table.setValue(row, index + 1, y);
      row += 1;
    }
  });
  return table;
}

function barOptions({ axis, series, rows }: BarChart, height: number): Record<string, unknown> {
  const longest = Math.max(...rows.map(({ title }) => title.length));
  const left = Math.round(Math.min(WIDEST_TITLES * WIDTH, longest * LETTER + LINE));
  return {
    chartArea: areaOf(left, height),
    isStacked: true,
    bar: { groupWidth: '58%' },
    series: byNumber(series, ({ shade }) => ({ color: CHART_COLORS[shade], visibleInLegend: shade !== 'none' })),
    hAxis: axisOptions(axis),
    vAxis: { textStyle: { color: INK } },
  };
}

function lineOptions({ axis, series }: LineChart, height: number): Record<string, unknown> {
  return {
    // Its lower axis has no title.
    chartArea: areaOf(4 * LINE, height, 1.6 * LINE),
    series: byNumber(series, ({ shade, mark, dashed }) => ({
      color: CHART_COLORS[shade],
      lineWidth: 3,
      ...(dashed ? { lineDashStyle: [10, 7] } : {}),
      ...(mark ? { pointShape: mark, pointSize: 14 } : { pointSize: 0 }),
    })),
    vAxis: axisOptions(axis),
    hAxis: { textStyle: { color: INK } },
  };
}

function pointOptions({ axis, across, series }: PointChart, height: number): Record<string, unknown> {
  return {
    legend: { position: 'right', textStyle: { color: INK } },
    chartArea: { ...areaOf(4 * LINE, height), top: LINE, width: 0.5 * WIDTH, height: height - 4 * LINE },
    series: byNumber(series, ({ shade, mark, joined }) => ({
      color: CHART_COLORS[shade],
      ...(joined ? { lineWidth: 3, pointSize: 0 } : { lineWidth: 0, pointShape: mark ?? 'circle', pointSize: 16 }),
    })),
    vAxis: axisOptions(axis),
    hAxis: axisOptions(across),
  };
}

const byNumber = <T>(items: readonly T[], of: (item: T) => object): Record<number, object> =>
  Object.fromEntries(items.map((item, index) => [index, of(item)]));

/** Room for the legend above, numbers and the axis' title below, the titles of rows to the left. */
const areaOf = (left: number, height: number, below = 2.6 * LINE) => {
  const top = 1.7 * LINE;
  return { left, top, width: WIDTH - left - 1.5 * LINE, height: height - top - below };
};

/** Where there is a plan only it and the bounds have lines, so that it is seen. */
function axisOptions({ title, least, most, plan }: ChartAxis): Record<string, unknown> {
  const near = (most - least) / 6;
  const ends = [least, most].filter((value) => !plan || Math.abs(value - plan.at) >= near);
  const ticks = plan
    ? [...ends.map(tick), { v: plan.at, f: plan.words }].sort((a, b) => a.v - b.v)
    : roundTicks({ least, most }).map(tick);
  return {
    title,
    titleTextStyle: { color: INK, italic: false },
    textStyle: { color: INK },
    viewWindow: { min: least, max: most },
    ticks,
    gridlines: { color: plan ? INK : GRID },
    baselineColor: INK,
  };
}

/** Google would write a point for a comma. */
const tick = (v: number) => ({ v, f: String(Math.round(v * 10) / 10).replace('.', ',') });
