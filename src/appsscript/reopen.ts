import { type PeriodKey, quarterTitle, shiftPeriod, shortNames } from '../model';
import { readPeriods } from '../pipeline';
import { Refusal, readNeeded } from './book';
import { BY_CLICK, consolidateNow } from './consolidate';
import { finishReopening, isLookedAt, undoReopening } from './finish-reopening';
import { goneSince, lookAtAll, lookAtTurned, type Reopenable, reopenable, type TurnedTab } from './look-at-turned';
import { mend } from './mend';
import { type OpenedBook, openForRun, tellOfSchools } from './opened-book';
import { type Outcome, Unfinished } from './run';
import { lockTabs } from './tab-locks';
import { beginReopening, eachOnce, type Reopening, underway } from './underway';

/** The period closed last, which alone can be opened again; null while none is closed. */
export const lastClosed = ({ book }: OpenedBook): PeriodKey | null =>
  readPeriods(readNeeded(book, 'periods'))
    .map(({ key }) => key)
    .sort()
    .pop() ?? null;

/**
 * Opens the period closed last again: the inverse of a closing. The tabs are locked and looked at first; where a school has
 * begun the next period nothing is changed.
 */
export function reopenPeriod(period: PeriodKey, why: string): Outcome {
  const opened = openForRun();
  const begun = continued(opened, period);
  if (!begun && opened.settings.period === period && lastClosed(opened) !== period)
    return collected({ title: `${quarterTitle(period)} открыт`, lines: [] });
  if (!begun) refuseOther(opened, period);
  if (!begun && why.trim() === '')
    throw new Refusal('Напишите, почему период открывается снова: причина останется в Журнале.');
  tellOfSchools(opened);
  const looked: Looked =
    begun && isLookedAt(begun) ? { work: begun } : lookedAt(opened, begun ?? beginReopening(period, why.trim()));
  return collected(finishReopening(opened, looked.work, 'координатор', looked.just));
}

interface Looked {
  readonly work: Reopening;
  /** What this very run has read. */
  readonly just?: Reopenable;
}

/** Of the same period; what else has died is mended first. */
function continued(opened: OpenedBook, period: PeriodKey): Reopening | null {
  const work = underway();
  if (!work) return null;
  if ('reopened' in work && work.reopened === period && !work.undone) return work;
  const mended = mend(opened, 'координатор');
  if (mended) throw new Refusal(`Сначала доведена до конца начатая работа: ${mended.title}. Повторите, если надо.`);
  return null;
}

export function refuseOther(opened: OpenedBook, period: PeriodKey): void {
  const last = lastClosed(opened);
  if (last === null) throw new Refusal('Закрытых периодов нет: открывать снова нечего.');
  if (last !== period)
    throw new Refusal(`Снова открыть можно только период, закрытый последним: это ${quarterTitle(last)}`);
  const { period: open } = opened.settings;
  if (open !== shiftPeriod(last, 1))
    throw new Refusal(
      `${quarterTitle(last)} снова не открыть: в «Настройках» указан ${quarterTitle(open)} Верните ${quarterTitle(shiftPeriod(last, 1))} и повторите.`,
    );
}

/** All tabs are locked and looked at; where one cannot be turned back all is as if it had not begun. */
function lookedAt(opened: OpenedBook, begun: Reopening): Looked {
  let work = begun;
  try {
    const just = reopenable(opened, begun.reopened);
    refuseTurned(goneSince(opened, just));
    work = lockTabs(opened, begun);
    const look = (sheet: GoogleAppsScript.Spreadsheet.Sheet): void => {
      // Who else stands in the way is looked for only where nothing is going to be turned.
      if (lookAtTurned(opened, sheet, just)) refuseTurned(lookAtAll(opened, just));
    };
    work = eachOnce(work, 'looked', opened.book.others(), (sheet) => String(sheet.getSheetId()), look);
    return { work, just };
  } catch (error) {
    if (!(error instanceof Unfinished)) undoReopening(opened, work);
    throw error;
  }
}

/** Names who stands in the way, and what can be done instead. */
function refuseTurned(found: readonly TurnedTab[]): void {
  const named = (is: TurnedTab['is']): string =>
    shortNames(
      found.filter((each) => each.is === is).map(({ school }) => school),
      60,
    );
  const [typed, unread, gone] = [named('typed'), named('unread'), named('gone')];
  if (gone !== '')
    throw new Refusal(
      `Не открыт, ничего не изменено. Сдавали, а вкладки теперь нет: ${gone}. Верните строки в «Школы», нажмите «Создать или починить вкладки» и повторите.`,
    );
  if (unread !== '')
    throw new Refusal(
      `Период не открыт, ничего не изменено. Не читаются вкладки: ${unread}. Нажмите «Создать или починить вкладки» и повторите.`,
    );
  if (typed !== '')
    throw new Refusal(
      `Не открыт, ничего не изменено. Следующий период уже вводят: ${typed}. Уберите введённое или внесите число через «Исправить закрытый период…».`,
    );
}

/** What the board and the figures say follows with the next consolidation: it is made at once. */
function collected(outcome: Outcome): Outcome {
  try {
    const opened = openForRun();
    consolidateNow(opened, 'координатор', { ...BY_CLICK, whole: true });
    return outcome;
  } catch (error) {
    if (error instanceof Unfinished) return { ...outcome, lines: [...outcome.lines, COLLECT], more: true };
    if (!(error instanceof Refusal)) throw error;
    return { ...outcome, lines: [...outcome.lines, error.message, COLLECT] };
  }
}

const COLLECT = 'Показатели ещё прежние: нажмите «Собрать свод».';
