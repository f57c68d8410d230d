import { readPeriods } from '../../../pipeline';
import { programme } from '../../../programme';
import { settingPlace, TABS } from '../../../workbook';
import type { SheetState } from '../../google/book';
import { cellName } from '../../google/sheets/formula/a1';
import { type Action, type Desk, Desks } from '../desk';
import { OPEN } from '../invented';
import type { KeptWorld } from '../kept-world';
import { prepareWorlds } from '../prepared-worlds';
import { type GivenOut, giveOut } from '../publication';
import { CLOSE, CONSOLIDATE, nightly, REPORT } from '../scenes';
import { gridOf, sheetNamed } from '../school-tab';
import { lostRows, typedRows } from '../typed-rows';
import { publishedRows, snapshotOf } from '../watch';
import { handIn } from './hand-in';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A district before anything has gone wrong: a quarter closed, the next one filled in, published, changed since. */
export interface Stage {
  readonly dist: string;
  readonly world: KeptWorld;
  /** The same, the open quarter published and all its tabs handed in. */
  readonly handedIn: KeptWorld;
  readonly schools: readonly string[];
  readonly desks: Desks;
  /** What the next consolidation gives out when nothing goes wrong. */
  readonly right: GivenOut;
  /** By school: its rows as typed. */
  readonly typed: ReadonlyMap<string, string>;
}

export function setStage(dist: string, count = 3): Stage {
  const desks = new Desks(dist);
  const { changed, filled } = prepareWorlds(count, dist);
  const world = nightly(changed);
  const schools = Array.from({ length: count }, (_, index) => `s${index + 1}`);
  const home = desks.with(nightly(filled));
  handIn(home, schools);
  const handedIn = home.keep();
  const desk = desks.with(world);
  const typed = new Map(schools.map((school) => [school, snapshotOf(desk, school).rows]));
  const { title, words } = desk.finish(CONSOLIDATE);
  if (title !== COLLECTED) throw new Error(`${title}: ${words}`);
  return { dist, world, handedIn, schools, desks, right: giveOut(desk), typed };
}

export const COLLECTED = 'Свод собран';

export const sheetOf = (desk: Desk, name: string): Sheet => desk.spreadsheet().getSheetByName(name)!;
export const stateOf = (desk: Desk, name: string): SheetState => sheetNamed(desk.runtime.book, name);

/** Pasted into the settings, past the list that the cell offers. */
export function setPeriod(desk: Desk, typed: string): void {
  const { row, column } = settingPlace(gridOf(stateOf(desk, TABS.settings)), 'period')!;
  const cell = sheetOf(desk, TABS.settings).getRange(row, column);
  const rule = cell.getDataValidation();
  cell.clearDataValidations();
  desk.runtime.edit(TABS.settings, cellName(row - 1, column - 1), typed);
  cell.setDataValidation(rule);
}

export const isClosed = (desk: Desk, period = OPEN): boolean =>
  readPeriods(gridOf(stateOf(desk, TABS.periods))).some(({ key }) => key === period);

/** Periods given out with other figures than they had. */
export const otherFigures = (given: GivenOut, right: GivenOut, periods = [...right.periods.keys()]): string[] =>
  given.refusal !== '' ? [] : periods.filter((key) => given.periods.get(key) !== right.periods.get(key));

/** Nothing that schools have typed is gone. */
export const missingRows = (desk: Desk, { world }: Stage): string[] =>
  lostRows(typedRows(world.sheets), desk.runtime.book.sheets).map(({ school, form }) => `lost: ${school} ${form}`);

/** Everything works again: the district is collected with its figures, has its report, and the quarter is closed whole. */
export function stuck(desk: Desk, stage: Stage): string[] {
  const collected = desk.finish(CONSOLIDATE);
  if (collected.title !== COLLECTED) return [`no consolidation any more: ${collected.words.slice(0, 200)}`];
  const given = giveOut(desk);
  const other = otherFigures(given, stage.right).map((period) => `other figures of ${period}`);
  if (given.refusal !== '') other.push(`nothing is given out: ${given.refusal.slice(0, 200)}`);
  const report = desk.finish(REPORT);
  const unreported = report.title === 'Отчёт готов' ? [] : [`no report: ${report.words.slice(0, 200)}`];
  return [...other, ...unreported, ...missingRows(desk, stage), ...closesWhole(desk, stage)];
}

export function closesWhole(desk: Desk, stage: Stage): string[] {
  const { words } = desk.finish(CLOSE);
  return isClosed(desk) ? notClosed(desk, stage) : [`it cannot be closed: ${words.slice(0, 200)}`];
}

/** Schools whose rows are not among the closed ones as they typed them. */
export const notClosed = (desk: Desk, { schools, typed }: Stage): string[] =>
  schools
    .filter((school) => publishedRows(desk, school, OPEN) !== typed.get(school))
    .map((school) => `closed without the rows of ${school}`);

export const nameOf = ({ name, args = [] }: Action): string => [name, ...args].join(' ');

export const FORMS = programme.forms;
