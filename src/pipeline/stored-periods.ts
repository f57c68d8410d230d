import type { Cell, Form, Grid, PeriodKey, Programme, RawRow, School, SettingValues } from '../model';
import {
  type ClosedPeriod,
  CORRECTION,
  cellsToRaw,
  readPeriods,
  readTable,
  type Settings,
  type Snapshot,
  settingsAtClosing,
  stampOf,
  whenOf,
} from '../workbook';
import { corrected, correctionsOf, type PlacedCorrection } from './corrections';
import { withPercents } from './percents';
import { type PeriodResults, periodResults } from './period-results';

/** The service tabs as read, all at once. */
export interface StoredGrids {
  readonly settings: Settings;
  readonly schools: readonly School[];
  readonly periods: Grid;
  /** Consolidated tab by form key. */
  readonly rows: Readonly<Record<string, Grid>>;
}

/** A period with everything that its figures and reports are made of. */
export interface StoredPeriod {
  readonly key: PeriodKey;
  readonly closed: boolean;
  readonly schools: readonly School[];
  readonly settings: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, string>>;
  readonly trouble: Readonly<Record<string, string>>;
  /** When its data were consolidated: «12.01.2023 03:10». */
  readonly when: string;
  /** What was put right after the closing, row by row. */
  readonly corrections: readonly PlacedCorrection[];
  readonly results: PeriodResults;
}

export const snapshotOf = (period: ClosedPeriod): Snapshot => JSON.parse(period.json) as Snapshot;

/** Stamps of the consolidated tabs that differ from the valid one: such a set is a mixture and is not reported. */
export const mixedTabs = (rows: Readonly<Record<string, Grid>>, valid: string): string[] =>
  Object.keys(rows).filter((form) => stampOf(rows[form]!) !== valid);

function storedRow(form: Form, cells: Readonly<Record<string, Cell>>): RawRow {
  const raw = cellsToRaw(form, cells);
  return corrected(form, withPercents(form, raw, raw.notCounted ?? ''), cells[CORRECTION]);
}

/** A form's rows of one period, as they stand in its consolidated tab. */
export const rowsOfPeriod = (form: Form, grid: Grid, period: PeriodKey): RawRow[] =>
  readTable(grid)
    .map((cells) => storedRow(form, cells))
    .filter((row) => row.period === period);

function rowsByPeriod(programme: Programme, rows: Readonly<Record<string, Grid>>): Map<PeriodKey, RawRow[]> {
  const byPeriod = new Map<PeriodKey, RawRow[]>();
  for (const form of programme.forms) {
    for (const cells of readTable(rows[form.key] ?? [])) {
      const raw = storedRow(form, cells);
      const list = byPeriod.get(raw.period);
      if (list) list.push(raw);
      else byPeriod.set(raw.period, [raw]);
    }
  }
  return byPeriod;
}

const inWords = (settings: SettingValues): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)]));

/** Every closed period and the open one, oldest first, computed from what is stored. */
export function storedPeriods(programme: Programme, grids: StoredGrids): StoredPeriod[] {
  const byPeriod = rowsByPeriod(programme, grids.rows);
  const closed = readPeriods(grids.periods).map((period): StoredPeriod => {
    const snapshot = snapshotOf(period);
    const settings = settingsAtClosing(snapshot);
    const context = { period: period.key, schools: snapshot.schools, settings };
    return {
      key: period.key,
      closed: true,
      schools: snapshot.schools,
      settings: inWords(settings),
      statuses: snapshot.statuses,
      trouble: snapshot.trouble,
      when: snapshot.when,
      corrections: correctionsOf(programme, grids.rows, period.key),
      results: periodResults(programme, byPeriod.get(period.key) ?? [], context),
    };
  });
  const { period, values } = grids.settings;
  if (closed.some((item) => item.key === period)) return closed;
  const context = { period, schools: grids.schools, settings: values };
  const open: StoredPeriod = {
    key: period,
    closed: false,
    schools: grids.schools,
    settings: inWords(values),
    statuses: {},
    trouble: {},
    when: whenOf(Object.values(grids.rows)[0] ?? []),
    corrections: [],
    results: periodResults(programme, byPeriod.get(period) ?? [], context),
  };
  return [...closed, open].sort((a, b) => (a.key < b.key ? -1 : 1));
}
