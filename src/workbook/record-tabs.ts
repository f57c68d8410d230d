import {
  type Cell,
  type Grid,
  type PeriodKey,
  type RegisterRow,
  type School,
  type SettingValues,
  type TabDesign,
  textOf,
} from '../model';
import type { FrozenTotals } from './frozen';
import { LOOK } from './look';
import { type ServiceTab, TABS } from './names';
import { written } from './table';

const recordTab = (
  key: ServiceTab,
  headers: readonly string[],
  widths: readonly number[],
  hidden: boolean,
): TabDesign => ({
  key,
  name: TABS[key],
  section: {
    values: [[...headers]],
    decorations: [{ row: 1, column: 1, rows: 1, columns: headers.length, ...LOOK.header }],
  },
  formats: headers.map(() => '@'),
  rows: 500,
  columns: headers.length,
  frozenRows: 1,
  frozenColumns: 0,
  hiddenColumns: [],
  widths,
  hidden,
  protect: { description: `Служебная вкладка: ${TABS[key]}`, warningOnly: false },
});

/** «Журнал»: who did what, when, by role and in words. The newest line is the last. */
export const journalDesign = recordTab(
  'journal',
  ['Когда', 'Кто', 'Что', 'Номер свода', 'Подробности'],
  [140, 160, 220, 170, 700],
  false,
);

export const CONSOLIDATED = 'Свод собран';

export interface JournalLine {
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly stamp: string;
  readonly details: string;
}

const LONGEST = 45_000;

export const journalCells = ({ when, who, what, stamp, details }: JournalLine): string[] => [
  when,
  who,
  what,
  stamp,
  details.slice(0, LONGEST),
];

/** The number of the last consolidation that was finished; '' when there was none. */
export function validStamp(grid: Grid): string {
  const lines = grid.slice(1).filter((row) => textOf(row[2]) === CONSOLIDATED);
  return textOf(lines[lines.length - 1]?.[3]);
}

/** A cell holds at most 50,000 characters; a character beyond the first plane counts as two and is not cut. */
const CHUNK = 24_000;
const CHUNKS = 40;

/** «Периоды» (hidden): the snapshot of each closed period. */
export const periodsDesign = recordTab(
  'periods',
  [
    'Период',
    'Закрыт',
    'Контрольная сумма',
    ...Array.from({ length: CHUNKS }, (_, index) => `Снимок, часть ${index + 1}`),
  ],
  [90, 140, 160, ...Array<number>(CHUNKS).fill(100)],
  true,
);

/** What a closed period's reports are rebuilt from, beside its rows. */
export interface Snapshot {
  readonly period: PeriodKey;
  readonly schools: readonly School[];
  readonly settings: SettingValues;
  /** Status of each school's tab at closing. */
  readonly statuses: Readonly<Record<string, string>>;
  /** Explanations of data that could not be read at closing, by school. */
  readonly trouble: Readonly<Record<string, string>>;
  /** Of the add-on that closed the period; 0.1.0 did not say. */
  readonly version?: string;
  /** Version 0.1.0 kept none. */
  readonly totals?: FrozenTotals;
  /** Rows of the registers that had changed since they were last kept, by register. */
  readonly registers?: Readonly<Record<string, readonly RegisterRow[]>>;
  readonly stamp: string;
  /** When the frozen data were consolidated: «12.01.2023 03:10». */
  readonly when: string;
}

export interface ClosedPeriod {
  readonly key: PeriodKey;
  readonly closedAt: string;
  readonly hash: string;
  readonly json: string;
}

const chunksOf = (json: string): string[] => json.match(new RegExp(`[\\s\\S]{1,${CHUNK}}`, 'gu')) ?? [];

/** False when a snapshot has no place in «Периоды». */
export const fitsPeriod = (json: string): boolean => chunksOf(json).length <= CHUNKS;

export function periodCells({ key, closedAt, hash, json }: ClosedPeriod): Cell[] {
  const chunks = chunksOf(json);
  if (chunks.length > CHUNKS) throw new Error(`snapshot of ${key} is too long: ${json.length} characters`);
  return [
    key,
    closedAt,
    hash,
    ...chunks.map((chunk) => written(chunk, '@')),
    ...Array<Cell>(CHUNKS - chunks.length).fill(''),
  ];
}

/** Closed periods in the order of closing. */
export const readPeriods = (grid: Grid): ClosedPeriod[] =>
  grid
    .slice(1)
    .filter((row) => textOf(row[0]) !== '')
    .map((row) => ({
      key: textOf(row[0]),
      closedAt: textOf(row[1]),
      hash: textOf(row[2]),
      json: row.slice(3).map(String).join(''),
    }));
