import { openBook } from '../../../appsscript/book';
import { locateSchoolTabs } from '../../../appsscript/school-tabs';
import type { Cell, Form, Grid, Patch, School } from '../../../model';
import {
  type Consolidation,
  consolidate,
  exportResults,
  type Results,
  type SchoolGrid,
  type Settings,
  type StoredPeriod,
} from '../../../pipeline';
import { programme } from '../../../programme';
import { readTable, rowsTab, rowsTable, rowsTabName, schoolTabName, statusTable } from '../../../workbook';
import type { Runtime } from '../../runtime';
import { asOwner } from './as-owner';
import { PERIOD } from './district';
import type { CountedRow, Outcome } from './judge';

/** All that a consolidation says: outcomes by school, and what was noticed about the tabs. */
export interface Consolidated {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly notes: string;
  /** The tabs as they were read. */
  readonly tabs: readonly SchoolGrid[];
  /** What would be written to the schools' tabs. */
  readonly remarks: readonly Patch[];
}

const countedRow = (form: Form, cells: Readonly<Record<string, Cell>>): CountedRow => ({
  form: form.key,
  cells: Object.fromEntries(Object.keys(form.fields).map((key) => [key, cells[`field:${key}`] ?? ''])),
  remark: String(cells.remark ?? ''),
  counted: cells.counted === 'да',
});

const outcomeOf = (
  school: School,
  stopped: string,
  notes: string,
  rows: readonly CountedRow[],
  results: Pick<Results, 'results' | 'issues'>,
): Outcome => ({
  stopped,
  astray: /Лишняя вкладка «[^»]*» \(([^)]*)\)/.exec(notes)?.[1] === school.name,
  rows,
  figures: results.results,
  issues: results.issues,
});

export const locate = (runtime: Runtime, schools: readonly School[]) =>
  asOwner(runtime, () => locateSchoolTabs(openBook(programme, schools), schools));

/** Finds the tabs and takes them in as the add-on does, without publishing: the same code at a tenth of the time. */
export function consolidateTabs(
  settings: Settings,
  tabs: readonly SchoolGrid[],
  notes: readonly string[],
): Consolidated {
  const result = consolidate({ programme, settings, tabs, at: WHEN });
  const schools = tabs.map(({ school }) => school);
  const results = exportResults(programme, schools, [storedOf(result, schools)], {});
  const told = notes.join(' ');
  const outcomes = new Map(
    tabs.map(({ school }) => {
      const stopped = result.trouble[school.key] ?? '';
      return [school.key, outcomeOf(school, stopped, told, plannedRows(result, school), results)];
    }),
  );
  return { outcomes, notes: told, tabs, remarks: result.remarks };
}

const WHEN = '2023-06-25T10:00';

/** The open period as it would be read back, nothing handed in and nothing put right. */
const storedOf = ({ results }: Consolidation, schools: readonly School[]): StoredPeriod => ({
  key: PERIOD,
  closed: false,
  schools,
  settings: {},
  statuses: {},
  trouble: {},
  when: WHEN,
  corrections: [],
  uncorrected: () => [],
  changed: () => [],
  totals: [],
  totalsOf: () => [],
  results,
});

const plannedRows = ({ publish }: Consolidation, school: School): CountedRow[] =>
  programme.forms.flatMap((form) =>
    publish
      .filter(({ table }) => table.key === rowsTab(form))
      .flatMap(({ rows }) => rows.filter((row) => row.school === school.key).map((row) => countedRow(form, row))),
  );

const gridOf = (runtime: Runtime, tab: string): Grid =>
  (runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp)
    .getActive()
    .getSheetByName(tab)!
    .getDataRange()
    .getValues();

/** The whole way: the menu's «Собрать свод», then what the tabs, the journal and `exportResults` say. */
export function consolidateWorkbook(runtime: Runtime, schools: readonly School[]): Consolidated {
  runtime.run('consolidateWorkbook');
  const said = runtime.shown.at(-1);
  if (said?.kind !== 'alert' || said.title !== 'Свод собран') throw new Error(`consolidation: ${JSON.stringify(said)}`);
  const results = runtime.run('exportResults', []) as Results;
  const published = programme.forms.map((form) => ({
    form,
    rows: readTable(rowsTable(form), gridOf(runtime, rowsTabName(form))),
  }));
  const states = readTable(statusTable(programme.forms), gridOf(runtime, 'Состояние'));
  const outcomes = new Map(
    schools.map((school) => {
      const trouble = String(states.find((row) => row.school === school.key)?.trouble ?? '');
      const told = said.message.includes(`Не прочитана вкладка «${school.name}»`);
      if (told !== (trouble !== '')) throw new Error(`${school.name}: the alert and Состояние disagree`);
      const rows = published.flatMap(({ form, rows: all }) =>
        all.filter((row) => row.school === school.key).map((row) => countedRow(form, row)),
      );
      return [school.key, outcomeOf(school, trouble, said.message, rows, results)];
    }),
  );
  const tabs = schools.map((school) => {
    const isThere = runtime.book.sheets.some(({ name }) => name === schoolTabName(school.name));
    return { school, grid: isThere ? gridOf(runtime, schoolTabName(school.name)) : null };
  });
  return { outcomes, notes: said.message, tabs, remarks: [] };
}
