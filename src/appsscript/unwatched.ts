import type { Heartbeat } from '../pipeline';
import { programme } from '../programme';
import { activeBook, openBook } from './book';
import { BY_NIGHT, runConsolidation } from './consolidate';
import { beat, heartbeat } from './heartbeat';
import { remindByClock } from './remind';
import { type Actor, localIso, record, sentenceOf, stepByStep } from './run';

const WHO: Actor = 'автоматический сбор';

/**
 * The consolidation that nobody watches, if it is due when the lock is taken; `by` is whose it is. Trouble goes to the journal, to whoever
 * opens the workbook next and, thrown again, to Google's failure mail.
 */
export function consolidateUnwatched(by: string, isDue: (found: Heartbeat) => boolean): void {
  try {
    activeBook();
    const { title, more } = stepByStep(() => {
      const found = heartbeat();
      if (!isDue(found)) return { title: '', lines: [] };
      const outcome = runConsolidation(WHO, BY_NIGHT);
      const { failed: _over, ...rest } = found;
      beat({ good: { at: localIso(), by } }, rest);
      if (!outcome.more) remindQuietly();
      return outcome;
    });
    if (more)
      tell(
        'Свод не закончен',
        `${title}: Google отвечал медленно. Нажмите «Собрать свод» или дождитесь следующего сбора.`,
      );
  } catch (error) {
    const why = sentenceOf(error);
    beat({ failed: { at: localIso(), why } });
    if (SpreadsheetApp.getActive()) tell('Свод не собран', why);
    throw error;
  }
}

/** Letters that could not be sent are told in the journal and are no reason to call the night's run a bad one. */
function remindQuietly(): void {
  try {
    remindByClock(WHO);
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    tell('Напоминания не отправлены', sentenceOf(error));
  }
}

const tell = (what: string, details: string): void =>
  record(openBook(programme), { who: WHO, what, stamp: '', details });
