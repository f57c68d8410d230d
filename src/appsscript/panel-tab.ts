import type { Grid } from '../model';
import {
  CHART_ROWS,
  CHART_WIDTH,
  CHARTS,
  chartColumn,
  layoutOf,
  type PanelChart,
  type PanelInput,
  panelCharts,
  panelDesign,
  panelTab,
  planPanel,
} from '../pipeline';
import { programme } from '../programme';
import { applyPatch, type Book } from './book';
import { CHART_COLORS } from './chart-look';
import { nameTab, prepareTab } from './create-tab';
import { Guard } from './guard';
import { outOfTime } from './run';
import { giveBackTopRow } from './top-row';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const TAB = panelTab(programme);
/** After «Справка». */
const PLACE = 1;
const CHART_HEIGHT = 320;
/** Rows that a chart covers, at the height of a row without wrapped words. */
const CHART_STEP = 16;

/** Writes what the tab does not say yet; a workbook that has no such tab goes without. */
export function publishPanel(book: Book, input: PanelInput): void {
  const sheet = book.sheet(TAB.key);
  if (!sheet) return;
  const grid = whole(sheet);
  const write = planPanel(input, grid);
  if (!write) return;
  const last = write.row - 1 + write.values.length;
  // Free rows below are asked for only where what stands there does not reach so far.
  const size = last > grid.length ? sheet.getMaxRows() : last;
  if (last > size) sheet.insertRowsAfter(size, last - size);
  applyPatch(sheet, write);
}

/** All that stands on the tab, with its first row and its first columns back if somebody has deleted them: charts follow. */
function whole(sheet: Sheet): Grid {
  const grid = sheet.getDataRange().getValues();
  if (giveBackTopRow(sheet, TAB, grid)) return sheet.getDataRange().getValues();
  // Which columns they are says the first of them.
  const missing = layoutOf(TAB, grid) ? 0 : TAB.columns.length - sheet.getMaxColumns();
  if (missing <= 0) return grid;
  sheet.insertColumnsBefore(1, missing);
  sheet.hideColumns(1, missing);
  return sheet.getDataRange().getValues();
}

/** Makes the tab and those of its charts that are not there; they follow the numbers by themselves. False when time ran out. */
export function ensurePanel(book: Book, made: string[]): boolean {
  const standing = book.sheet(TAB.key);
  if (!standing && outOfTime()) return false;
  const design = panelDesign(programme);
  const sheet = standing ?? prepareTab(book.spreadsheet, design, PLACE);
  addCharts(sheet);
  if (standing) return true;
  nameTab(new Guard(book.spreadsheet).secure(sheet, design), design);
  made.push(design.name);
  return true;
}

function addCharts(sheet: Sheet): void {
  const grid = sheet.getRange(1, 1, 10, sheet.getMaxColumns()).getValues();
  const layout = layoutOf(TAB, grid);
  if (!layout) return;
  const columnOf = (key: string): number => layout.order.indexOf(key) + 1;
  const first = new Set(sheet.getCharts().map((chart) => chart.getRanges()[0]?.getColumn() ?? 0));
  panelCharts(programme).forEach((chart, index) => {
    const from = columnOf(chartColumn(chart, 0));
    if (from === 0 || first.has(from) || chart.series.length === 0) return;
    const range = sheet.getRange(layout.keysRow + 1, from, CHART_ROWS + 1, chart.series.length + 1);
    const at = layout.keysRow + 2 + index * CHART_STEP;
    sheet.insertChart(built(sheet, chart, range, { row: at, column: columnOf(CHARTS) }));
  });
}

const TYPES = { lines: 'LINE', columns: 'COMBO', bars: 'BAR' } as const;
const DASHES = [6, 4];

function built(
  sheet: Sheet,
  chart: PanelChart,
  range: GoogleAppsScript.Spreadsheet.Range,
  { row, column }: { row: number; column: number },
): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const { form, title, axis, series } = chart;
  const numbers = { title: axis, viewWindow: { min: 0 } };
  const builder = sheet
    .newChart()
    .setChartType(Charts.ChartType[TYPES[form]])
    .addRange(range)
    .setNumHeaders(1)
    // What it is drawn from stands in hidden columns.
    .setHiddenDimensionStrategy(Charts.ChartHiddenDimensionStrategy.SHOW_BOTH)
    .setPosition(row, column, 0, 0)
    .setOption('width', CHART_WIDTH - 10)
    .setOption('height', CHART_HEIGHT)
    .setOption('title', title)
    .setOption('legend', { position: 'top' })
    .setOption(form === 'bars' ? 'hAxis' : 'vAxis', numbers)
    .setOption('series', Object.fromEntries(series.map((item, index) => [index, lookOf(chart, item)])));
  return (form === 'lines' ? builder : builder.setOption('isStacked', true)).build();
}

function lookOf({ form }: PanelChart, { shade, plan }: PanelChart['series'][number]): object {
  const color = CHART_COLORS[shade];
  if (plan) return { ...(form === 'lines' ? {} : { type: 'line' }), color, lineDashStyle: DASHES, pointSize: 0 };
  if (form === 'lines') return { color, pointSize: 7 };
  return {
    ...(form === 'columns' ? { type: 'bars' } : {}),
    color,
    ...(shade === 'none' ? { visibleInLegend: false } : {}),
  };
}
