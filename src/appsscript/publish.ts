import type { Grid } from '../model';
import {
  firstDifference,
  type PublishRequest,
  planPublication,
  rowsToRead,
  type ValidRun,
  type Writing,
} from '../pipeline';
import { applyPatch, type Book, Refusal } from './book';
import { furnish } from './furnish';
import { outOfTime, Unfinished } from './run';
import { giveBackTopRow } from './top-row';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a tab says once it is published. */
interface Published {
  readonly request: PublishRequest;
  readonly sheet: Sheet;
  readonly stamp: string;
  readonly at: string;
  /** Null where nothing had to be written. */
  readonly writing: Writing | null;
  /** The rows that were read. */
  readonly top: Grid;
}

/** A request, or one that is made when those before it are planned. */
export type Planned = PublishRequest | (() => PublishRequest);

/** How much of the tabs is looked at: the open rows, as long as nothing is unusual, or all that stands there. */
export interface Looking {
  whole(table: PublishRequest['table']): boolean;
  /** Told what stands in a tab that was read as a whole, as it is going to be left. */
  seen?(table: PublishRequest['table'], grid: Grid): void;
}
export const AT_THE_TOP: Looking = { whole: () => false };
export const AT_ALL: Looking = { whole: () => true };

/** Reads as much of the tab's top as planning needs: its head, the open period's rows and one row more; all when `whole`. */
function plan(sheet: Sheet, request: PublishRequest, whole: boolean): Published {
  const extent = sheet.getDataRange();
  const size = extent.getNumRows();
  let rows = whole ? size : Math.min(size, rowsToRead(request.rows.length));
  for (;;) {
    const top = sheet.getRange(1, 1, rows, extent.getNumColumns()).getValues();
    if (giveBackTopRow(sheet, request.table, top)) return plan(sheet, request, whole);
    const publication = planPublication(request, top, size);
    switch (publication.kind) {
      case 'look':
        rows = publication.rows;
        continue;
      case 'lost':
        throw new Refusal(
          `На вкладке «${request.table.name}» нет служебной строки или столбца «Период». Чтобы их вернуть, нажмите «Настройка», «Создать или починить вкладки».`,
        );
      case 'same':
        return { request, sheet, ...publication, writing: null, top };
      default:
        return { request, sheet, stamp: publication.stamp, at: publication.at, writing: publication, top };
    }
  }
}

/** Columns for what the tab has not had yet, a field or a school; how many they are is no matter of calls. */
function widen(sheet: Sheet, { table }: PublishRequest, { write: { row }, expected }: Writing): void {
  const keys = expected[1]!;
  const known = sheet.getDataRange().getNumColumns();
  if (keys.length <= known) return;
  const present = sheet.getMaxColumns();
  if (keys.length > present) sheet.insertColumnsAfter(present, keys.length - present);
  const added = keys.slice(known).flatMap((key, index) => {
    const column = table.columns.find((own) => own.key === key);
    return column ? [{ at: known + 1 + index, column }] : [];
  });
  furnish(sheet, added, row + 2);
}

function setFormats(sheet: Sheet, { formats }: Writing): void {
  for (const { row, column, rows, formats: each } of formats) {
    sheet.getRange(row, column, rows, each.length).setNumberFormats(Array.from({ length: rows }, () => [...each]));
  }
}

/** Rules and merged cells that people have put into a published tab would keep its rows out. */
const free = (sheet: Sheet): void =>
  void sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).breakApart().clearDataValidations();

/**
 * Rows that come or go take their formats from a neighbour, which the last publication has set; where nothing moves, or
 * somebody has been at the tab, they are set anew.
 */
function write({ sheet, request, writing }: Published): void {
  if (!writing) return;
  const { insert, remove, disturbed } = writing;
  widen(sheet, request, writing);
  if (insert?.like === 'above') sheet.insertRowsAfter(insert.row, insert.count);
  if (insert?.like === 'below') sheet.insertRowsBefore(insert.row, insert.count);
  if (disturbed || (!insert && !remove)) setFormats(sheet, writing);
  try {
    applyPatch(sheet, writing.write);
  } catch {
    // What a person has put there may refuse it; what fails without that, too, ends the run.
    free(sheet);
    applyPatch(sheet, writing.write);
  }
  if (remove) sheet.deleteRows(remove.row, remove.count);
}

/** A tab as it stands once it is written, without reading it again. */
function standing({ top, writing }: Published): Grid {
  if (!writing) return top;
  const { insert, remove, write: done, expected } = writing;
  const grid = [...top];
  if (insert) {
    const rows = Array.from({ length: insert.count }, (): Grid[number] => []);
    grid.splice(insert.like === 'above' ? insert.row : insert.row - 1, 0, ...rows);
  }
  grid.splice(done.row - 1, expected.length, ...expected);
  if (remove) grid.splice(remove.row - 1, remove.count);
  return grid;
}

function difference({ sheet, writing }: Published): { row: number; column: number } | null {
  if (!writing) return null;
  const { expected, write: done } = writing;
  const found: Grid = sheet.getRange(done.row, 1, expected.length, expected[0]!.length).getValues();
  const place = firstDifference(expected, found);
  return place && { row: place.row + done.row - 1, column: place.column };
}

/**
 * At least one a run: what stands as it should is not written again, so every run comes further. Where there is no time
 * left to read them back, the next run does: it looks at them before it writes.
 */
function writeInTime(changed: readonly Published[]): void {
  changed.forEach((published, index) => {
    if (index > 0 && outOfTime()) throw stopped(`Записано вкладок: ${index}, осталось: ${changed.length - index}.`);
    write(published);
  });
  if (changed.length > 1 && outOfTime()) throw stopped(`Записано вкладок: ${changed.length}, они ещё не проверены.`);
}

const stopped = (words: string): Unfinished =>
  new Unfinished('Сводные вкладки записаны не все', [
    `${words} Google отвечает медленно, время выполнения истекает: запустите эту команду ещё раз, она продолжит с того же места.`,
  ]);

/**
 * Writes the tables that changed with one write each, after the whole set has been planned; reads them back and compares.
 * Nothing is cleared first: whatever moment a run dies at, the old rows or the new ones stand there. Gives what makes
 * them the valid ones.
 */
export function publish(book: Book, requests: readonly Planned[], looking = AT_THE_TOP): Pick<ValidRun, 'at' | 'tabs'> {
  const all = requests.map((planned) => {
    const request = typeof planned === 'function' ? planned() : planned;
    const sheet = book.sheet(request.table.key);
    if (!sheet)
      throw new Refusal(`Нет вкладки «${request.table.name}». Запустите «Настройка», «Создать или починить вкладки».`);
    const published = plan(sheet, request, looking.whole(request.table));
    if (looking.whole(request.table)) looking.seen?.(request.table, standing(published));
    return published;
  });
  writeInTime(all.filter(({ writing }) => writing));
  if (all.some(({ writing }) => writing)) SpreadsheetApp.flush();
  // What a cell's format made another value of, or a merged one swallowed, is written once more with the formats set.
  const spoilt = all.filter(difference);
  for (const { sheet, writing } of spoilt) {
    free(sheet);
    setFormats(sheet, writing!);
    const { write: values, expected } = writing!;
    applyPatch(sheet, { ...values, values: values.values.slice(0, expected.length) });
  }
  for (const published of spoilt) {
    const place = difference(published);
    if (!place) continue;
    throw new Refusal(
      `Вкладка «${published.request.table.name}», строка ${place.row}, столбец ${place.column}: записано не то, что собрано. Соберите свод ещё раз.`,
    );
  }
  return {
    at:
      all
        .map(({ at }) => at)
        .sort()
        .pop() ?? '',
    tabs: Object.fromEntries(all.map(({ request, stamp }) => [request.table.key, stamp])),
  };
}
