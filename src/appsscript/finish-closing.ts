import { type PeriodKey, quarterTitle, shiftPeriod } from '../model';
import {
  columnFormats,
  FIRST_ROW,
  publishedTables,
  readPeriods,
  SETTING_VALUE_COLUMN,
  SPARE_ROWS_BELOW,
  settingRow,
  type Table,
} from '../pipeline';
import { programme } from '../programme';
import { readNeeded } from './book';
import { stretches } from './create-tab';
import type { OpenedBook } from './opened-book';
import { type Actor, type Outcome, record } from './run';
import { unlockTabs } from './tab-locks';
import { turnTabs } from './turn-tabs';
import { type Closing, eachOnce, mark, unmark } from './underway';

/** The open period's snapshot is stored. */
export const isFrozen = ({ book, settings }: OpenedBook): boolean =>
  readPeriods(readNeeded(book, 'periods')).some((item) => item.key === settings.period);

/** Opens the tabs again, as if the closing had never begun. */
export function undoClosing(opened: OpenedBook, closing: Closing): void {
  unlockTabs(opened, closing.undone ? closing : mark({ ...closing, undone: true, done: {} }));
  unmark();
}

/** Turns every tab that still stands in the closed period to the next one; the settings' period is changed last. */
export function finishClosing(opened: OpenedBook, closing: Closing, who: Actor): Outcome {
  const { book, settings } = opened;
  const next = shiftPeriod(settings.period, 1);
  const kept: string[] = [];
  const turned = turnTabs(opened, closing, (words) => {
    kept.push(words);
    record(book, { who, what: 'Строки оставлены', stamp: '', details: words });
  });
  unlockTabs(opened, makeRoom(opened, turned));
  switchPeriod(opened, next);
  unmark();
  const title = `${quarterTitle(settings.period)} закрыт`;
  record(book, { who, what: 'Период закрыт', stamp: '', details: title });
  return { title, lines: [`Открыт ${quarterTitle(next)}`, ...kept] };
}

/** Free rows above the closed ones, so that the new period's consolidation need not grow the tabs. */
function makeRoom({ book, settings }: OpenedBook, closing: Closing): Closing {
  const widen = (table: Table): void => {
    const sheet = book.sheet(table.key)!;
    const keys = sheet.getRange(FIRST_ROW, 1, sheet.getLastRow() - FIRST_ROW + 1, 1).getValues();
    const frozen = keys.filter(([key]) => key === settings.period).length;
    let free = keys.findIndex(([key]) => key !== '');
    if (free === 0) {
      free = frozen + SPARE_ROWS_BELOW;
      sheet.insertRowsBefore(FIRST_ROW, free);
    }
    // Again even when the rows are there: a run may have died between the two.
    const formats = columnFormats(table, sheet.getRange(1, 1, FIRST_ROW - 1, sheet.getLastColumn()).getValues());
    for (const [index, count, format] of stretches(formats))
      sheet.getRange(FIRST_ROW, index + 1, free, count).setNumberFormat(format);
  };
  return eachOnce(closing, 'widened', publishedTables(programme), ({ key }) => key, widen);
}

function switchPeriod({ book }: OpenedBook, next: PeriodKey): void {
  const row = settingRow(readNeeded(book, 'settings'), 'period');
  book.sheet('settings')!.getRange(row, SETTING_VALUE_COLUMN).setValue(next);
}
