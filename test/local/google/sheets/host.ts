/// <reference types="google-apps-script" />
import type { Book } from '../../../../src/local/google/book';
import type { Host } from '../../../../src/local/google/host';
import { type ActiveState, createBook, createSpreadsheetApp } from '../../../../src/local/google/sheets';

/** The services as a script in a ru_RU workbook of Asia/Yakutsk sees them, with all they were asked for. */
export interface World {
  app: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  book: Book;
  host: Host;
  active: ActiveState;
  calls: string[];
  handles: string[];
  /** Who runs. */
  user: string;
  sheet: GoogleAppsScript.Spreadsheet.Sheet;
}

export const OWNER = 'coordinator@example.org';
export const SCHOOL = 'school@example.org';

export class Exception extends Error {
  override name = 'Exception';
}

export function makeWorld(locale = 'ru_RU', timeZone = 'Asia/Yakutsk'): World {
  const book = createBook({ name: 'Район', locale, timeZone, owner: OWNER });
  const active: ActiveState = { sheetId: 0, area: { sheetId: 0, row: 0, column: 0, rows: 1, columns: 1 } };
  const world = { book, active, calls: [] as string[], handles: [] as string[], user: OWNER } as unknown as World;
  let depth = 0;
  world.host = {
    call: (method, change) => {
      if (depth === 0) world.calls.push(method);
      depth++;
      try {
        return change();
      } finally {
        depth--;
      }
    },
    handle: (method, make) => {
      if (depth === 0) world.handles.push(method);
      return make();
    },
    fail: (message, name) => {
      const error = new Exception(message);
      if (name) error.name = name;
      throw error;
    },
    date: (milliseconds) => new Date(milliseconds),
    now: () => Date.UTC(2023, 6, 1),
    user: () => world.user,
    owner: OWNER,
    scriptTimeZone: timeZone,
    execution: () => 'menu',
  };
  const cloud = {
    books: new Map([[book.id, book]]),
    bound: book,
    active: () => active,
    ui: () => ({}),
  };
  world.app = createSpreadsheetApp(world.host, cloud) as never;
  world.sheet = world.app.getActive().getSheets()[0]!;
  return world;
}
