import { enumeration } from '../strict';

export const ColumnType = enumeration('ColumnType', ['DATE', 'NUMBER', 'STRING'] as const);

export const ChartType = enumeration('ChartType', [
  'BAR',
  'COLUMN',
  'COMBO',
  'LINE',
  'PIE',
  'SCATTER',
  'TABLE',
] as const);

/** What a chart does with rows and columns out of sight; unless told otherwise it leaves them out. */
export const ChartHiddenDimensionStrategy = enumeration('ChartHiddenDimensionStrategy', [
  'IGNORE_BOTH',
  'IGNORE_COLUMNS',
  'IGNORE_ROWS',
  'SHOW_BOTH',
] as const);
