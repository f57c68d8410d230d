import { handedInAt, type PeriodKey, quarterTitle, shiftPeriod } from '../model';
import {
  type ClosedPeriod,
  isSubmitted,
  momentOf,
  placesOfPeriod,
  readPeriods,
  snapshotOf,
  type ValidRun,
} from '../pipeline';
import { readNeeded } from './book';
import { type Reopenable, reopenable } from './look-at-turned';
import { offerPeriods } from './offer-periods';
import type { OpenedBook } from './opened-book';
import { AT_ALL, publish } from './publish';
import { nothingOf } from './redate-tabs';
import { type Actor, type Outcome, outOfTime, record, Unfinished } from './run';
import { unlockTabs } from './tab-locks';
import { turnTabsBack } from './turn-tabs-back';
import { mark, type Reopening, unmark } from './underway';

/** Whether every tab was looked at and can be turned back: from there on the work is finished, before that it is undone. */
export const isLookedAt = ({ done }: Reopening): boolean => done.looked === true;

/** Lets the tabs go as they are, as if it had never begun. */
export function undoReopening(opened: OpenedBook, work: Reopening): void {
  unlockTabs(opened, work.undone ? work : mark({ ...work, undone: true, done: {} }));
  unmark();
}

/**
 * Turns the tabs back, takes what was published of the next period away, makes the period the open one, and only then
 * drops its snapshot: until that is done the period is closed, and the work is gone on with.
 */
export function finishReopening(opened: OpenedBook, work: Reopening, who: Actor, just?: Reopenable): Outcome {
  const { book } = opened;
  const { reopened: period, why } = work;
  const next = shiftPeriod(period, 1);
  const turned = turnTabsBack(opened, work, () => just ?? reopenable(opened, period));
  publish(book, nothingOf(book, next), AT_ALL);
  stopInTime(period);
  const all = readPeriods(readNeeded(book, 'periods'));
  const closed = all.find(({ key }) => key === period);
  const others = all.map(({ key }) => key).filter((key) => key !== period);
  for (const cell of offerPeriods(book, period, others)) cell.setValue(period);
  const title = `${quarterTitle(period)} снова открыт`;
  if (closed) {
    record(book, {
      who,
      what: 'Период открыт снова',
      stamp: '',
      details: `${title}. Причина: ${why}`,
      data: runOf(closed),
    });
    SpreadsheetApp.flush();
    dropSnapshot(opened, closed);
  }
  unlockTabs(opened, turned);
  unmark();
  return {
    title,
    lines: [
      `На вкладках школ снова то, что было при закрытии. ${quarterTitle(next)} начнётся заново после следующего закрытия.`,
      'Построенные отчёты за этот период постройте заново, когда он будет закрыт.',
    ],
  };
}

/** The tabs stand in the period again: the next click goes on with the settings. */
function stopInTime(period: PeriodKey): void {
  if (!outOfTime()) return;
  throw new Unfinished('Период открывается снова', [
    `Вкладки школ возвращены: ${quarterTitle(period)}. Google отвечает медленно, время выполнения истекает: откройте период ещё раз, работа продолжится с того же места.`,
  ]);
}

/** The run that the closing has frozen is the valid one again: by it statuses are believed, and what is published is whole. */
function runOf(closed: ClosedPeriod): ValidRun {
  const { period, when, tabs = {}, statuses } = snapshotOf(closed);
  const at = momentOf(when);
  const handedIn = Object.entries(statuses).flatMap(([school, status]) => {
    const known = typeof status === 'string' ? null : status;
    return known && isSubmitted(known) ? [[school, handedInAt(known)] as const] : [];
  });
  return { period, at, tabs, seen: { at, handedIn: Object.fromEntries(handedIn) }, reopened: true };
}

/** Its row is emptied, not deleted: Google keeps the last row of a tab below its frozen ones. */
function dropSnapshot({ book }: OpenedBook, { key }: ClosedPeriod): void {
  const grid = readNeeded(book, 'periods');
  for (const row of placesOfPeriod(grid, key))
    book.sheet('periods')!.getRange(row, 1, 1, grid[0]!.length).clearContent();
  SpreadsheetApp.flush();
}
