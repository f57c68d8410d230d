import type { Decoration, Grid, TabDesign } from '../model';
import { isVersion010, outputTabs, readSchoolTab, type SchoolGrid, schoolTabs, serviceTabs } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { isAcceptedLock, lockAccepted, removeLocks } from './accepted-lock';
import { keepOut, protect, takeOff } from './add-section';
import type { OpenedBook } from './opened-book';
import { forget, remember, remembered } from './remembered';
import { now, outOfTime } from './run';
import { ShutHeads } from './shut-heads';
import { isHead } from './tab-locks';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Every protection of the workbook in two calls. */
class Standing {
  private readonly all: readonly Protection[];
  readonly editors: readonly string[];

  constructor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
    const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
    this.all = [...spreadsheet.getProtections(SHEET), ...spreadsheet.getProtections(RANGE)];
    this.editors = spreadsheet.getEditors().map((user) => user.getEmail());
  }

  of(sheet: Sheet, kind: GoogleAppsScript.Spreadsheet.ProtectionType): Protection[] {
    const id = sheet.getSheetId();
    return this.all.filter(
      (each) => each.getProtectionType() === kind && each.getRange().getSheet().getSheetId() === id,
    );
  }
}

/** The tabs that a set-up which ran out of time has looked at by then, on the day that it did. */
const PROPERTY = 'access-seen';
interface SeenTabs {
  readonly day: string;
  readonly tabs: readonly string[];
}

/** Looks at tabs one by one; a run that stops remembers those it has looked at. */
class Rounds {
  private readonly day = now('yyyy-MM-dd');
  private readonly done: Set<string>;
  /** Time ran out before the last tab. */
  more = false;

  constructor() {
    const stored = remembered(PROPERTY);
    const { day, tabs }: SeenTabs = stored === null ? { day: '', tabs: [] } : JSON.parse(stored);
    this.done = new Set(day === this.day ? tabs : []);
  }

  over<T extends TabDesign>(designs: readonly T[], look: (design: T) => void): void {
    for (const design of designs) {
      if (this.done.has(design.key)) continue;
      this.more ||= outOfTime();
      if (this.more) return;
      look(design);
      this.done.add(design.key);
    }
  }

  finish(): void {
    if (this.more) remember(PROPERTY, JSON.stringify({ day: this.day, tabs: [...this.done] } satisfies SeenTabs));
    else if (remembered(PROPERTY) !== null) forget(PROPERTY);
  }
}

/**
 * A copied file has lost protections of cells, and those of tabs let everybody in: what is lacking is put back, what keeps
 * nobody out is closed, and a school's tab is left to the editors that Школы names. `made`: names of tabs that this run
 * has made and closed. `more` when time ran out.
 */
export function restoreAccess(
  opened: OpenedBook,
  tabs: readonly SchoolGrid[],
  made: readonly string[],
): { lines: string[]; more: boolean } {
  const { book, register, settings } = opened;
  const standing = new Standing(book.spreadsheet);
  const restored: string[] = [];
  const given: string[] = [];
  const rounds = new Rounds();
  const isOlder = ({ name }: TabDesign): boolean => !made.includes(name);
  rounds.over(
    [...serviceTabs(programme, settings.period), ...outputTabs(programme, register.schools)].filter(isOlder),
    (design) => {
      const sheet = book.sheet(design.key);
      if (sheet && closeTab(standing, sheet, design)) restored.push(design.name);
    },
  );
  const present = tabs.filter(({ school }) => book.sheet(schoolTab(school.key))).map(({ school }) => school);
  const keysWhere = (holds: (grid: Grid) => boolean) =>
    new Set(tabs.flatMap(({ school, grid }) => (grid && holds(grid) ? [school.key] : [])));
  const accepted = keysWhere((grid) => readSchoolTab(programme, grid).status.state === 'accepted');
  // In a head of version 0.1.0 that is not taken over yet the school types where today's head is shut.
  const older = keysWhere(isVersion010);
  // A closing, which may take eight calls a school, then finds them shut.
  const shut = new ShutHeads(standing.editors);
  rounds.over(schoolTabs(programme, present, settings), (design) => {
    const sheet = book.sheet(design.key)!;
    const school = present.find(({ key }) => schoolTab(key) === design.key)!;
    const isRestored = !older.has(school.key) && protectSchool(standing, sheet, design);
    for (const head of standing.of(sheet, RANGE_KIND()).filter(isHead)) shut.keepOut(head, String(sheet.getSheetId()));
    const isLocked = restoreLock(opened, standing, sheet, accepted.has(school.key));
    if (isRestored || isLocked) restored.push(design.name);
    if (leaveTo(standing, sheet, register.editors.get(school.key) ?? [])) given.push(design.name);
  });
  shut.remember();
  rounds.finish();
  const lines = [
    ...(restored.length > 0 ? [`Восстановлена защита вкладок: ${restored.join(', ')}.`] : []),
    ...(given.length > 0 ? [`Править могут только редакторы из «Школ»: ${given.join(', ')}.`] : []),
  ];
  return { lines, more: rounds.more };
}

const SHEET_KIND = () => SpreadsheetApp.ProtectionType.SHEET;
const RANGE_KIND = () => SpreadsheetApp.ProtectionType.RANGE;

/** Second coordinators stand on the list: only a protection that lets everybody in is closed anew. */
function closeTab(standing: Standing, sheet: Sheet, design: TabDesign): boolean {
  const [protection] = standing.of(sheet, SHEET_KIND());
  if (!protection || protection.isWarningOnly()) {
    const own = (protection ?? sheet.protect()).setWarningOnly(false);
    keepOut(own, standing.editors);
    own.setDescription(design.protect!.description);
    return true;
  }
  const isLeftOver = nameOnce(protection, design);
  const listed = protection.getEditors().map((user) => user.getEmail());
  const isOpen =
    (standing.editors.length > 1 || isLeftOver) && standing.editors.every((address) => listed.includes(address));
  const isOpenToDomain = protection.canDomainEdit();
  if (isOpenToDomain) protection.setDomainEdit(false);
  return (isOpen && isLeftByAny(protection, standing.editors, listed.length)) || isOpenToDomain;
}

/** A run that died right after it protected the tab has left the protection without words: true of such a one. */
function nameOnce(protection: Protection, { protect: wanted }: TabDesign): boolean {
  const isNameless = protection.getDescription() === '';
  if (isNameless) protection.setDescription(wanted!.description);
  return isNameless;
}

function protectSchool(standing: Standing, sheet: Sheet, design: TabDesign): boolean {
  const ranges = standing.of(sheet, RANGE_KIND()).filter((each) => !isAcceptedLock(each));
  const lacking = design.section.decorations.filter(
    ({ protect: wanted }: Decoration) => wanted && !ranges.some((each) => each.isWarningOnly() === wanted.warningOnly),
  );
  for (const decoration of lacking) protect(sheet, asStanding(sheet, decoration), standing.editors);
  const [whole] = standing.of(sheet, SHEET_KIND());
  nameOnce(whole ?? sheet.protect(), design);
  return !whole || lacking.length > 0;
}

/** The head is as high as it was made; below it people and closings have added rows and taken free ones away. */
const asStanding = (sheet: Sheet, decoration: Decoration): Decoration =>
  decoration.protect!.warningOnly ? { ...decoration, rows: sheet.getMaxRows() - decoration.row + 1 } : decoration;

/** What is accepted is closed to its school, and nothing else is. */
function restoreLock({ book }: OpenedBook, standing: Standing, sheet: Sheet, accepted: boolean): boolean {
  const locks = standing.of(sheet, RANGE_KIND()).filter(isAcceptedLock);
  if (accepted && locks.length === 0) lockAccepted(book, sheet);
  if (!accepted) removeLocks(sheet, locks);
  return accepted && locks.length === 0;
}

/** Of a tab for which nobody is named nothing is taken back: the coordinator may have listed people in Google by hand. */
function leaveTo(standing: Standing, sheet: Sheet, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return false;
  const protection = sheet.protect();
  const listed = protection.getEditors().map((user) => user.getEmail().toLowerCase());
  const strangers = listed.filter((address) => standing.editors.includes(address) && !wanted.includes(address));
  const missing = wanted.filter((address) => !listed.includes(address));
  const isOpenToDomain = protection.canDomainEdit();
  const isLeft = strangers.length > 0 && isLeftByAny(protection, strangers, listed.length);
  if (missing.length > 0) protection.addEditors([...missing]);
  if (isOpenToDomain) protection.setDomainEdit(false);
  return isLeft || missing.length > 0;
}

/** The owner and whoever runs this stay on any list. */
function isLeftByAny(protection: Protection, editors: readonly string[], listed: number): boolean {
  takeOff(protection, editors);
  return protection.getEditors().length < listed;
}
