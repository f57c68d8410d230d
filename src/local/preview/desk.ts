import { cellName } from '../google/sheets/a1';
import type { Runtime } from '../runtime';
import type { Menu } from '../world';
import type { Desk, Happened, Panel, Place, Scene } from './messages';
import { peopleOf } from './people';
import { areaOf, changeRow, doubtsOf, History, typeAs } from './person-edits';
import { readDocument } from './read-document';
import { inRussian } from './refusals';
import { viewRows } from './row-views';
import { sheetOf } from './sheet-of';
import { layOutTab } from './tab-layout';

const DAY = 86_400_000;

type Spreadsheets = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** What people do in the browser, done in the runtime. */
export const makeDesk = (runtime: Runtime): Desk => {
  const { book } = runtime;
  const history = new History(book);
  const happens = (work: () => Partial<Happened> | undefined) => happen(runtime, history, work);
  const sheet = (id: number) => sheetOf(book, id);
  const started = (work: () => Partial<Happened> | undefined) => {
    history.forget();
    return happens(work);
  };
  return {
    look: () => sceneOf(runtime, history),
    open: ({ user }) => {
      peopleOf(runtime);
      let menus: Menu[] = [];
      const happened = happens(() => {
        const opened = runtime.open({ user });
        menus = opened.menus;
        return hidden(opened.error);
      });
      return { ...happened, menus };
    },
    layOut: (asked) => layOutTab(book, sheet(asked.sheet)),
    rows: (asked) => viewRows(book, sheet(asked.sheet), asked.from, asked.to),
    edit: (asked) => {
      const on = sheet(asked.sheet);
      const [doubt] = asked.sure ? [] : doubtsOf(book, on, areaOf(asked), asked.user);
      if (doubt !== undefined) return { doubt };
      return happens(() => hidden(history.keep([on], () => typeAs(runtime, on, asked))));
    },
    changeRow: ({ user, sheet: id, row, change }) =>
      happens(() => {
        // Formulas of other tabs follow the rows, so every tab is kept.
        history.keep(book.sheets, () => changeRow(book, sheet(id), row, change, user));
        return undefined;
      }),
    undo: () =>
      happens(() => {
        history.undo();
        return undefined;
      }),
    run: ({ user, name, ...place }) => started(() => runAs(runtime, place, user, name)),
    call: ({ user, name, args, ...place }) => started(() => runAs(runtime, place, user, name, args)),
    fire: ({ name }) =>
      started(() => {
        runtime.trigger(name);
        return undefined;
      }),
    wait: ({ days }) =>
      happens(() => {
        runtime.advance(days * DAY);
        return undefined;
      }),
    read: ({ id }) => readDocument(fileOf(runtime, id).bytes),
    download: ({ id }) => {
      const { name, bytes } = fileOf(runtime, id);
      return { title: name, base64: bytes.toString('base64') };
    },
    save: ({ path }) => runtime.saveXlsx(path),
    load: ({ path }) => loadBook(runtime, history, path),
  };
};

function sceneOf(runtime: Runtime, history: History): Scene {
  const { book, files, mail, triggers } = runtime;
  const format = new Intl.DateTimeFormat('ru', { dateStyle: 'long', timeStyle: 'short', timeZone: book.timeZone });
  return {
    tabs: book.sheets.map(({ id, name, hidden: isHidden, tabColor }) => ({
      id,
      name,
      hidden: isHidden,
      color: tabColor,
    })),
    people: peopleOf(runtime),
    documents: files
      .filter(({ trashed }) => !trashed)
      .map(({ id, name, modifiedTime }) => ({ id, title: name, modified: format.format(new Date(modifiedTime)) })),
    letters: mail.map(({ to, subject, body }) => ({ to, subject, body })),
    now: format.format(new Date(runtime.now())),
    canUndo: !history.isEmpty,
    scheduled: triggers.filter(({ source }) => source === 'CLOCK').map(({ handler }) => handler),
  };
}

/** Does `work` and tells all that came of it; what it throws is told in words, as Google's red bar does. */
function happen(runtime: Runtime, history: History, work: () => Partial<Happened> | undefined): Happened {
  const before = runtime.shown.length;
  let came: Partial<Happened> | undefined;
  try {
    came = work();
  } catch (error) {
    came = { error: inRussian(error instanceof Error ? error.message : String(error)) };
  }
  const shown = runtime.shown.slice(before).filter((each): each is Panel => !('buttons' in each));
  return { ...came, shown: [...shown, ...(came?.shown ?? [])], scene: sceneOf(runtime, history) };
}

/** Google hides the errors of simple triggers; whoever tries the add-on out ought to see them. */
function hidden(error: Error | undefined): Partial<Happened> | undefined {
  if (!error) return undefined;
  console.error(error);
  const title = 'Сбой, которого в Google не видно';
  return { shown: [{ kind: 'toast', user: '', title, message: error.message, seconds: null }] };
}

/** Where the script has led the owner, who alone has a menu. */
function standing(runtime: Runtime): Place {
  const range = (runtime.globals.SpreadsheetApp as Spreadsheets).getActiveRange();
  if (!range) return { sheet: runtime.book.sheets[0]!.id, row: 0, column: 0 };
  return { sheet: range.getSheet().getSheetId(), row: range.getRow() - 1, column: range.getColumn() - 1 };
}

/** Runs a function with the person's cell selected; tells where it led when that is elsewhere. */
function runAs(runtime: Runtime, place: Place, user: string, name: string, args?: unknown[]): Partial<Happened> {
  const { sheet, row, column } = place;
  runtime.select(sheetOf(runtime.book, sheet).name, cellName(row, column), { user });
  const result = runtime.run(name, args, { user });
  const now = standing(runtime);
  const led = now.sheet !== sheet || now.row !== row || now.column !== column;
  return { result, ...(led && { active: now }) };
}

function fileOf(runtime: Runtime, id: string) {
  const file = runtime.files.find((each) => each.id === id);
  if (!file) throw new Error('Такого документа нет.');
  return file;
}

/** A file that cannot be read leaves the workbook as it was. */
async function loadBook(runtime: Runtime, history: History, path: string): Promise<Happened> {
  const { sheets, namedRanges } = runtime.book;
  history.forget();
  try {
    await runtime.loadXlsx(path);
  } catch (error) {
    Object.assign(runtime.book, { sheets, namedRanges });
    console.error(error);
    return happen(runtime, history, () => ({ error: 'Файл не прочитан: это не книга .xlsx или она повреждена.' }));
  }
  return happen(runtime, history, () => undefined);
}
