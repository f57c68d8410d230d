import type { Grid, Patch, Programme, School } from '../model';
import { layoutOf, neededTabs } from '../pipeline';
import { programme } from '../programme';
import { registerTab, rowsTab, rowsTabName, type ServiceTab, schoolTab, schoolTabName, TABS } from '../workbook/names';
import { addColumns } from './add-columns';
import { addSection, renewConditions } from './add-section';
import { applyEdit } from './apply-edit';
import { makeRoom } from './make-room';
import { moveCells } from './move-cells';
import { notationOf } from './notation';
import { Refusal } from './refusal';
import { asShown } from './shown-dates';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The bound workbook by tab keys: reads whole tabs, applies patches. */
export interface Book {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  sheet(key: string): Sheet | null;
  /** Sheets that are no service tabs by name: schools' tabs, whatever they are called, and what people have added. */
  others(): Sheet[];
  /** Sheets that are none of the workbook's tabs by name. */
  unknown(): Sheet[];
  /** All cells of a tab; null when the tab is not there. */
  read(key: string): Grid | null;
  apply(patches: readonly Patch[]): void;
}

/** `schools` tells the visible names of their tabs. */
export function openBook(of: Programme, schools: readonly School[] = []): Book {
  const spreadsheet = activeBook();
  const services = new Map<string, string>([
    ...Object.entries(TABS),
    ...of.forms.map((form) => [rowsTab(form), rowsTabName(form)] as const),
    ...of.registers.map((register) => [registerTab(register), register.title] as const),
  ]);
  const names = new Map<string, string>([
    ...services,
    ...schools.map((school) => [schoolTab(school.key), schoolTabName(school.name)] as const),
  ]);
  const sheet = (key: string) => spreadsheet.getSheetByName(names.get(key) ?? key);
  const without = (known: ReadonlyMap<string, string>): Sheet[] => {
    const all = new Set(known.values());
    return spreadsheet.getSheets().filter((item) => !all.has(item.getName()));
  };
  return {
    spreadsheet,
    sheet,
    others: () => without(services),
    unknown: () => without(names),
    read: (key) => {
      const found = sheet(key);
      return found && asShown(found.getDataRange().getValues());
    },
    apply: (patches) => {
      for (const patch of patches) applyPatch(needed(sheet(patch.tab), patch.tab), patch);
    },
  };
}

/** Google is said to give none to some runs of the clock. */
export function activeBook(): GoogleAppsScript.Spreadsheet.Spreadsheet {
  const book = SpreadsheetApp.getActive() as GoogleAppsScript.Spreadsheet.Spreadsheet | null;
  if (book) return book;
  throw new Refusal(
    'Google не дал этому запуску открыть книгу. Откройте её, нажмите «Настройка», «Включить автоматический сбор»: сбор можно перенести на открытие книги.',
  );
}

export { Refusal };

const needed = (sheet: Sheet | null, key: string): Sheet => {
  if (!sheet)
    throw new Refusal(`В книге нет нужной вкладки (${key}). Запустите «Настройка», «Создать или починить вкладки».`);
  return sheet;
};

/** A service tab that must be there; without it the coordinator is told to set the workbook up. */
export function readNeeded(book: Book, key: ServiceTab | string): Grid {
  const sheet = needed(book.sheet(key), TABS[key as ServiceTab] ?? key);
  const grid = asShown(sheet.getDataRange().getValues());
  const tab = neededTabs(programme).find((item) => item.key === key);
  if (tab && !layoutOf(tab, grid))
    throw new Refusal(
      `Вкладка «${tab.name}» сделана прежней версией надстройки или повреждена. Запустите «Настройка», «Создать или починить вкладки»: данные сохранятся.`,
    );
  return grid;
}

export function applyPatch(sheet: Sheet, patch: Patch): void {
  switch (patch.kind) {
    case 'value':
      sheet.getRangeList(patch.areas.map((area) => notationOf(area))).setValue(patch.value);
      return;
    case 'notes':
      sheet
        .getRange(patch.row, patch.column, patch.notes.length, patch.notes[0]!.length)
        .setNotes(patch.notes.map((notes) => [...notes]));
      return;
    case 'add-columns':
      addColumns(sheet, patch);
      return;
    case 'insert-rows':
      // After, not before: new rows take the look of the row they follow.
      sheet.insertRowsAfter(patch.after, patch.count);
      return;
    case 'make-room':
      makeRoom(sheet, patch);
      return;
    case 'delete-rows':
      sheet.deleteRows(patch.row, patch.count);
      return;
    case 'move-rows':
      sheet.moveRows(sheet.getRange(patch.row, 1, patch.count, 1), patch.before);
      return;
    case 'move-cells':
      moveCells(sheet, patch);
      return;
    case 'section':
      addSection(sheet, patch.section, patch.row, patch.column);
      return;
    case 'conditions':
      renewConditions(sheet, patch.conditions);
      return;
    default:
      applyEdit(sheet, patch);
  }
}
