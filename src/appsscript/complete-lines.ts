import type { Grid, PeriodKey } from '../model';
import {
  cellsOf,
  type DeclaredLines,
  dueLines,
  GROUPS_SETTING,
  groupsIn,
  type KeyedRow,
  layoutOf,
  missingDueRows,
  missingSettings,
  planLines,
  planPeriods,
  planSchoolKeys,
  readSettings,
  schoolOf,
  settingLines,
  unnamedLines,
} from '../pipeline';
import { programme } from '../programme';
import { ROLE_COLUMN } from '../workbook/block';
import { HEAD, periodOfRole } from '../workbook/head';
import { schoolTabName, TABS } from '../workbook/names';
import { type Book, readNeeded } from './book';
import { makeRoom } from './make-room';

/**
 * «Настройки» and «Что и когда сдаётся»: lines that have lost their keys get them back, those that are not there come below
 * the others. What people have decided stays. «Периоды»: each snapshot stands beside its period, «Школы»: each
 * school has the key that its tab says.
 */
export function completeLines(book: Book): string[] {
  return [
    ...complete(book, settingLines(programme), (grid) => missingSettings(programme, grid, () => periodOnTabs(book))),
    ...complete(book, dueLines(programme), (grid) => missingDueRows(programme, groupsOfDistrict(book), grid)),
    ...periodsBeside(book),
    ...schoolKeys(book),
  ];
}

/** The key of the school whose name a tab has; '' where none has it. */
export function keyOnTab(book: Book, name: string): string {
  const sheet = book.spreadsheet.getSheetByName(schoolTabName(name));
  return sheet ? schoolOf(sheet.getRange(1, 1).getValue()) : '';
}

function schoolKeys(book: Book): string[] {
  const plan = planSchoolKeys(book.read('schools') ?? [], (name) => keyOnTab(book, name));
  if (plan) book.apply([plan.patch]);
  return plan ? [`На вкладке «${TABS.schools}» возвращены ключи школ: ${plan.count}.`] : [];
}

/** A new workbook has no «Периоды» yet. */
function periodsBeside(book: Book): string[] {
  const plan = planPeriods(book.read('periods') ?? []);
  if (plan) book.apply([plan.patch]);
  return plan ? [`На вкладке «${TABS.periods}» возвращены названия периодов: ${plan.count}.`] : [];
}

function complete(book: Book, lines: DeclaredLines, missingIn: (grid: Grid) => readonly KeyedRow[]): string[] {
  const { tab } = lines;
  const sheet = book.sheet(tab.key)!;
  const grid = readNeeded(book, tab.key);
  const layout = layoutOf(tab, grid)!;
  const { patches, keys, titles } = planLines(lines, grid);
  book.apply(patches);
  // Lines that do not say whose they are would stand a second time.
  const missing = unnamedLines(lines, grid).length > 0 ? [] : missingIn(grid);
  const rows = missing.map((row) => cellsOf(tab, layout, row));
  if (rows.length > 0) {
    makeRoom(sheet, { after: grid.length, rows: grid.length + rows.length + tab.spare });
    sheet.getRange(grid.length + 1, 1, rows.length, rows[0]!.length).setValues(rows);
  }
  return [
    ...(keys > 0 ? [`На вкладке «${tab.name}» возвращены служебные ключи строк: ${keys}.`] : []),
    ...(titles > 0 ? [`На вкладке «${tab.name}» возвращены названия строк: ${titles}.`] : []),
    ...(rows.length > 0 ? [`На вкладку «${tab.name}» внизу добавлены строки: ${rows.length}.`] : []),
  ];
}

/** Where its line in the settings was deleted, the period is the one that schools fill. */
function periodOnTabs(book: Book): PeriodKey | null {
  for (const sheet of book.spreadsheet.getSheets()) {
    if (sheet.getMaxRows() < HEAD.period) continue;
    const period = periodOfRole(String(sheet.getRange(HEAD.period, ROLE_COLUMN).getValue()));
    if (period !== '') return period;
  }
  return null;
}

/** The groups as the settings name them now. */
const groupsOfDistrict = (book: Book): string[] =>
  groupsIn(String(readSettings(programme, book.read('settings') ?? []).values[GROUPS_SETTING] ?? ''));
