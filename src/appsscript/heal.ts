import type { Grid, PeriodKey, School } from '../model';
import {
  type Before,
  factsOf,
  type Healing,
  type HealingPlace,
  numbersByIdentity,
  periodOfTab,
  planHealing,
  readPeriods,
  readSchoolTab,
  rowsOfPeriod,
  type SchoolGrid,
  schoolOf,
} from '../pipeline';
import { programme } from '../programme';
import { BEFORE_REPAIR, RETIRED_TAB, schoolTab } from '../workbook/names';
import { type Book, Refusal, readNeeded } from './book';
import { nameTab } from './create-tab';
import { type OpenedBook, openForRun } from './opened-book';
import { agrees, now, outOfTime, record, unlocked } from './run';
import { consolidatedRows } from './stored';
import { TabMaker } from './tab-maker';
import { readWhole } from './tab-reader';

/** Says what will become of each damaged tab and asks; nothing is changed before the answer. */
function agreed(previews: readonly string[]): boolean {
  const text = `${previews.join('\n\n')}\n\nПрежние вкладки останутся в книге скрытыми. Починить?`;
  return agrees('Починка вкладок', text);
}

/** The question may have been open for long. */
function refuseOther({ settings, register }: OpenedBook): void {
  const now = openForRun();
  if (JSON.stringify([now.settings, now.register]) === JSON.stringify([settings, register])) return;
  throw new Refusal('Пока вы отвечали, изменились «Настройки» или «Школы». Ничего не починено, повторите.');
}

export interface Healed {
  readonly lines: readonly string[];
  /** The tabs as they stand now. */
  readonly tabs: readonly SchoolGrid[];
  readonly more: boolean;
}

/** Leftovers of an earlier repair wait for a person, not for another repair. */
const isDamaged = (grid: Grid): boolean =>
  readSchoolTab(programme, grid).trouble.some(({ id }) => id !== 'tab/unrecognised');

/** Rebuilds damaged and older school tabs from what can be recognised; the old tab is kept, hidden, so nothing can be lost. */
export function healTabs(opened: OpenedBook, tabs: readonly SchoolGrid[], closed: readonly PeriodKey[]): Healed {
  const { book } = opened;
  const damaged = tabs.filter(({ grid }) => grid && isDamaged(grid));
  if (damaged.length === 0) return { lines: [], tabs, more: false };
  const before = frozenBefore(opened);
  const plan = (school: School, grid: Grid): Healing =>
    planHealing(programme, placeOf(opened, school, grid, { before, closed }), grid);
  const plans = damaged.map(({ school, grid }) => plan(school, grid!));
  const previews = plans.map(({ preview }) => preview);
  const isAgreed = unlocked(
    () => agreed(previews),
    () => refuseOther(opened),
  );
  if (!isAgreed) return { lines: ['Починка отменена: эти вкладки школ остались прежними.'], tabs, more: false };
  const lines: string[] = [];
  const repaired = new Map<string, Grid>();
  const standing = () => tabs.map(({ school, grid }) => ({ school, grid: repaired.get(school.key) ?? grid }));
  const plain = plans.map((each) => each.plain);
  const maker = new TabMaker(book.spreadsheet, plain, plain);
  let more = false;
  for (const { school } of damaged) {
    more = outOfTime();
    if (more) break;
    const old = book.sheet(schoolTab(school.key))!;
    // As it stands now: the question may have been open for long.
    const grid = readWhole(old);
    if (!isDamaged(grid)) continue;
    const { design, done } = plan(school, grid);
    const fresh = maker.prepare(design, old.getIndex());
    more = fresh === null;
    if (!fresh) break;
    old.setName(`${design.name.slice(0, 70)}${BEFORE_REPAIR}${now('dd.MM HH-mm-ss')})`);
    nameTab(fresh, design);
    retire(old);
    lines.push(done);
    repaired.set(school.key, readWhole(fresh));
    record(book, { who: 'координатор', what: 'Вкладка починена', stamp: '', details: done });
  }
  maker.finish(!more);
  return { lines, tabs: standing(), more };
}

/** A tab that was left behind in a closed period is repaired in it: what was frozen of it must not count once more. */
function placeOf(
  { settings }: OpenedBook,
  school: School,
  grid: Grid,
  { before, closed }: { readonly before: FrozenBefore; readonly closed: readonly PeriodKey[] },
): HealingPlace {
  const own = periodOfTab(grid);
  const period = own !== null && closed.includes(own) ? own : settings.period;
  return { school, period, facts: factsOf(programme, settings, school, period), before: before(school.key) };
}

type FrozenBefore = (school: string) => Before | undefined;

/** Numbers of the last closed period, for tabs that remember none of it. */
function frozenBefore({ book, settings }: OpenedBook): FrozenBefore {
  const closed = readPeriods(readNeeded(book, 'periods'))
    .map(({ key }) => key)
    .filter((key) => key < settings.period);
  const last = closed[closed.length - 1];
  if (last === undefined) return () => undefined;
  const rows = consolidatedRows(book);
  const frozen = programme.forms.flatMap((form) => rowsOfPeriod(form, rows[form.key]!, last, settings.period));
  return (school) =>
    numbersByIdentity(
      programme,
      frozen.filter((row) => row.school === school),
    );
}

/** The old tab no longer says that it is the school's. The role goes last: a retirement that died is known by it. */
function retire(sheet: GoogleAppsScript.Spreadsheet.Sheet): void {
  sheet.hideSheet();
  sheet.getRange(1, 1).setValue(RETIRED_TAB);
}

/**
 * Ends repairs that died before their last step: the new tab is whole and named, the old one still has the school's role.
 * Gives the old ones.
 */
export function retireRepaired(book: Book): GoogleAppsScript.Spreadsheet.Sheet[] {
  const left = book.unknown().filter((sheet) => {
    const owner = sheet.getName().includes(BEFORE_REPAIR) ? schoolOf(sheet.getRange(1, 1).getValue()) : '';
    return owner !== '' && book.sheet(schoolTab(owner));
  });
  left.forEach(retire);
  return left;
}
