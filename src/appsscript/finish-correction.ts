import { canonicalJson, type PeriodKey } from '../model';
import {
  carriedFigures,
  correctionsBeside,
  correctionsPlace,
  figureRows,
  figuresTable,
  type KeyedRow,
  overviewRows,
  overviewTable,
  ownersOf,
  planReplacement,
  type StoredPeriod,
  type Table,
  yearsBefore,
} from '../pipeline';
import { programme } from '../programme';
import { Refusal, readNeeded } from './book';
import type { OpenedBook } from './opened-book';
import { pack } from './pack';
import { allClosed, closedDataOf } from './stored';
import { type Correcting, unmark } from './underway';

/** The figures' tab shows the period as it counts now; written anew as a whole, so it can be repeated any number of times. */
export function finishCorrection(opened: OpenedBook, { corrected }: Correcting): StoredPeriod | undefined {
  keepCorrections(opened, corrected);
  const all = allClosed(opened);
  const period = all.find(({ key }) => key === corrected);
  if (period) {
    const years = yearsBefore(corrected);
    const earlier = all.filter(({ key }) => years.includes(key));
    const carried = carriedFigures(programme, all, period);
    const owners = ownersOf(programme, period.schools);
    replace(opened, figuresTable, corrected, figureRows(programme, period.results, earlier, carried));
    replace(opened, overviewTable(owners), corrected, overviewRows(programme, period.results, carried));
    SpreadsheetApp.flush();
  }
  unmark();
  return period;
}

function replace({ book }: OpenedBook, table: Table, corrected: PeriodKey, rows: readonly KeyedRow[]): void {
  const patches = planReplacement(table, readNeeded(book, table.key), corrected, rows);
  if (!patches)
    throw new Refusal(
      `Исправление записано, но строки вкладки «${table.name}» перемешаны: нажмите «Собрать свод», показатели будут пересчитаны.`,
    );
  book.apply(patches);
}

const LONGEST = 45_000;

/** The corrections once more, beside the snapshot: one that nobody has made is told from them. */
function keepCorrections(opened: OpenedBook, period: PeriodKey): void {
  const { periods, rows } = closedDataOf(opened);
  const place = correctionsPlace(periods, period);
  if (!place) return;
  const packed = pack(canonicalJson(correctionsBeside(programme, rows, period)));
  const kept = packed.length > LONGEST ? '' : packed;
  opened.book.sheet('periods')!.getRange(place.row, place.column).setValue(kept);
}
