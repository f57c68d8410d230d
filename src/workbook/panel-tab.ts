import { type Cell, type Explained, type Grid, type Programme, plannedTarget, type TabDesign, textOf } from '../model';
import {
  FIRST_ROW,
  type KeyedRow,
  type KeyedTab,
  keyedDesign,
  layoutOf,
  type TabColumn,
  wordsColumn as words,
} from './keyed-tab';
import { LOOK } from './look';
import { TABS } from './names';

const number = (key: string, title: string, width: number): TabColumn => ({ key, title, width, format: 'General' });
const data = (key: string, title = ''): TabColumn => ({ ...number(key, title, 80), hidden: true });

/** What a row is: a heading of what follows, or what its line is made of. */
export const KIND = 'kind';
export const HEADING = 'heading';

/** What a line's numbers come from: something that can be explained, or the rows of another tab. */
export type PanelSource = Explained | { readonly kind: 'tab'; readonly name: string };

export const madeOf = (source: PanelSource): KeyedRow => ({ [KIND]: JSON.stringify(source) });

/** What the line in a row of the tab is made of; null of a heading, of words alone, and where somebody typed over it. */
export function panelSourceAt(programme: Programme, grid: Grid, row: number): PanelSource | null {
  const column = layoutOf(panelTab(programme), grid)?.order.indexOf(KIND) ?? -1;
  const data = textOf(grid[row - 1]?.[column] ?? '');
  if (!data.startsWith('{')) return null;
  try {
    return JSON.parse(data) as PanelSource;
  } catch {
    return null;
  }
}
/** In this column the charts stand. */
export const CHARTS = 'charts';
export const CHART_WIDTH = 720;

/** A chart of the tab: the hidden columns that it is drawn from; its titles of rows stand in the first of them. */
export interface PanelChart {
  readonly key: string;
  readonly title: string;
  readonly form: 'lines' | 'columns' | 'bars';
  readonly axis: string;
  readonly series: readonly PanelSeries[];
}

export interface PanelSeries {
  readonly title: string;
  readonly shade: 'none' | 'light' | 'middle' | 'dark';
  /** A dashed line, over columns too. */
  readonly plan?: true;
}

export const chartColumn = (chart: Pick<PanelChart, 'key'>, at: number): string => `${chart.key}:${at}`;

/** How many rows a chart is drawn from; those that are blank show nothing. */
export const CHART_ROWS = 40;
const SPARE = 100;

/** Pupils' shares with a planned number: what the first chart is of. */
const plannedShares = ({ indicators }: Pick<Programme, 'indicators'>) =>
  indicators.filter((item) => item.kind === 'share' && item.from.key === 'pupils' && plannedTarget(item)).slice(0, 2);

const SHADES = ['dark', 'middle'] as const;

/** The charts of a programme, from above to below: first those that have something to show from the first quarter on. */
export const panelCharts = (programme: Pick<Programme, 'indicators'>): PanelChart[] => [
  {
    key: 'schools',
    title: 'Учатся на «4» и «5», %: значение с 95-процентным интервалом и план',
    form: 'columns',
    axis: '%',
    series: [
      { title: 'До нижней границы', shade: 'none' },
      { title: 'От нижней границы до значения', shade: 'dark' },
      { title: 'От значения до верхней границы', shade: 'light' },
      { title: 'План', shade: 'middle', plan: true },
    ],
  },
  {
    key: 'roadmap',
    title: 'Дорожная карта по разделам, мероприятий',
    form: 'bars',
    axis: 'мероприятий',
    series: [
      { title: 'Выполнено', shade: 'dark' },
      { title: 'В работе', shade: 'middle' },
      { title: 'Не начато, не выполнено', shade: 'light' },
    ],
  },
  {
    key: 'years',
    title: 'Целевые показатели по годам: факт и план',
    form: 'lines',
    axis: '%',
    series: plannedShares(programme).flatMap((share, index): PanelSeries[] => [
      { title: share.title, shade: SHADES[index]! },
      { title: `План – ${plannedTarget(share)!.atLeast}`, shade: SHADES[index]!, plan: true },
    ]),
  },
  {
    key: 'gap',
    title: 'Разрыв между группами школ по качеству знаний, п. п.',
    form: 'lines',
    axis: 'п. п.',
    series: [{ title: 'Разрыв', shade: 'dark' }],
  },
];

const NUMBERS = ['plan', 'fact', 'change', 'n'] as const;

/** «Панель»: what the coordinator looks at first; on the right charts of what its hidden columns hold. */
export const panelTab = (programme: Pick<Programme, 'indicators'>): KeyedTab => ({
  key: 'panel',
  name: TABS.panel,
  title: 'Панель: свод ещё не собран',
  help: 'Что делать дальше, целевые показатели, школы, дорожная карта, сдача данных. Пишется сводом, графики идут за числами.',
  columns: [
    { ...words(KIND, '', 60), hidden: true },
    // Each part has a line of its own that says what its numbers are.
    words('what', '', 360),
    ...NUMBERS.map((key) => number(key, '', 95)),
    words('note', '', 200),
    words(CHARTS, '', CHART_WIDTH),
    ...panelCharts(programme).flatMap((chart) => [
      data(chartColumn(chart, 0)),
      ...chart.series.map(({ title }, at) => data(chartColumn(chart, at + 1), title)),
    ]),
  ],
  spare: SPARE,
});

/** The letters of the column that says what a row is. */
const KIND_LETTER = 'A';

export function panelDesign(programme: Pick<Programme, 'indicators'>): TabDesign {
  const tab = panelTab(programme);
  const shown = tab.columns.filter(({ hidden }) => !hidden).length;
  const area = { row: FIRST_ROW, column: 2, rows: tab.spare, columns: shown - 1 };
  return {
    ...keyedDesign(tab),
    conditions: [
      { ...area, formula: `=$${KIND_LETTER}${FIRST_ROW}="${HEADING}"`, background: LOOK.header.background, bold: true },
    ],
  };
}

/** What a chart shows of each of its rows. */
export interface PanelChartRow {
  readonly title: string;
  readonly values: readonly number[];
}

/** Lines of the tab with the rows of its charts beside them, whatever line they come to stand by. */
export function panelRows(
  lines: readonly KeyedRow[],
  charts: readonly { readonly key: string; readonly rows: readonly PanelChartRow[] }[],
): KeyedRow[] {
  const count = Math.max(lines.length, ...charts.map(({ rows }) => Math.min(rows.length, CHART_ROWS)));
  return Array.from({ length: count }, (_, at) => ({
    ...lines[at],
    ...Object.fromEntries(charts.flatMap((chart) => cellsAt(chart, at))),
  }));
}

const cellsAt = (
  chart: { readonly key: string; readonly rows: readonly PanelChartRow[] },
  at: number,
): [string, Cell][] => {
  const row = at < CHART_ROWS ? chart.rows[at] : undefined;
  if (!row) return [];
  return [row.title, ...row.values].map((cell, place) => [chartColumn(chart, place), cell]);
};

/** Whether the tab says already what it is to say, in these columns. */
export const saysPanel = (grid: Grid, expected: Grid, from: number): boolean =>
  expected.every((cells, row) => cells.every((cell, column) => same(cell, grid[from - 1 + row]?.[column] ?? '')));

const same = (a: Cell, b: Cell): boolean =>
  a === b || (typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) < 1e-9);
