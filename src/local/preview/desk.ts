import { cellName } from '../google/sheets/formula/a1';
import type { Runtime } from '../runtime';
import type { Menu } from '../runtime/world';
import type { Desk, Happened, Place } from './messages';
import { areaOf, changeRow, doubtsOf, History, typeAs } from './person-edits';
import { readDocument } from './read-document';
import { viewRows } from './row-views';
import { type Came, happen, hiddenError, type Session, sceneOf } from './session';
import { sheetOf } from './sheet-of';
import { layOutTab } from './tab-layout';

const DAY = 86_400_000;

/** What people do in the browser, done in the runtime. */
export const makeDesk = (runtime: Runtime, training: boolean): Desk => {
  const session = { runtime, history: new History(runtime.book), training };
  return { ...looking(session), ...editing(session), ...running(session), ...files(session) };
};

const looking = (session: Session): Pick<Desk, 'look' | 'open' | 'layOut' | 'rows'> => {
  const { runtime } = session;
  const { book } = runtime;
  return {
    look: () => sceneOf(session),
    open: ({ user }) => {
      let menus: Menu[] = [];
      const happened = happen(session, () => {
        const opened = runtime.open({ user });
        menus = opened.menus;
        return hiddenError(opened.error);
      });
      const led = book.sheets.find(({ name }) => name === runtime.sheetOf(user));
      return { ...happened, menus, ...(led && { lands: led.id }) };
    },
    layOut: (asked) => layOutTab(book, sheetOf(book, asked.sheet)),
    rows: (asked) => viewRows(book, sheetOf(book, asked.sheet), asked.from, asked.to),
  };
};

const editing = (session: Session): Pick<Desk, 'edit' | 'changeRow' | 'undo'> => {
  const { runtime, history } = session;
  const { book } = runtime;
  return {
    edit: (asked) => {
      const sheet = sheetOf(book, asked.sheet);
      const [doubt] = asked.sure ? [] : doubtsOf(book, sheet, areaOf(asked), asked.user);
      if (doubt !== undefined) return { doubt };
      return happen(session, () => hiddenError(history.keep([sheet], () => typeAs(runtime, sheet, asked))));
    },
    changeRow: ({ user, sheet, row, change }) =>
      happen(session, () => {
        // Formulas of other tabs follow the rows, so every tab is kept.
        history.keep(book.sheets, () => changeRow(book, sheetOf(book, sheet), row, change, user));
        return undefined;
      }),
    undo: () =>
      happen(session, () => {
        history.undo();
        return undefined;
      }),
  };
};

const running = (session: Session): Pick<Desk, 'run' | 'call' | 'fire' | 'wait'> => {
  const { runtime, history } = session;
  const start = (work: () => Came) => {
    history.forget();
    return happen(session, work);
  };
  return {
    run: ({ user, name, ...place }) => start(() => runAs(runtime, place, user, name)),
    call: ({ user, name, args, ...place }) => start(() => runAs(runtime, place, user, name, args)),
    fire: ({ name }) =>
      start(() => {
        runtime.trigger(name);
        return undefined;
      }),
    wait: ({ days }) =>
      happen(session, () => {
        runtime.advance(days * DAY);
        return undefined;
      }),
  };
};

const files = (session: Session): Pick<Desk, 'read' | 'download' | 'save' | 'load'> => {
  const { runtime } = session;
  return {
    read: ({ id }) => readDocument(fileOf(runtime, id).bytes),
    download: ({ id }) => {
      const { name, bytes } = fileOf(runtime, id);
      return { title: name, base64: bytes.toString('base64') };
    },
    save: ({ path }) => runtime.saveXlsx(path),
    load: ({ path }) => loadBook(session, path),
  };
};

/** Runs a function with the person's cell selected; tells where it led when that is elsewhere. */
function runAs(runtime: Runtime, place: Place, user: string, name: string, args?: unknown[]): Came {
  const { sheet, row, column } = place;
  runtime.select(sheetOf(runtime.book, sheet).name, cellName(row, column), { user });
  const result = runtime.run(name, args, { user });
  const now = standing(runtime);
  const led = now.sheet !== sheet || now.row !== row || now.column !== column;
  return { result, ...(led && { active: now }) };
}

/** Where the script has led the owner, who alone has a menu. */
function standing(runtime: Runtime): Place {
  const { SpreadsheetApp } = runtime.globals as { SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp };
  const range = SpreadsheetApp.getActiveRange();
  if (!range) return { sheet: runtime.book.sheets[0]!.id, row: 0, column: 0 };
  return { sheet: range.getSheet().getSheetId(), row: range.getRow() - 1, column: range.getColumn() - 1 };
}

function fileOf(runtime: Runtime, id: string) {
  const file = runtime.files.find((each) => each.id === id);
  if (!file) throw new Error('Такого документа нет.');
  return file;
}

/** A file that cannot be read leaves the workbook as it was. */
async function loadBook(session: Session, path: string): Promise<Happened> {
  const { book } = session.runtime;
  const { sheets, namedRanges } = book;
  session.history.forget();
  try {
    await session.runtime.loadXlsx(path);
  } catch (error) {
    Object.assign(book, { sheets, namedRanges });
    console.error(error);
    return happen(session, () => ({ error: 'Файл не прочитан: это не книга .xlsx или она повреждена.' }));
  }
  session.training = false;
  return happen(session, () => undefined);
}
