import { neededTabs, type Register, readSchools, readSettings, registerTabs, type Settings } from '../pipeline';
import { programme } from '../programme';
import { type Book, openBook, Refusal, readNeeded } from './book';
import { giveBackServiceNames } from './service-tabs';

/** The workbook with what every run needs to know of it. */
export interface OpenedBook {
  readonly book: Book;
  readonly settings: Settings;
  readonly register: Register;
}

export function openForRun(): OpenedBook {
  const bare = openBook(programme);
  giveBackServiceNames(bare, [...neededTabs(programme), ...registerTabs(programme)]);
  const settings = readSettings(programme, readNeeded(bare, 'settings'));
  if (settings.trouble.length > 0) throw new Refusal(settings.trouble.join('\n'));
  const register = readSchools(readNeeded(bare, 'schools'));
  return { book: openBook(programme, register.schools), settings, register };
}
