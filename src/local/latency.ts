/**
 * Milliseconds of virtual time a service call takes. The orders are what matters: reading and writing cells, properties
 * and cache as published (platform.md, "Figures published"), the rest by what is commonly seen [K].
 */
const BY_METHOD: Record<string, number> = {
  'Properties.getProperty': 30,
  'Properties.getProperties': 30,
  'Properties.getKeys': 30,
  'Properties.setProperty': 62,
  'Properties.setProperties': 62,
  'Properties.deleteProperty': 62,
  'Properties.deleteAllProperties': 62,
  'SpreadsheetApp.flush': 300,
  'SpreadsheetApp.create': 1500,
  'Spreadsheet.insertSheet': 500,
  'Spreadsheet.deleteSheet': 500,
  'Sheet.copyTo': 800,
  'Drive.Files.create': 3000,
  'Drive.Files.update': 3000,
  'Drive.Files.get': 300,
  'Drive.Files.list': 500,
  'Drive.Files.remove': 400,
  'MailApp.sendEmail': 600,
  'Chart.getAs': 900,
  'Chart.getBlob': 900,
};

const BY_CLASS: [prefix: string, milliseconds: number][] = [
  ['Cache.', 3],
  ['Lock.', 20],
  ['ScriptApp.', 250],
  ['Drive.', 500],
  ['Protection.', 150],
];

const BY_VERB: [verb: RegExp, milliseconds: number][] = [
  [/\.(get|is|can|has)[A-Z]/, 40],
  [/\.(set|clear|insert|delete|add|remove|protect|append)/, 100],
];

const known = new Map<string, number>();

export const latencyOf = (method: string): number => {
  const before = known.get(method);
  if (before !== undefined) return before;
  const found =
    BY_METHOD[method] ??
    BY_CLASS.find(([prefix]) => method.startsWith(prefix))?.[1] ??
    BY_VERB.find(([verb]) => verb.test(method))?.[1] ??
    50;
  known.set(method, found);
  return found;
};

/** Milliseconds a cell handed over takes on top of its call (design.md 8). */
export const CELL_WRITTEN = 0.15;
export const CELL_READ = 0.03;

/** How many cells a grid has; 0 of anything else. */
export const cellsOf = (value: unknown): number =>
  Array.isArray(value) ? value.reduce((sum: number, row) => sum + (Array.isArray(row) ? row.length : 0), 0) : 0;

export const cellsIn = (given: readonly unknown[]): number =>
  given.reduce((sum: number, value) => sum + cellsOf(value), 0);
