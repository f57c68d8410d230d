import { canonicalJson, type PeriodKey } from '../model';
import {
  correctionsBeside,
  layoutOf,
  PERIOD,
  placeBeside,
  planPutBack,
  planReplacement,
  type ShownAgain,
  type StoredPeriod,
  shownAgain,
  shownTables,
  withRetired,
} from '../pipeline';
import { programme } from '../programme';
import { Refusal, readNeeded } from './book';
import type { OpenedBook } from './opened-book';
import { pack } from './pack';
import { stampShown, widened } from './shown-stamps';
import { allClosed, closedDataOf } from './stored';
import { type Correcting, unmark } from './underway';

/** Before anything is written: what a correction has to show it can show. */
export function refuseLost({ book }: OpenedBook): void {
  for (const table of shownTables(programme))
    if (!layoutOf(table, readNeeded(book, table.key))?.order.includes(PERIOD))
      throw new Refusal(`Ничего не исправлено: на вкладке «${table.name}» нет столбца «Период». ${MEND} и повторите.`);
}

const MEND = 'Чтобы его вернуть, нажмите «Настройка», «Создать или починить вкладки»';

/** The tabs made of the rows show the period as it counts now; written anew as a whole, so it can be repeated any number of times. */
export function finishCorrection(opened: OpenedBook, { corrected }: Correcting): StoredPeriod | undefined {
  keepCorrections(opened, corrected);
  const all = allClosed(opened);
  const period = all.find(({ key }) => key === corrected);
  if (period) {
    // Who handed in what is left as it stands: no number changes it.
    const written = shownAgain(programme, all, period, null).map((made) => replace(opened, corrected, made));
    SpreadsheetApp.flush();
    stampShown(opened.book, corrected, written);
  }
  unmark();
  return period;
}

/** Where somebody has put the period's rows apart they are brought together. Gives what is written. */
function replace({ book, settings }: OpenedBook, corrected: PeriodKey, made: ShownAgain): ShownAgain {
  const grid = widened(book, made.table);
  const again = withRetired(programme, grid, corrected, made);
  const { table, rows } = again;
  const patches =
    planReplacement(table, grid, corrected, rows) ??
    planPutBack(table, grid, settings.period, new Map([[corrected, rows]]));
  if (!patches)
    throw new Refusal(
      `Исправление записано, но на вкладке «${table.name}» нет столбца «Период». ${MEND}, потом «Собрать свод»: показатели будут пересчитаны.`,
    );
  book.apply(patches);
  return again;
}

const LONGEST = 45_000;

/** The corrections once more, beside the snapshot: one that nobody has made is told from them. */
function keepCorrections(opened: OpenedBook, period: PeriodKey): void {
  const { periods, rows } = closedDataOf(opened);
  const place = placeBeside(periods, period, 'corrections');
  if (!place) return;
  const packed = pack(canonicalJson(correctionsBeside(programme, rows, period)));
  const kept = packed.length > LONGEST ? '' : packed;
  opened.book.sheet('periods')!.getRange(place.row, place.column).setValue(kept);
}
