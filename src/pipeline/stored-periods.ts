import { checkedBefore, type PeriodResults, periodResults } from '../domain';
import {
  type Form,
  type Grid,
  type PeriodKey,
  type Programme,
  type RawRow,
  type School,
  type SettingValues,
  type Submission,
  textOf,
} from '../model';
import {
  type ClosedPeriod,
  CORRECTIONS,
  cellsToRaw,
  momentOf,
  type PublishRequest,
  readPeriods,
  readTable,
  rowsTable,
  type Settings,
  type Snapshot,
  SUBMISSION,
  settingsAtClosing,
  standingRows,
  standingStamp,
  standingToRaw,
  statusTable,
  type ValidRun,
} from '../workbook';
import { corrected, correctionsOf, daysOf, type PlacedCorrection } from './corrections';
import { changedForms } from './frozen-rows';
import { closedTotals, once, type PeriodFigures, withFigures } from './period-figures';
import { splitByPeriod } from './split-by-period';
import { readSubmission } from './submission';

/** The service tabs as read, all at once. */
export interface StoredGrids {
  readonly settings: Settings;
  readonly schools: readonly School[];
  readonly periods: Grid;
  /** The published tab «Состояние». */
  readonly status: Grid;
  /** When the open period's data last changed: «2023-06-25T10:00». */
  readonly at: string;
  /** Consolidated tab by form key. */
  readonly rows: Readonly<Record<string, Grid>>;
}

/** A period with everything that its figures and reports are made of. */
export interface StoredPeriod extends PeriodFigures {
  readonly key: PeriodKey;
  readonly closed: boolean;
  readonly schools: readonly School[];
  readonly settings: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<string, Submission | string>>;
  readonly trouble: Readonly<Record<string, string>>;
  /** When its data were consolidated: «2023-01-12T03:10». */
  readonly when: string;
  /** What was put right after the closing, row by row. */
  readonly corrections: readonly PlacedCorrection[];
  /** Of a closed period: its snapshot as stored. */
  readonly frozen?: ClosedPeriod;
  /** What stood before each day of corrections, oldest first. */
  readonly uncorrected: () => readonly PeriodResults[];
  /** Forms whose rows are not those that were frozen. */
  readonly changed: () => readonly Form[];
}

export const snapshotOf = (period: ClosedPeriod): Snapshot => JSON.parse(period.json) as Snapshot;

/** Forms whose consolidated tabs are not as the valid run published them: such a set is a mixture and is not reported. */
export const mixedForms = (
  programme: Programme,
  rows: Readonly<Record<string, Grid>>,
  { period, tabs }: Pick<ValidRun, 'period' | 'tabs'>,
): Form[] =>
  programme.forms.filter((form) => {
    const table = rowsTable(form);
    return standingStamp(table, rows[form.key] ?? [], period) !== tabs[table.key];
  });

/** What a consolidation publishes of the schools, by school: the same that is read back from its tabs. */
export function publishedRows(programme: Programme, publish: readonly PublishRequest[]): Map<string, RawRow[]> {
  const bySchool = new Map<string, RawRow[]>();
  for (const form of programme.forms) {
    const { rows = [], period } = publish.find(({ table }) => table.key === rowsTable(form).key) ?? {};
    for (const cells of rows) {
      const raw = corrected(cellsToRaw(form, { ...cells, period: period! }), cells[CORRECTIONS]);
      const own = bySchool.get(raw.school);
      if (own) own.push(raw);
      else bySchool.set(raw.school, [raw]);
    }
  }
  return bySchool;
}

/** A form's rows of one period, as they stand in its consolidated tab; `open` is the period whose rows stand on top. */
export function rowsOfPeriod(form: Form, grid: Grid, period: PeriodKey, open = period, before?: string): RawRow[] {
  const { rows, placeOf } = standingRows(rowsTable(form), grid, period, open);
  const read = standingToRaw(form, placeOf);
  const corrections = placeOf(CORRECTIONS);
  return rows.map((cells) => corrected(read(cells), cells[corrections], before));
}

const allRows = (
  { forms }: Programme,
  grids: Readonly<Record<string, Grid>>,
  period: PeriodKey,
  before?: string,
): RawRow[] => forms.flatMap((form) => rowsOfPeriod(form, grids[form.key] ?? [], period, period, before));

const inWords = (settings: SettingValues): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)]));

/** Every closed period and the open one, oldest first. */
export function storedPeriods(programme: Programme, grids: StoredGrids): StoredPeriod[] {
  const gridsOf = splitByPeriod(programme, grids.rows, grids.settings.period);
  const closed = readPeriods(grids.periods).map((period) => closedPeriod(programme, period, gridsOf(period.key)));
  const { period, values } = grids.settings;
  if (closed.some((item) => item.key === period)) return closed;
  const context = { period, schools: grids.schools, settings: values };
  const about = {
    key: period,
    closed: false,
    schools: grids.schools,
    settings: inWords(values),
    statuses: statesIn(programme, grids.status, period),
    trouble: {},
    when: grids.at,
    corrections: [],
    uncorrected: () => [],
    changed: () => [],
  };
  const open = withFigures(about, () => {
    const checked = checkedBefore(programme, allRows(programme, gridsOf(period), period), context);
    return periodResults(programme, [], context, checked);
  });
  return [...closed, open].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Closed periods with their totals as frozen and corrected; `rows` are the consolidated tabs. */
export function totalsOfClosed(
  programme: Programme,
  periods: readonly ClosedPeriod[],
  rows: Readonly<Record<string, Grid>>,
): StoredPeriod[] {
  const gridsOf = splitByPeriod(programme, rows);
  return periods.map((period) => closedPeriod(programme, period, gridsOf(period.key)));
}

/** What the valid run found of each tab; its state alone where an earlier version has published it. */
const statesIn = ({ forms }: Programme, grid: Grid, period: PeriodKey): Record<string, Submission> =>
  Object.fromEntries(
    readTable(statusTable(forms), grid, period)
      .filter((row) => row.period === period)
      .map((row) => [
        textOf(row.school),
        readSubmission(row[SUBMISSION]) ?? { state: textOf(row.state), at: '', by: 'school' },
      ]),
  );

function closedPeriod(programme: Programme, period: ClosedPeriod, rows: Readonly<Record<string, Grid>>): StoredPeriod {
  const snapshot = snapshotOf(period);
  const settings = settingsAtClosing(snapshot);
  const context = { period: period.key, schools: snapshot.schools, settings };
  const corrections = correctionsOf(programme, rows, period.key);
  const about = {
    key: period.key,
    closed: true,
    schools: snapshot.schools,
    settings: inWords(settings),
    statuses: snapshot.statuses,
    trouble: snapshot.trouble,
    when: momentOf(snapshot.when),
    corrections,
    frozen: period,
    uncorrected: once(() =>
      daysOf(corrections).map((day) => periodResults(programme, allRows(programme, rows, period.key, day), context)),
    ),
    changed: () => changedForms(programme, snapshot, rows),
  };
  return withFigures(
    about,
    () => {
      const raws = allRows(programme, rows, period.key);
      // A corrected number is checked anew, and with it the rows beside it.
      if (about.corrections.length > 0) return periodResults(programme, raws, context);
      return periodResults(programme, [], context, checkedBefore(programme, raws, context));
    },
    closedTotals(programme, snapshot, {
      corrected: corrections.length > 0,
      has: (form) =>
        rowsOfPeriod(programme.forms.find(({ key }) => key === form)!, rows[form] ?? [], period.key).length > 0,
    }),
  );
}
