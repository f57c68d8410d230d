import {
  type Grid,
  isPeriod,
  type Patch,
  type PeriodKey,
  type RegisterRow,
  type School,
  type SettingValues,
  type Submission,
  textOf,
} from '../model';
import { columnPatch } from './column-patch';
import type { FrozenScores, FrozenTotals } from './frozen';
import { type KeyedRow, type KeyedTab, layoutOf, readKeyed, wordsColumn as words } from './keyed-tab';
import { TABS } from './names';

/** A cell holds at most 50,000 characters. */
const CHUNK = 49_000;
const CHUNKS = 40;
const chunkKeys = Array.from({ length: CHUNKS }, (_, index) => `part-${index + 1}`);

/** «Периоды» (hidden): the snapshot of each closed period. */
export const periodsTab: KeyedTab = {
  key: 'periods',
  name: TABS.periods,
  help: 'Снимки закрытых периодов: по ним строятся отчёты. Не изменяйте.',
  columns: [
    words('period', 'Период', 90),
    words('closed-at', 'Закрыт', 140),
    words('hash', 'Контрольная сумма', 160),
    ...chunkKeys.map((key, index) => words(key, `Снимок, часть ${index + 1}`, 100)),
    words('shown', 'Показано', 100),
    words('corrections', 'Исправления', 100),
  ],
  hidden: true,
  spare: 100,
};

/** What a closed period's reports are rebuilt from, beside its rows. */
export interface Snapshot {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly settings: SettingValues;
  /** Each school's tab at closing; version 0.1.0 kept words. */
  readonly statuses: Readonly<Record<string, Submission | string>>;
  /** Explanations of data that could not be read at closing, by school. */
  readonly trouble: Readonly<Record<string, string>>;
  /** Of the add-on that closed the period; 0.1.0 did not say. */
  readonly version?: string;
  /** Version 0.1.0 kept none. */
  readonly totals?: FrozenTotals;
  /** What came of the targets; earlier versions kept none. */
  readonly scores?: FrozenScores;
  /** Rows of the registers that had changed since they were last kept, by register. */
  readonly registers?: Readonly<Record<string, readonly RegisterRow[]>>;
  /** Stamps of the tabs as the last consolidation published them; version 0.1.0 kept none. */
  readonly tabs?: Readonly<Record<string, string>>;
  /** The rows themselves, packed: what is put back when somebody has changed them. Left out where there is no room. */
  readonly rows?: string;
  /** What stood on the schools' tabs beside these rows, packed: without it a period is opened again without answers. */
  readonly kept?: string;
  /** When the frozen data were consolidated: «2023-01-12T03:10», by version 0.1.0 «12.01.2023 03:10». */
  readonly when: string;
}

export interface ClosedPeriod {
  readonly key: PeriodKey;
  readonly closedAt: string;
  readonly hash: string;
  readonly json: string;
  /** All corrections made since, packed; what stands beside the rows must be the same. */
  readonly corrections?: string;
  /** How its rows stood when they were last written into the tabs that are made of them; earlier versions kept nothing. */
  readonly shown?: ShownStamps;
}

/** Stamps by table key. */
export type ShownStamps = Readonly<Record<string, string>>;

const isHalf = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

/** A character beyond the first plane counts as two and is not cut in the middle. */
function chunksOf(json: string): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (from < json.length) {
    const end = from + CHUNK;
    const to = isHalf(json.charCodeAt(end - 1)) ? end - 1 : end;
    chunks.push(json.slice(from, to));
    from = to;
  }
  return chunks;
}

/** False when a snapshot has no place in «Периоды». */
export const fitsPeriod = (json: string): boolean => chunksOf(json).length <= CHUNKS;

export function periodRow({ key, closedAt, hash, json, corrections = '', shown }: ClosedPeriod): KeyedRow {
  const chunks = chunksOf(json);
  if (chunks.length > CHUNKS) throw new Error(`snapshot of ${key} is too long: ${json.length} characters`);
  const parts = chunks.map((chunk, index) => [chunkKeys[index]!, chunk] as const);
  return {
    period: key,
    'closed-at': closedAt,
    hash,
    ...Object.fromEntries(parts),
    corrections,
    shown: shown ? JSON.stringify(shown) : '',
  };
}

/** Where a closed period keeps what may change yet, from 1; null in a tab that has no column for it yet. */
export function placeBeside(
  grid: Grid,
  period: PeriodKey,
  key: 'corrections' | 'shown',
): { readonly row: number; readonly column: number } | null {
  const row = rowOfPeriod(grid, period);
  const column = layoutOf(periodsTab, grid)?.order.indexOf(key) ?? -1;
  return row === null || column < 0 ? null : { row, column: column + 1 };
}

const jsonIn = (row: KeyedRow): string => chunkKeys.map((key) => String(row[key] ?? '')).join('');

/**
 * The period that a snapshot says it is of: its keys are in the order of the alphabet, and none before this one holds a
 * period. The cell beside it says so only where the snapshot is none any more.
 */
const periodIn = (row: KeyedRow): string => /"period":"(\d{4}-Q[1-4])"/.exec(jsonIn(row))?.[1] ?? textOf(row.period);

/** The tab's rows that hold a closed period's snapshot: one, unless somebody has copied it. */
export function placesOfPeriod(grid: Grid, period: PeriodKey): number[] {
  const { rows, rowNumbers } = readKeyed(periodsTab, grid);
  return rows.flatMap((row, index) => (periodIn(row) === period ? [rowNumbers[index]!] : []));
}

/** The first of them, which counts. */
export const rowOfPeriod = (grid: Grid, period: PeriodKey): number | null => placesOfPeriod(grid, period)[0] ?? null;

/** Periods beside their snapshots where somebody has cleared them or typed others; null where they stand. */
export function planPeriods(grid: Grid): { readonly patch: Patch; readonly count: number } | null {
  const { rows, rowNumbers } = readKeyed(periodsTab, grid);
  const column = layoutOf(periodsTab, grid)?.order.indexOf('period') ?? -1;
  const others = rows.flatMap((row, index): [number, string][] =>
    periodIn(row) === textOf(row.period) ? [] : [[rowNumbers[index]!, periodIn(row)]],
  );
  const periods = new Map(others);
  const patch =
    column < 0 ? null : columnPatch(periodsTab.key, grid, column, (standing, row) => periods.get(row) ?? standing);
  return patch && { patch, count: periods.size };
}

/** Closed periods in the order of closing; a copy of one is the same one. */
export function readPeriods(grid: Grid): ClosedPeriod[] {
  const periods = readKeyed(periodsTab, grid)
    .rows.filter((row) => isPeriod(periodIn(row)))
    .map(closedPeriod);
  return periods.filter(
    ({ key, json, hash }, index) =>
      index === periods.findIndex((other) => other.key === key && other.json === json && other.hash === hash),
  );
}

const closedPeriod = (row: KeyedRow): ClosedPeriod => ({
  key: periodIn(row),
  closedAt: textOf(row['closed-at']),
  hash: textOf(row.hash),
  json: jsonIn(row),
  ...(textOf(row.corrections) === '' ? {} : { corrections: textOf(row.corrections) }),
  ...(textOf(row.shown) === '' ? {} : { shown: stampsIn(textOf(row.shown)) }),
});

/** Where somebody has typed there, nothing is known. */
function stampsIn(json: string): ShownStamps {
  try {
    return (JSON.parse(json) ?? {}) as ShownStamps;
  } catch {
    return {};
  }
}
