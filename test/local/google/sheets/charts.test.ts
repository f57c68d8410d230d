import { ChartHiddenDimensionStrategy, ChartType } from '../../../../src/local/google/charts/enums';
import { chartPicture } from '../../../../src/local/google/sheets/charts/picture';
import { makeWorld } from './host';

type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;

function chartOn({ sheet }: ReturnType<typeof makeWorld>, range = 'A1:B4'): EmbeddedChart {
  return sheet
    .newChart()
    .setChartType(ChartType.LINE as never)
    .addRange(sheet.getRange(range))
    .setNumHeaders(1)
    .setOption('series', { 0: { color: '#123456' } })
    .setPosition(2, 3, 0, 0)
    .build() as EmbeddedChart;
}

function filled() {
  const world = makeWorld();
  const { sheet } = world;
  sheet.getRange('A1:B4').setValues([
    ['', 'факт'],
    ['2021', 12],
    ['2022', 15],
    ['', ''],
  ]);
  return world;
}
const pictureOf = ({ book }: ReturnType<typeof makeWorld>) => {
  const [sheet] = book.sheets;
  return chartPicture(book, sheet!, sheet!.charts[0]!);
};

test('a chart is on the sheet once it is inserted, and gone once it is removed', () => {
  const world = filled();
  const { sheet } = world;
  const chart = chartOn(world);
  expect(sheet.getCharts()).toHaveLength(0);
  sheet.insertChart(chart);
  const [standing] = sheet.getCharts();
  expect(standing!.getRanges().map((range) => range.getA1Notation())).toEqual(['A1:B4']);
  expect(standing!.getContainerInfo().getAnchorRow()).toBe(2);
  sheet.removeChart(standing!);
  expect(sheet.getCharts()).toHaveLength(0);
  expect(() => sheet.removeChart(standing!)).toThrow('not on this sheet');
});

test('what is changed of a chart stands on the sheet when it is updated', () => {
  const world = filled();
  const { sheet } = world;
  sheet.insertChart(chartOn(world));
  const changed = sheet.getCharts()[0]!.modify().clearRanges().addRange(sheet.getRange('A1:B3')).build();
  expect(sheet.getCharts()[0]!.getRanges()[0]!.getA1Notation()).toBe('A1:B4');
  sheet.updateChart(changed as EmbeddedChart);
  expect(sheet.getCharts()[0]!.getRanges()[0]!.getA1Notation()).toBe('A1:B3');
});

test('a chart follows its cells: what is typed, rows that come and go, a copy of the sheet', () => {
  const world = filled();
  const { sheet } = world;
  sheet.insertChart(chartOn(world));
  expect(pictureOf(world)).toContain('2022');
  sheet.getRange('A3').setValue('год 22');
  expect(pictureOf(world)).toContain('год 22');
  sheet.insertRowsBefore(1, 2);
  expect(sheet.getCharts()[0]!.getRanges()[0]!.getA1Notation()).toBe('A3:B6');
  expect(sheet.copyTo(sheet.getParent()).getCharts()).toHaveLength(1);
});

test('hidden columns are left out unless the chart is told to show them', () => {
  const world = filled();
  const { sheet } = world;
  sheet.insertChart(chartOn(world));
  sheet.hideColumns(1, 2);
  expect(pictureOf(world)).toBe('');
  const seeing = sheet
    .getCharts()[0]!
    .modify()
    .setHiddenDimensionStrategy(ChartHiddenDimensionStrategy.SHOW_BOTH as never)
    .build();
  sheet.updateChart(seeing as EmbeddedChart);
  expect(pictureOf(world)).toContain('2022');
});

test('options that a chart on a sheet has not are refused by name', () => {
  const { sheet } = filled();
  const made = () =>
    sheet
      .newChart()
      .setChartType(ChartType.BAR as never)
      .addRange(sheet.getRange('A1:B4'))
      .setOption('hAxis', { ticks: [1] })
      .build();
  expect(made).toThrow('BarChart.setOption(hAxis.ticks) is not implemented');
});
