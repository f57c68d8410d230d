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
import { closedTotals, type PeriodFigures, withFigures } from './period-figures';
import { periodResults } from './period-results';
import { splitByPeriod } from './split-by-period';

/** The service tabs as read, all at once. */
export interface StoredGrids {
  readonly settings: Settings;
  readonly schools: readonly School[];
  readonly periods: Grid;
  /** Consolidated tab by form key. */
  readonly rows: Readonly<Record<string, Grid>>;
}

/** A period with everything that its figures and reports are made of. */
export interface StoredPeriod extends PeriodFigures {
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

const allRows = ({ forms }: Programme, grids: Readonly<Record<string, Grid>>, period: PeriodKey): RawRow[] =>
  forms.flatMap((form) => rowsOfPeriod(form, grids[form.key] ?? [], period));

const inWords = (settings: SettingValues): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)]));

/** Every closed period and the open one, oldest first. */
export function storedPeriods(programme: Programme, grids: StoredGrids): StoredPeriod[] {
  const gridsOf = splitByPeriod(grids.rows);
  const closed = readPeriods(grids.periods).map((period) => closedPeriod(programme, period, gridsOf(period.key)));
  const { period, values } = grids.settings;
  if (closed.some((item) => item.key === period)) return closed;
  const context = { period, schools: grids.schools, settings: values };
  const about = {
    key: period,
    closed: false,
    schools: grids.schools,
    settings: inWords(values),
    statuses: {},
    trouble: {},
    when: whenOf(Object.values(grids.rows)[0] ?? []),
    corrections: [],
  };
  const open = withFigures(about, () => periodResults(programme, allRows(programme, gridsOf(period), period), context));
  return [...closed, open].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function closedPeriod(programme: Programme, period: ClosedPeriod, rows: Readonly<Record<string, Grid>>): StoredPeriod {
  const snapshot = snapshotOf(period);
  const settings = settingsAtClosing(snapshot);
  const context = { period: period.key, schools: snapshot.schools, settings };
  const about = {
    key: period.key,
    closed: true,
    schools: snapshot.schools,
    settings: inWords(settings),
    statuses: snapshot.statuses,
    trouble: snapshot.trouble,
    when: snapshot.when,
    corrections: correctionsOf(programme, rows, period.key),
  };
  return withFigures(
    about,
    () => periodResults(programme, allRows(programme, rows, period.key), context),
    closedTotals(programme, snapshot, {
      corrected: about.corrections.length > 0,
      has: (form) =>
        rowsOfPeriod(programme.forms.find(({ key }) => key === form)!, rows[form] ?? [], period.key).length > 0,
    }),
  );
}
