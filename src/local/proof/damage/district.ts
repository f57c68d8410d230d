import type { Grid, PeriodKey, School } from '../../../model';
import { rowsOf } from '../../../pipeline';
import { programme } from '../../../programme';
import { readSchoolTab, readSettings, type Settings, schoolTabName, TABS } from '../../../workbook';
import type { DataRow, Dataset } from '../../demo/dataset';
import { DistrictRun } from '../../demo/district-run';
import { demonstration } from '../../demonstration';
import type { CellState, SheetState } from '../../google/book';
import { touchFormulas } from '../../google/sheets';
import type { Runtime } from '../../runtime';
import { Truth } from './truth';

export const PERIOD: PeriodKey = '2023-Q2';
const SCHOOLS = ['gudachi', 'ushumun'];
const GRADES = ['2-4', '3', '5', '7', '9'];
const SUBJECTS = ['Русский язык', 'Математика', 'Алгебра', 'Физическая культура'];

/** Where a typed value comes from; it travels with the cell through sorting, moving and copying. */
export interface Origin {
  readonly row: string;
  readonly form: string;
  readonly field: string;
  readonly value: CellState['value'];
}
export type Traced = CellState & { origin?: Origin };

/** A few classes and subjects of two demonstration schools: every form filled, small enough to be damaged thousands of times. */
function data(): Dataset {
  const all = demonstration(programme.forms, [PERIOD]);
  const small = (cells: Readonly<Record<string, string>>) =>
    GRADES.includes(cells.grade ?? '') || cells.grade?.startsWith('1-');
  return {
    ...all,
    schools: all.schools.filter(({ key }) => SCHOOLS.includes(key)).map((school) => ({ ...school, partner: '' })),
    rows: wholeSchoolRows(
      all.rows.filter(
        ({ school, form, cells }) =>
          SCHOOLS.includes(school) && small(cells) && (form !== 'marks' || SUBJECTS.includes(cells.subject ?? '')),
      ),
    ),
    notes: [],
  };
}

/** With fewer classes the row of the whole school («1-9») counts fewer pupils. */
function wholeSchoolRows(rows: readonly DataRow[]): DataRow[] {
  const listed = (school: string) =>
    rows
      .filter((row) => row.form === 'classes' && row.school === school)
      .reduce((sum, { cells }) => sum + Number(cells.enrolled), 0);
  return rows.map((row) =>
    row.cells.grade?.startsWith('1-') ? { ...row, cells: { ...row.cells, enrolled: String(listed(row.school)) } } : row,
  );
}

type Kept = Omit<SheetState, 'id'>;

/** Styles and validations are shared: nobody changes them in place. */
const copyOf = ({ cells, ...rest }: SheetState): Kept => ({
  ...structuredClone(rest),
  cells: cells.map((row) => row?.map((cell) => cell && { ...cell })),
});

/** A consolidated workbook of two schools that can be put back as it was, any number of times. */
export class PreparedDistrict {
  readonly runtime: Runtime;
  readonly schools: readonly School[];
  readonly settings: Settings;
  private readonly kept: readonly { sheet: SheetState; state: SheetState }[];
  private readonly truths = new Map<string, Truth>();

  constructor(dist?: string) {
    const dataset = data();
    const run = new DistrictRun(programme, dataset, dist);
    run.setUp();
    run.enter(PERIOD);
    run.consolidate();
    this.runtime = run.runtime;
    this.schools = dataset.schools;
    this.settings = readSettings(programme, this.gridOf(TABS.settings));
    for (const school of this.schools) this.truths.set(school.key, this.trace(school));
    this.kept = this.runtime.book.sheets.map((sheet) => ({ sheet, state: { ...copyOf(sheet), id: sheet.id } }));
  }

  truthOf(school: School): Truth {
    return this.truths.get(school.key)!.copy();
  }

  stateOf(school: School): SheetState {
    return this.runtime.book.sheets.find(({ name }) => name === schoolTabName(school.name))!;
  }

  /** Everything as it was. `all` says that the service tabs were written too. */
  restore(all: boolean): void {
    const { book } = this.runtime;
    const own = new Set(this.kept.map(({ sheet }) => sheet));
    // The runtime remembers sheets it has computed; without this their cells would stay in memory.
    for (const sheet of book.sheets) if (!own.has(sheet)) sheet.cells = [];
    for (const { sheet, state } of this.kept) {
      const isSchool = this.schools.some(({ name }) => schoolTabName(name) === state.name);
      if (all || isSchool) Object.assign(sheet, copyOf(state));
    }
    book.sheets = this.kept.map(({ sheet }) => sheet);
    touchFormulas(book);
    for (const list of [this.runtime.shown, this.runtime.failures, this.runtime.logs, this.runtime.answers])
      list.length = 0;
  }

  private gridOf(tab: string): Grid {
    const { cells } = this.runtime.book.sheets.find(({ name }) => name === tab)!;
    return cells.map((row) => Array.from(row ?? [], (cell) => cell?.value ?? ''));
  }

  /** Marks every typed cell with where it comes from, and writes down what is true. */
  private trace(school: School): Truth {
    const truth = new Truth();
    const state = this.stateOf(school);
    const tab = readSchoolTab(programme, this.gridOf(state.name));
    for (const block of tab.blocks.values()) {
      for (const { raw, tabRow } of rowsOf(tab, block)) {
        const id = `${school.key} ${raw.form} ${raw.row}`;
        truth.enter(id, raw.form, raw.cells);
        for (const field of Object.keys(block.form.fields)) {
          const cell = state.cells[tabRow - 1]![block.columns.get(field)! - 1] as Traced | undefined;
          if (cell && cell.value !== '') cell.origin = { row: id, form: raw.form, field, value: cell.value };
        }
      }
    }
    return truth;
  }
}
