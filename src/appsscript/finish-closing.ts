import { type PeriodKey, quarterTitle, shiftPeriod } from '../model';
import { readPeriods } from '../pipeline';
import { Refusal, readNeeded } from './book';
import { dropHeights, keepHeights, keptHeights } from './head-heights';
import { offerPeriods } from './offer-periods';
import { deleteOldCopies } from './old-copies';
import type { OpenedBook } from './opened-book';
import { type Actor, type Outcome, record, Unfinished } from './run';
import { unlockTabs } from './tab-locks';
import { type Frozen, turnTabs } from './turn-tabs';
import { type Closing, mark, unmark } from './underway';

/** The open period's snapshot is stored. */
export const isFrozen = ({ book, settings }: OpenedBook): boolean =>
  readPeriods(readNeeded(book, 'periods')).some((item) => item.key === settings.period);

/** Opens the tabs again, as if the closing had never begun. */
export function undoClosing(opened: OpenedBook, closing: Closing): void {
  unlockTabs(opened, closing.undone ? closing : mark({ ...closing, undone: true, done: {} }));
  unmark();
}

const GO_ON = 'Нажмите «Собрать свод», он доведёт начатое до конца.';

/** The words for what stopped a closing; what is no refusal goes to the log. */
function reasonOf(error: unknown, otherwise: string): string {
  if (error instanceof Refusal) return error.message;
  console.error(error instanceof Error ? error.stack : error);
  return otherwise;
}

/** Where a closing cannot go on: it is undone, and that is said with the reason. A run that only ran out of time goes on. */
export function giveUp(opened: OpenedBook, closing: Closing, error: unknown): never {
  if (error instanceof Unfinished) throw error;
  const why = reasonOf(error, 'Период не закрыт из-за сбоя, введённые данные не изменены.');
  let stored = false;
  try {
    stored = isFrozen(opened);
    if (!stored) {
      record(opened.book, { who: 'координатор', what: 'Закрытие отменено', stamp: '', details: why });
      undoClosing(opened, closing);
      SpreadsheetApp.flush();
    }
  } catch (again) {
    if (again instanceof Unfinished) throw again;
    throw new Refusal(`${why} ${reasonOf(again, 'Вкладки школ ещё заперты.')} ${GO_ON}`);
  }
  if (stored) throw new Refusal(`${NOT_WHOLE} ${GO_ON}`);
  throw new Refusal(`${why} Вкладки школ снова открыты.`);
}

const NOT_WHOLE = 'Период закрыт не до конца: его данные сохранены, но вкладки школ ещё заперты.';

/** The rest of a closing whose snapshot is stored; where that fails it is said how it is gone on with. */
export function finished(opened: OpenedBook, closing: Closing, just?: Frozen): Outcome {
  try {
    return finishClosing(opened, closing, 'координатор', just);
  } catch (error) {
    if (error instanceof Unfinished) throw error;
    throw new Refusal([NOT_WHOLE, reasonOf(error, ''), GO_ON].filter(Boolean).join(' '));
  }
}

/** Turns every tab that still stands in the closed period to the next one; the settings' period is changed last. */
export function finishClosing(opened: OpenedBook, closing: Closing, who: Actor, just?: Frozen): Outcome {
  const { book, settings } = opened;
  const next = shiftPeriod(settings.period, 1);
  const kept: string[] = [];
  const tell = (words: string): void => {
    kept.push(words);
    record(book, { who, what: 'Перевод вкладки', stamp: '', details: words });
  };
  const heights = keptHeights();
  try {
    unlockTabs(opened, turnTabs(opened, closing, { tell, just, heights }), heights);
  } catch (error) {
    if (error instanceof Unfinished) keepHeights(heights);
    throw error;
  }
  dropHeights();
  switchPeriod(opened, next, settings.period);
  unmark();
  const title = `${quarterTitle(settings.period)} закрыт`;
  record(book, { who, what: 'Период закрыт', stamp: '', details: title });
  const copies = deleteOldCopies(opened);
  return { title, lines: [`Открыт ${quarterTitle(next)}`, ...kept, ...(copies === '' ? [] : [copies])] };
}

function switchPeriod({ book }: OpenedBook, next: PeriodKey, closed: PeriodKey): void {
  for (const cell of offerPeriods(book, next, [closed])) cell.setValue(next);
}
