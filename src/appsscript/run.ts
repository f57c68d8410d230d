import type { Grid } from '../model';
import { cellsOf, type JournalLine, journalRow, journalTab, layoutOf } from '../pipeline';
import { type Book, Refusal } from './book';
import { lookAgain } from './remembered';
import { Unauthorised } from './scopes';

/** What came of a run, in words for the coordinator. */
export interface Outcome {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: string;
  /** What the link says; «Открыть документ» unless told otherwise. */
  readonly linkTitle?: string;
  /** Time ran out: running the same thing again goes on from where it stopped. */
  readonly more?: boolean;
}

let started = Date.now();
/** The time of a run counts from its call: a script may have been loaded for an earlier one. */
export const begin = (): void => {
  started = Date.now();
};

/** An execution is ended after six minutes; stopping earlier by ourselves leaves time to finish the step and say so. */
const BUDGET = 4.5 * 60 * 1000;

/** `share` of the time that a run may take has gone. */
export const outOfTime = (share = 1): boolean => Date.now() - started > share * BUDGET;

/** Thrown where time runs out, once it is remembered how far the work has come: the run ends with these words. */
export class Unfinished extends Error {
  constructor(
    readonly title: string,
    readonly lines: readonly string[],
  ) {
    super(lines.join(' '));
  }
}

/** By role, not by address: the journal keeps no personal data. */
export type Actor = 'координатор' | 'автоматический сбор';

const LOCK_WAIT = 1000;
export const BUSY: Outcome = {
  title: 'Уже выполняется другая работа',
  lines: ['В книге уже идёт другая работа: сбор, отчёт или закрытие. Подождите несколько минут и повторите.'],
};

/** Runs `work` alone in this workbook; whatever is under way elsewhere is not waited for but answered with `busy`. */
export function exclusively<T = Outcome>(work: () => T, busy: () => T = () => BUSY as T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT)) return busy();
  lookAgain();
  try {
    const outcome = work();
    SpreadsheetApp.flush();
    return outcome;
  } finally {
    lock.releaseLock();
  }
}

/**
 * Nobody is asked under the lock, and whether it would outlive the dialog is not known: it is given back meanwhile.
 * `check` refuses where what was read before the question no longer holds.
 */
export function unlocked<T>(ask: () => T, check: () => void): T {
  const lock = LockService.getDocumentLock();
  SpreadsheetApp.flush();
  lock.releaseLock();
  const answer = ask();
  if (!lock.tryLock(LOCK_WAIT)) throw new Refusal(`Пока вы отвечали, началась другая работа. ${BUSY.lines.join(' ')}`);
  lookAgain();
  check();
  return answer;
}

/** A question to whoever has clicked. */
export function agrees(title: string, question: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, question, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

/** The same for long work, which may stop in time to go on later. */
export const stepByStep = <T extends Outcome = Outcome>(work: () => T): T =>
  exclusively(() => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Unfinished)) throw error;
      return { title: error.title, lines: error.lines, more: true } as unknown as T;
    }
  });

export const refuseBusy = (): never => {
  throw new Refusal(BUSY.lines.join(' '));
};

/** A menu click: shows the outcome; what went wrong is told in words and goes to the log. */
export function shown(work: () => Outcome | null): void {
  const ui = SpreadsheetApp.getUi();
  try {
    const outcome = work();
    if (outcome) show(outcome);
  } catch (error) {
    if (error instanceof Unauthorised && error.canLink) {
      show({ title: 'Не выполнено', lines: [error.words], link: error.url, linkTitle: 'Выдать разрешение' });
      return;
    }
    if (!(error instanceof Refusal)) console.error(error instanceof Error ? error.stack : error);
    ui.alert('Не выполнено', sentenceOf(error), ui.ButtonSet.OK);
  }
}

/** The words for what was thrown; a bug or a broken platform is not explained to the user by its English text. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Refusal
    ? error.message
    : 'Работа прервалась из-за сбоя. Введённые данные не изменены; повторите через несколько минут. Если сбой повторится, откройте «Расширения», «Apps Script», «Выполнения» и передайте запись разработчику.';

function show({ title, lines, link, linkTitle = 'Открыть документ' }: Outcome): void {
  const ui = SpreadsheetApp.getUi();
  if (!link) {
    ui.alert(title, lines.join('\n\n'), ui.ButtonSet.OK);
    return;
  }
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
  const body = lines.map((line) => `<p>${escaped(line)}</p>`).join('');
  const page = `<!doctype html><html lang="ru"><body style="font:14px/1.4 Arial,sans-serif">${body}<p><a href="${escaped(link)}" target="_blank" rel="noopener">${linkTitle}</a></p></body></html>`;
  ui.showModalDialog(HtmlService.createHtmlOutput(page).setWidth(420).setHeight(240), title);
}

/** The moment as it is written for people, in the workbook's time zone. */
export const now = (pattern?: string): string => inWords(new Date(), pattern);

/** The moment as it is kept as data: `2023-06-25T10:00`, local. */
export const localIso = (moment = new Date()): string => inWords(moment, "yyyy-MM-dd'T'HH:mm");

export const inWords = (moment: Date, pattern = 'dd.MM.yyyy HH:mm'): string =>
  Utilities.formatDate(moment, Session.getScriptTimeZone(), pattern);

/** As far down as people may have pushed the keys by rows of their own. */
const TOP = 10;
/** The journal of version 0.1.0 until it is brought to keys. */
const BEFORE_KEYS = { order: ['when', 'who', 'what', 'stamp', 'details'] };

function topOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): Grid {
  const extent = sheet.getDataRange();
  return sheet.getRange(1, 1, Math.min(TOP, extent.getNumRows()), extent.getNumColumns()).getValues();
}

/** `standing` is the journal's top as somebody has just read it. */
export function record(book: Book, line: Omit<JournalLine, 'when'>, standing?: Grid | null): void {
  const sheet = book.sheet('journal');
  if (!sheet) return;
  const top = standing ?? topOf(sheet);
  const order = layoutOf(journalTab, top) ?? BEFORE_KEYS;
  sheet.appendRow(cellsOf(journalTab, order, journalRow({ when: now(), ...line })));
}
