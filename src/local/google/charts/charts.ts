import type { ServiceHost } from '../../runtime/execution';
import type { World } from '../../runtime/world';
import { makeBlob } from '../blob';
import { isText, mismatch } from '../signature';
import { strict } from '../strict';
import { createDataTable, type TableState, tableState } from './data-table';
import type { ChartOptions } from './drawing';
import { ChartHiddenDimensionStrategy, ChartType, ColumnType } from './enums';
import { type Kind, refuseUnknown, withOption } from './options';
import { pngOf } from './picture';

/** Pixels of a side; no bound is documented, larger ones are nowhere seen. */
const LARGEST = 2000;
const DEFAULT = { width: 400, height: 300 };

/** The service `Charts`: three kinds of its charts, drawn by echarts; every other member says that it is not there. */
export const createCharts = (host: ServiceHost, world: World) =>
  strict('Charts', {
    ChartHiddenDimensionStrategy,
    ChartType,
    ColumnType,
    newDataTable: () => host.handle('Charts.newDataTable', () => createDataTable(host)),
    newBarChart: () => host.handle('Charts.newBarChart', () => builder(host, world, 'BarChart')),
    newLineChart: () => host.handle('Charts.newLineChart', () => builder(host, world, 'LineChart')),
    newScatterChart: () => host.handle('Charts.newScatterChart', () => builder(host, world, 'ScatterChart')),
  });

function builder(host: ServiceHost, world: World, kind: Kind): object {
  let options: Record<string, unknown> = {};
  let size = DEFAULT;
  let table: TableState | undefined;
  const built: object = strict(`${kind}Builder`, {
    setDataTable: (...args: unknown[]) => {
      table = tableState(args[0]) ?? mismatch(host, `Charts.${kind}Builder.setDataTable`, args);
      return built;
    },
    setDimensions: (...args: unknown[]) => {
      const [width, height] = args;
      if (!isSide(width) || !isSide(height)) return mismatch(host, `Charts.${kind}Builder.setDimensions`, args);
      size = { width, height };
      return built;
    },
    setOption: (...args: unknown[]) => {
      const [name, value] = args;
      if (!isText(name) || args.length !== 2) return mismatch(host, `Charts.${kind}Builder.setOption`, args);
      options = withOption(options, name, value);
      return built;
    },
    setStacked: () => {
      options = withOption(options, 'isStacked', true);
      return built;
    },
    setTitle: (title: string) => {
      options = withOption(options, 'title', title);
      return built;
    },
    build: () => {
      if (!table || table.rows.length === 0) return host.fail('Charts: the chart has no data.');
      refuseUnknown(kind, options);
      return chartOf(host, world, {
        kind,
        table,
        options: JSON.parse(JSON.stringify(options)) as ChartOptions,
        ...size,
      });
    },
  });
  return built;
}

const isSide = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= LARGEST;

function chartOf(host: ServiceHost, world: World, drawn: Parameters<typeof pngOf>[0]): object {
  const drawing = () => {
    const side = world.uncertain.charts;
    if (side === 'refused') return host.fail('Service error: Charts');
    const bytes = side === 'empty' ? Buffer.alloc(0) : pngOf(drawn);
    return makeBlob(host, { bytes, type: 'image/png', name: 'chart.png' });
  };
  return strict('Chart', {
    getAs: (type: string) => {
      if (type !== 'image/png') throw new Error(`Chart.getAs(${type}) is not implemented`);
      return host.call('Chart.getAs', drawing);
    },
    getBlob: () => host.call('Chart.getBlob', drawing),
  });
}
