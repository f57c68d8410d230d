import type { PeriodKey } from '../model';
import { forget, remember, remembered } from './remembered';
import { outOfTime, Unfinished } from './run';

type Stage = 'locked' | 'turned' | 'unlocked';

/** A closing under way: which of its long stages are done, and of the one that was stopped, which sheets and tables. */
export interface Closing {
  readonly period: PeriodKey;
  /** Unlike that of any other closing. */
  readonly id: string;
  /** Its tabs are being opened again, as if it had never begun. */
  readonly undone?: boolean;
  readonly done: Readonly<Partial<Record<Stage, readonly string[] | true>>>;
}

/** A correction of a closed period: its figures are yet to be renewed. */
export interface Correcting {
  readonly corrected: PeriodKey;
}

/** A workbook that is being made from an archive, told by the hash of its list of hashes. */
export interface Restoring {
  readonly restoring: string;
}

type Work = Closing | Correcting | Restoring;

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

export const unmark = (): void => {
  forget(PROPERTY);
};

/**
 * Does a stage item by item and marks it done. When time runs out it marks what is done by then and stops; the next run
 * goes on from there.
 */
export function eachOnce<T>(
  closing: Closing,
  stage: Stage,
  items: readonly T[],
  keyOf: (item: T) => string,
  step: (item: T) => void,
): Closing {
  const before = closing.done[stage] ?? [];
  if (before === true) return closing;
  const done = new Set(before);
  const marked = (as: readonly string[] | true): Closing =>
    mark({ ...closing, done: { ...closing.done, [stage]: as } });
  for (const item of items) {
    if (done.has(keyOf(item))) continue;
    if (outOfTime()) {
      marked([...done]);
      const next = closing.undone ? 'запустите эту команду ещё раз' : 'закройте период ещё раз';
      throw new Unfinished(closing.undone ? 'Начатое закрытие отменяется' : 'Период закрывается', [
        `Данные сохранены. ${STAGES[stage]}: ${done.size} из ${items.length}. Google отвечает медленно, время выполнения истекает: ${next}, работа продолжится с того же места.`,
      ]);
    }
    step(item);
    done.add(keyOf(item));
  }
  return marked(true);
}

const STAGES: Readonly<Record<Stage, string>> = {
  locked: 'Вкладки на время закрытия заперты',
  turned: 'Переведены на новый период вкладки',
  unlocked: 'Вкладки снова открыты',
};
