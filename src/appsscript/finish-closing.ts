import { type PeriodKey, quarterTitle, shiftPeriod } from '../model';
import { readPeriods, settingPlace } from '../pipeline';
import { readNeeded } from './book';
import type { OpenedBook } from './opened-book';
import { type Actor, type Outcome, record } from './run';
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

/** Turns every tab that still stands in the closed period to the next one; the settings' period is changed last. */
export function finishClosing(opened: OpenedBook, closing: Closing, who: Actor, just?: Frozen): Outcome {
  const { book, settings } = opened;
  const next = shiftPeriod(settings.period, 1);
  const kept: string[] = [];
  const tell = (words: string): void => {
    kept.push(words);
    record(book, { who, what: 'Строки оставлены', stamp: '', details: words });
  };
  const turned = turnTabs(opened, closing, tell, just);
  unlockTabs(opened, turned.closing, turned.heights);
  switchPeriod(opened, next);
  unmark();
  const title = `${quarterTitle(settings.period)} закрыт`;
  record(book, { who, what: 'Период закрыт', stamp: '', details: title });
  return { title, lines: [`Открыт ${quarterTitle(next)}`, ...kept] };
}

function switchPeriod({ book }: OpenedBook, next: PeriodKey): void {
  const place = settingPlace(readNeeded(book, 'settings'), 'period')!;
  book.sheet('settings')!.getRange(place.row, place.column).setValue(next);
}
