import type { EmbeddedChartState } from '../../book';
import { ChartHiddenDimensionStrategy, ChartType } from '../../charts/enums';
import { type Kind, refuseUnknown, withOption } from '../../charts/options';
import { rectOf } from '../cells/areas';
import { defineService, type Members, stateOf } from '../handle';
import type { RangePlace, SheetPlace } from '../place';
import { makeRange } from '../range/range';
import { assertMayArrange } from '../rules/permission';

/** A chart as a script holds it; on the sheet it is only what was inserted or updated. */
interface ChartPlace extends SheetPlace {
  chart: EmbeddedChartState;
}

const KINDS: Record<string, Kind> = {
  BAR: 'BarChart',
  LINE: 'LineChart',
  SCATTER: 'ScatterChart',
  COMBO: 'ComboChart',
};
const DEFAULT_SIZE = { width: 600, height: 371 };

const containerInfo: (place: ChartPlace) => object = defineService<ChartPlace>('ContainerInfo', () => [
  {
    handle: {
      'getAnchorRow()': ({ chart }) => chart.row + 1,
      'getAnchorColumn()': ({ chart }) => chart.column + 1,
      'getOffsetX()': ({ chart }) => chart.x,
      'getOffsetY()': ({ chart }) => chart.y,
    },
  },
]);

const facts: Members<ChartPlace> = {
  handle: {
    'getRanges()': (place) => place.chart.ranges.map((area) => makeRange(place, area)),
  },
};

const makeChart: (place: ChartPlace) => object = defineService<ChartPlace>('EmbeddedChart', () => [
  facts,
  {
    handle: {
      'getChartId()': ({ chart }) => chart.id,
      'getContainerInfo()': containerInfo,
      'getHiddenDimensionStrategy()': ({ chart }) =>
        ChartHiddenDimensionStrategy[chart.showsHidden ? 'SHOW_BOTH' : 'IGNORE_BOTH'],
      'modify()': (place) => makeBuilder({ ...place, chart: copyOf(place.chart) }),
    },
  },
]);

const copyOf = (chart: EmbeddedChartState): EmbeddedChartState => ({ ...chart, ranges: [...chart.ranges] });

function addRange(place: ChartPlace, range: object): void {
  const { sheet, area } = stateOf<RangePlace>(range);
  if (sheet.id !== place.sheet.id) throw new Error('EmbeddedChartBuilder.addRange of another sheet is not implemented');
  place.chart.ranges.push(rectOf(area));
}

const makeBuilder: (place: ChartPlace) => object = defineService<ChartPlace>('EmbeddedChartBuilder', () => [
  facts,
  {
    fluent: {
      'addRange(Range)': addRange,
      'clearRanges()': ({ chart }) => {
        chart.ranges = [];
      },
      'setChartType(Enum)': ({ host, chart }, type: { name(): string }) => {
        const kind = KINDS[type.name()];
        if (!kind || ChartType[type.name() as keyof typeof ChartType] !== type)
          host.fail(`Charts.ChartType.${String(type)} is not implemented`, 'Error');
        else chart.kind = kind;
      },
      'setNumHeaders(Integer)': ({ chart }, headers: number) => {
        chart.headers = headers;
      },
      'setHiddenDimensionStrategy(Enum)': ({ chart }, strategy: object) => {
        chart.showsHidden = String(strategy) === 'SHOW_BOTH';
      },
      'setOption(String, Object)': ({ chart }, name: string, value: unknown) => {
        chart.options = withOption(chart.options, name, JSON.parse(JSON.stringify(value)));
      },
      'setPosition(Integer, Integer, Integer, Integer)': (
        { chart },
        row: number,
        column: number,
        x: number,
        y: number,
      ) => {
        Object.assign(chart, { row: row - 1, column: column - 1, x, y });
      },
    },
    handle: {
      'build()': (place) => {
        const { host, chart } = place;
        if (chart.ranges.length === 0) host.fail('The chart has no data.');
        refuseUnknown(chart.kind, chart.options, 'embedded');
        return makeChart({ ...place, chart: copyOf(chart) });
      },
    },
  },
]);

const blank = (): EmbeddedChartState => ({
  ...{ id: 0, kind: 'LineChart', ranges: [], headers: 0, showsHidden: false, row: 0, column: 0, x: 0, y: 0 },
  options: { ...DEFAULT_SIZE },
});

function insert({ host, book, sheet }: SheetPlace, handle: object): void {
  assertMayArrange(host, book, sheet);
  const { chart } = stateOf<ChartPlace>(handle);
  const id = 1 + Math.max(0, ...book.sheets.flatMap(({ charts }) => charts.map((item) => item.id)));
  if (chart.row >= sheet.rowCount || chart.column >= sheet.columnCount)
    host.fail('The position of the chart is outside the dimensions of the sheet.');
  sheet.charts.push({ ...copyOf(chart), id });
}

/** Which of the sheet's charts is meant; one that is not there any more is not found. */
function placeOf({ host, sheet }: SheetPlace, handle: object): number {
  const { chart } = stateOf<ChartPlace>(handle);
  const found = sheet.charts.findIndex(({ id }) => id === chart.id);
  return found >= 0 ? found : host.fail('The chart is not on this sheet.');
}

/** Charts that stand on a sheet and follow its cells. */
export const sheetCharts: Members<SheetPlace> = {
  handle: { 'newChart()': (place) => makeBuilder({ ...place, chart: blank() }) },
  call: {
    'getCharts()': (place) => place.sheet.charts.map((chart) => makeChart({ ...place, chart: copyOf(chart) })),
    'insertChart(EmbeddedChart)': insert,
    'updateChart(EmbeddedChart)': (place, handle: object) => {
      assertMayArrange(place.host, place.book, place.sheet);
      const at = placeOf(place, handle);
      place.sheet.charts[at] = copyOf(stateOf<ChartPlace>(handle).chart);
    },
    'removeChart(EmbeddedChart)': (place, handle: object) => {
      assertMayArrange(place.host, place.book, place.sheet);
      place.sheet.charts.splice(placeOf(place, handle), 1);
    },
  },
};
