import type { Decoration, TabDesign } from '../model';
import { outputTabs, type SchoolGrid, schoolTabs, serviceTabs } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { keepOut, protect, takeOff } from './add-section';
import type { OpenedBook } from './opened-book';
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

/**
 * A copied file has lost protections of cells, and those of tabs let everybody in: what is lacking is put back, what keeps
 * nobody out is closed, and a school's tab is left to the editors that Школы names. Tells the tabs; '' for none.
 */
export function restoreAccess(opened: OpenedBook, tabs: readonly SchoolGrid[]): string[] {
  const { book, register, settings } = opened;
  const standing = new Standing(book.spreadsheet);
  const services = [...serviceTabs(programme, settings.period), ...outputTabs(programme)];
  const restored = services.flatMap((design) => {
    const sheet = book.sheet(design.key);
    return sheet && closeTab(standing, sheet, design) ? [design.name] : [];
  });
  const present = tabs.filter(({ school }) => book.sheet(schoolTab(school.key))).map(({ school }) => school);
  const given: string[] = [];
  // A closing, which may take eight calls a school, then finds them shut.
  const shut = new ShutHeads(standing.editors);
  for (const design of schoolTabs(programme, present, settings)) {
    const sheet = book.sheet(design.key)!;
    if (protectSchool(standing, sheet, design)) restored.push(design.name);
    for (const head of standing.of(sheet, RANGE_KIND()).filter(isHead)) shut.keepOut(head, String(sheet.getSheetId()));
    const school = present.find(({ key }) => schoolTab(key) === design.key)!;
    if (leaveTo(standing, sheet, register.editors.get(school.key) ?? [])) given.push(design.name);
  }
  shut.remember();
  return [
    ...(restored.length > 0 ? [`Восстановлена защита вкладок: ${restored.join(', ')}.`] : []),
    ...(given.length > 0 ? [`Править могут только редакторы из «Школ»: ${given.join(', ')}.`] : []),
  ];
}

const SHEET_KIND = () => SpreadsheetApp.ProtectionType.SHEET;
const RANGE_KIND = () => SpreadsheetApp.ProtectionType.RANGE;

/** Second coordinators stand on the list: only a protection that lets everybody in is closed anew. */
function closeTab(standing: Standing, sheet: Sheet, design: TabDesign): boolean {
  const [protection] = standing.of(sheet, SHEET_KIND());
  if (!protection || protection.isWarningOnly()) {
    keepOut(
      (protection ?? sheet.protect()).setWarningOnly(false).setDescription(design.protect!.description),
      standing.editors,
    );
    return true;
  }
  const listed = protection.getEditors().map((user) => user.getEmail());
  const isOpen = standing.editors.length > 1 && standing.editors.every((address) => listed.includes(address));
  const isOpenToDomain = protection.canDomainEdit();
  if (isOpenToDomain) protection.setDomainEdit(false);
  return (isOpen && isLeftByAny(protection, standing.editors, listed.length)) || isOpenToDomain;
}

function protectSchool(standing: Standing, sheet: Sheet, design: TabDesign): boolean {
  const ranges = standing.of(sheet, RANGE_KIND());
  const lacking = design.section.decorations.filter(
    ({ protect: wanted }: Decoration) => wanted && !ranges.some((each) => each.isWarningOnly() === wanted.warningOnly),
  );
  for (const decoration of lacking) protect(sheet, decoration, standing.editors);
  const isBare = standing.of(sheet, SHEET_KIND()).length === 0;
  if (isBare) sheet.protect().setDescription(design.protect!.description);
  return isBare || lacking.length > 0;
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
