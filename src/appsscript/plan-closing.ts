import { type ClosingPlan, periodDays, quarterTitle } from '../model';
import { closingPlan, consolidate, journalMoves, validRun } from '../pipeline';
import { programme } from '../programme';
import { readNeeded } from './book';
import { closePeriod } from './close-period';
import { openForRun } from './opened-book';
import { Refusal } from './refusal';
import { localIso, type Outcome } from './run';
import { locateSchoolTabs } from './school-tabs';
import { readStored } from './stored';

/** «Закрыть квартал…»: all tabs are read and put together, nothing is written. */
export function planClosing(): ClosingPlan {
  const opened = openForRun();
  const { book, settings, register } = opened;
  const at = localIso();
  const journal = readNeeded(book, 'journal');
  const last = validRun(journal);
  const { tabs } = locateSchoolTabs(book, register.schools);
  const moves = journalMoves(journal, settings.period);
  const found = consolidate({ programme, settings, tabs, at, last, moves });
  // A set that cannot be compared with is said by the consolidation that the closing begins with.
  const periods = last?.period === settings.period ? readStored().periods : [];
  const published = periods.find(({ key, closed }) => key === settings.period && !closed) ?? null;
  const early = at.slice(0, 10) <= periodDays(settings.period)[1];
  return closingPlan({ programme, schools: register.schools, found, published, early });
}

/** The quarter that the plan told of, and no other. */
export function closePlanned(title: string): Outcome & { more: boolean } {
  const { period } = openForRun().settings;
  if (quarterTitle(period) !== title)
    throw new Refusal(`Открыт уже ${quarterTitle(period)} Откройте закрытие ещё раз.`);
  return { more: false, ...closePeriod(period) };
}
