import { canonicalJson, type PeriodKey } from '../model';
import {
  carriedFigures,
  correctionsBeside,
  correctionsPlace,
  figureRows,
  figuresTable,
  planReplacement,
  type StoredPeriod,
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
    const rows = figureRows(programme, period.results, earlier, carriedFigures(programme, all, period));
    const grid = readNeeded(opened.book, 'figures');
    const patches = planReplacement(figuresTable, grid, corrected, rows);
    if (!patches)
      throw new Refusal(
        `Исправление записано, но строки вкладки «${figuresTable.name}» перемешаны: нажмите «Собрать свод», показатели будут пересчитаны.`,
      );
    opened.book.apply(patches);
    SpreadsheetApp.flush();
  }
  unmark();
  return period;
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
