import { programme } from '../../programme';
import { FIRST_ROW, settingPlace, TABS } from '../../workbook';
import { DistrictRun } from '../demo/district-run';
import type { Runtime } from '../runtime';
import { Desk } from './desk';
import { CLOSED, inventedDistrict, OPEN } from './invented';
import { type KeptWorld, keepWorld } from './kept-world';
import { fieldAt, freeRowAt, gridOf, sheetNamed, tabOf } from './school-tab';

/** One district's workbook at the moments that runs start from. */
export interface PreparedWorlds {
  readonly schools: number;
  /** Nothing but the blank workbook. */
  readonly blank: KeptWorld;
  /** Settings and register are there, the other tabs are not. */
  readonly registered: KeptWorld;
  /** A period closed, the next one filled in; nothing of it is published. */
  readonly filled: KeptWorld;
  /** The open period published, and changed by the schools since. */
  readonly changed: KeptWorld;
  /** A report built of the last publication, and another publication since. */
  readonly reported: KeptWorld;
  /** The open period closed, too early. */
  readonly closed: KeptWorld;
  /** One tab damaged, another renamed, a school new in the register, a service tab deleted. */
  readonly damaged: KeptWorld;
}

export function prepareWorlds(schools: number, dist: string): PreparedWorlds {
  const data = inventedDistrict(schools);
  const desk = new Desk(dist);
  const blank = desk.keep();
  desk.runtime.run('setUpWorkbook');
  register(desk, data.schools);
  const registered = desk.keep();
  const run = new DistrictRun(programme, data, dist);
  run.setUp();
  run.enter(CLOSED);
  run.consolidate();
  run.close(CLOSED);
  run.enter(OPEN);
  const filled = keepWorld(run.runtime);
  run.consolidate();
  change(run.runtime, schools);
  const changed = keepWorld(run.runtime);
  return { schools, blank, registered, filled, changed, closed: closed(dist, changed), ...after(dist, changed) };
}

function closed(dist: string, changed: KeptWorld): KeptWorld {
  const desk = new Desk(dist, changed);
  desk.act({ by: 'client', name: 'closePeriod', args: [OPEN] });
  desk.wait();
  return desk.keep();
}

function after(dist: string, changed: KeptWorld): Pick<PreparedWorlds, 'reported' | 'damaged'> {
  const desk = new Desk(dist, changed);
  desk.act({ by: 'menu', name: 'buildDistrictReport' });
  desk.wait();
  desk.act({ by: 'menu', name: 'consolidateWorkbook' });
  const reported = desk.keep();
  damage(desk);
  return { reported, damaged: desk.keep() };
}

function register(desk: Desk, schools: readonly { key: string; name: string; type: string; group: string }[]): void {
  const sheet = desk.spreadsheet().getSheetByName(TABS.schools)!;
  sheet.getRange(FIRST_ROW, 1, sheet.getMaxRows() - FIRST_ROW + 1, 6).clearContent();
  sheet
    .getRange(FIRST_ROW, 1, schools.length, 4)
    .setValues(schools.map(({ key, name, type, group }) => [key, name, type, group]));
  const settings = desk.spreadsheet().getSheetByName(TABS.settings)!;
  const { row, column } = settingPlace(gridOf(sheetNamed(desk.runtime.book, TABS.settings)), 'period')!;
  settings.getRange(row, column).setValue(OPEN);
}

/** In every form, so that no tab of the last publication is like one of the next. */
const CHANGES = [
  ['classes', 'enrolled', '30'],
  ['marks', 'four', '3'],
  ['pupils', 'good', '4'],
  ['context', 'lowIncome', '5'],
] as const;

/** After the publication: numbers changed, a row added, one that wants a remark, a word of explanation. */
function change(runtime: Runtime, schools: number): void {
  for (let index = 1; index <= schools; index += 1) {
    const name = `Школа №${index}`;
    const tab = tabOf(sheetNamed(runtime.book, name));
    const user = `s${index}@school.example`;
    for (const [form, key, typed] of CHANGES) runtime.edit(name, fieldAt(tab, form, 0, key), typed, { user });
    if (index % 2 === 0) continue;
    const added = ['5', 'А', 'История', String(20 + index), '0', '5', '5', '5', '1', '0'];
    runtime.edit(name, freeRowAt(tab, 'marks'), [added], { user });
    runtime.edit(name, fieldAt(tab, 'marks', 1, 'explanation'), `Двое на лечении, ${index}`, { user });
  }
}

function damage(desk: Desk): void {
  const book = desk.spreadsheet();
  const [first, second] = ['Школа №1', 'Школа №2'].map((name) => book.getSheetByName(name));
  const keys = gridOf(sheetNamed(desk.runtime.book, 'Школа №1')).findIndex(([role]) => role === 'marks/keys');
  first!.deleteRow(keys + 1);
  second?.setName('Вторая школа');
  book.deleteSheet(book.getSheetByName(TABS.status)!);
  const sheet = book.getSheetByName(TABS.schools)!;
  sheet.getRange(sheet.getLastRow() + 1, 1, 1, 4).setValues([['new', 'Новая школа', 'СОШ', 'участник']]);
}
