import type { Board } from '../model';
import { boardOf, movesSinceRun, type Reminded, remindedIn, validRun } from '../pipeline';
import { programme } from '../programme';
import { readNeeded } from './book';
import { heartbeat } from './heartbeat';
import { type OpenedBook, openForRun } from './opened-book';
import { localIso } from './run';

export interface ReadBoard extends OpenedBook {
  readonly board: Board;
  readonly letters: readonly Reminded[];
  /** Local ISO. */
  readonly at: string;
}

/** As the last consolidation has found it: schools' tabs are not read. */
export function readBoard(opened = openForRun()): ReadBoard {
  const { book, settings, register } = opened;
  const journal = readNeeded(book, 'journal');
  const run = validRun(journal);
  const letters = remindedIn(journal, settings.period);
  const at = localIso();
  const board = boardOf({
    programme,
    settings,
    schools: register.schools,
    mails: register.mails,
    status: readNeeded(book, 'status'),
    collectedAt: run?.period === settings.period ? run.at : null,
    moves: movesSinceRun(journal, settings.period),
    letters,
    heartbeat: heartbeat(),
    now: at,
  });
  return { ...opened, board, letters, at };
}
