import type { PeriodKey } from '../model';
import { forget, remember, remembered } from './remembered';
import { outOfTime, Unfinished } from './run';

type Stage = 'locked' | 'turned' | 'looked' | 'back' | 'unlocked';

/** A closing under way: which of its long stages are done, and of the one that was stopped, which sheets and tables. */
export interface Closing {
  readonly period: PeriodKey;
  /** Unlike that of any other closing. */
  readonly id: string;
  /** Its tabs are being opened again, as if it had never begun. */
  readonly undone?: boolean;
  readonly done: Done;
}

type Done = Readonly<Partial<Record<Stage, readonly string[] | true>>>;

/** The last closed period is being opened again. */
export interface Reopening {
  readonly reopened: PeriodKey;
  readonly why: string;
  /** Its tabs are let go again, as if it had never begun. */
  readonly undone?: boolean;
  readonly done: Done;
}

/** Work whose long stages go item by item. */
export type Staged = Closing | Reopening;

/** A correction of a closed period: its figures are yet to be renewed. */
export interface Correcting {
  readonly corrected: PeriodKey;
}

/** A workbook that is being made from an archive, told by the hash of its list of hashes. */
export interface Restoring {
  readonly restoring: string;
}

type Work = Closing | Reopening | Correcting | Restoring;

const PROPERTY = 'underway';

/** What is marked as begun and not ended: work that died or stopped is known by it. Null when there is none. */
export function underway(): Work | null {
  const stored = remembered(PROPERTY);
  return stored === null ? null : (JSON.parse(stored) as Work);
}

export function mark<T extends Work>(work: T): T {
  remember(PROPERTY, JSON.stringify(work));
  return work;
}

export const beginClosing = (period: PeriodKey): Closing => mark({ period, id: Utilities.getUuid(), done: {} });

export const beginReopening = (reopened: PeriodKey, why: string): Reopening => mark({ reopened, why, done: {} });

export const unmark = (): void => {
  forget(PROPERTY);
};

/**
 * Does a stage item by item and marks it done. When time runs out it marks what is done by then and stops; the next run
 * goes on from there.
 */
export function eachOnce<T, W extends Staged>(
  work: W,
  stage: Stage,
  items: readonly T[],
  keyOf: (item: T) => string,
  step: (item: T) => void,
): W {
  const before = work.done[stage] ?? [];
  if (before === true) return work;
  const done = new Set(before);
  const marked = (as: readonly string[] | true): W => mark({ ...work, done: { ...work.done, [stage]: as } });
  for (const item of items) {
    if (done.has(keyOf(item))) continue;
    if (outOfTime()) {
      marked([...done]);
      const { title, next } = wordsOf(work);
      throw new Unfinished(title, [
        `Данные сохранены. ${STAGES[stage]}: ${done.size} из ${items.length}. Google отвечает медленно, время выполнения истекает: ${next}, работа продолжится с того же места.`,
      ]);
    }
    step(item);
    done.add(keyOf(item));
  }
  return marked(true);
}

/** What is under way, and what goes on with it. */
function wordsOf(work: Staged): { readonly title: string; readonly next: string } {
  const again = 'запустите эту команду ещё раз';
  if ('reopened' in work)
    return work.undone
      ? { title: 'Начатое открытие периода отменяется', next: again }
      : { title: 'Период открывается снова', next: 'откройте период ещё раз' };
  return work.undone
    ? { title: 'Начатое закрытие отменяется', next: again }
    : { title: 'Период закрывается', next: 'закройте период ещё раз' };
}

const STAGES: Readonly<Record<Stage, string>> = {
  locked: 'Вкладки на время работы заперты',
  turned: 'Переведены на новый период вкладки',
  looked: 'Просмотрены вкладки',
  back: 'Возвращены в прежний период вкладки',
  unlocked: 'Вкладки снова открыты',
};
