import { Refusal } from './book';
import { finishClosing, isFrozen, undoClosing } from './finish-closing';
import { finishCorrection } from './finish-correction';
import { finishReopening, isLookedAt, undoReopening } from './finish-reopening';
import type { OpenedBook } from './opened-book';
import type { Actor, Outcome } from './run';
import { type Closing, type Correcting, type Reopening, underway } from './underway';

const RESTORING =
  'Эта книга восстанавливается из архива, и восстановлена она не вся. Выберите тот же архив ещё раз, работа продолжится с того же места.';

/** Only the archive can end what was begun with it. */
export function refuseWhileRestoring(): void {
  const work = underway();
  if (work && 'restoring' in work) throw new Refusal(RESTORING);
}

/**
 * What work that died has left: a correction is finished; a closing with its snapshot stored is finished, without one it
 * is undone. Null when the run that found it can go on.
 */
export function mend(opened: OpenedBook, who: Actor): Outcome | null {
  const work = underway();
  if (!work) return null;
  if ('restoring' in work) throw new Refusal(RESTORING);
  if ('corrected' in work) mendCorrection(opened, work);
  else if ('reopened' in work) return mendReopening(opened, work, who);
  else if (isFrozen(opened)) return finishClosing(opened, work, who);
  else undoClosing(opened, work);
  return null;
}

/** The closing of the open period that died or stopped; what is left of any other is undone. */
export function continuedClosing(opened: OpenedBook): Closing | null {
  const work = underway();
  if (!work) return null;
  if ('restoring' in work) throw new Refusal(RESTORING);
  if ('corrected' in work) mendCorrection(opened, work);
  else if ('reopened' in work) refuseWhileReopening(opened, work);
  else if (work.undone || work.period !== opened.settings.period) undoClosing(opened, work);
  else return work;
  return null;
}

/** A reopening whose tabs were all looked at is finished, any other is undone. */
function mendReopening(opened: OpenedBook, work: Reopening, who: Actor): Outcome | null {
  if (isLookedAt(work) && !work.undone) return finishReopening(opened, work, who);
  undoReopening(opened, work);
  return null;
}

/** Nothing is closed in the same breath: what is open is not yet what the coordinator sees. */
function refuseWhileReopening(opened: OpenedBook, work: Reopening): void {
  const finished = mendReopening(opened, work, 'координатор');
  if (finished)
    throw new Refusal(`${finished.title}: начатое доведено до конца. Посмотрите вкладки и закройте период ещё раз.`);
}

/** Of a run that died. What cannot be read beside a closed row is named by the reports and stops no other work. */
function mendCorrection(opened: OpenedBook, work: Correcting): void {
  try {
    finishCorrection(opened, work);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
