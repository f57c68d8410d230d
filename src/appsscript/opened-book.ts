import type { Patch } from '../model';
import {
  GROUPS_SETTING,
  groupsIn,
  neededTabs,
  type Register,
  readDue,
  readSchools,
  readSettings,
  registerTabs,
  type Settings,
  schoolRemarksPatch,
} from '../pipeline';
import { programme } from '../programme';
import { type Book, openBook, Refusal, readNeeded } from './book';
import { giveBackServiceNames } from './service-tabs';

/** The workbook with what every run needs to know of it. */
export interface OpenedBook {
  readonly book: Book;
  readonly settings: Settings;
  readonly register: Register;
  /** What is to be said beside the register's rows and is not yet. */
  readonly remarks: Patch | null;
}

export function openForRun(): OpenedBook {
  const bare = openBook(programme);
  giveBackServiceNames(bare, [...neededTabs(programme), ...registerTabs(programme)]);
  const typed = readSettings(programme, readNeeded(bare, 'settings'));
  const groups = groupsIn(String(typed.values[GROUPS_SETTING]));
  const due = readDue(programme, readNeeded(bare, 'due'), groups);
  const trouble = [...typed.trouble, ...due.trouble];
  if (trouble.length > 0) throw new Refusal(trouble.join('\n'));
  const settings = { ...typed, values: { ...typed.values, ...due.values } };
  const grid = readNeeded(bare, 'schools');
  const register = readSchools(programme, grid, groups);
  return {
    book: openBook(programme, register.schools),
    settings,
    register,
    remarks: schoolRemarksPatch(grid, register),
  };
}

/** Says beside the rows of Школы what is wrong with them. */
export function tellOfSchools({ book, remarks }: OpenedBook): void {
  if (remarks) book.apply([remarks]);
}
