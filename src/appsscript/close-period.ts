import { canonicalJson, type PeriodKey, quarterTitle, shiftPeriod } from '../model';
import {
  columnFormats,
  FIRST_ROW,
  periodCells,
  publishedTables,
  readPeriods,
  SETTING_VALUE_COLUMN,
  type Snapshot,
  SPARE_ROWS_BELOW,
  SUBMITTED,
  settingRow,
  type Table,
} from '../pipeline';
import { programme } from '../programme';
import { Refusal, readNeeded } from './book';
import { type ConsolidationRun, consolidateNow, type OpenedBook, openForRun, summary } from './consolidate';
import { mendCorrection } from './correct-period';
import { stretches } from './create-tab';
import { hashOf } from './hash';
import { type Actor, now, type Outcome, record, stepByStep } from './run';
import { lockTabs, unlockTabs } from './tab-locks';
import { turnTabs } from './turn-tabs';
import { beginClosing, type Closing, eachOnce, mark, underway, unmark } from './underway';

/** Closes the open period: lock, read again and freeze, store the snapshot, turn the tabs to the next period. */
export function closePeriod(period: PeriodKey): Outcome {
  return stepByStep(() => {
    const opened = openForRun();
    const { settings, register } = opened;
    const begun = continued(opened);
    if (isFrozen(opened)) return finishClosing(opened, begun ?? beginClosing(settings.period), 'координатор');
    if (settings.period !== period) {
      throw new Refusal(`Период ${period} закрыть нельзя: сейчас открыт ${settings.period}.`);
    }
    const closing = lockTabs(opened, begun ?? beginClosing(period));
    const consolidation = consolidateNow(opened, 'координатор', { name: closing.id });
    refuseUnread(opened, closing, consolidation);
    storeSnapshot(opened, consolidation);
    const outcome = finishClosing(opened, closing, 'координатор');
    return { ...outcome, lines: [...summary(consolidation, register), ...outcome.lines] };
  });
}

const isFrozen = ({ book, settings }: OpenedBook): boolean =>
  readPeriods(readNeeded(book, 'periods')).some((item) => item.key === settings.period);

/** The closing of the open period that died or stopped; what is left of any other is undone. */
function continued(opened: OpenedBook): Closing | null {
  const work = underway();
  if (!work) return null;
  if ('corrected' in work) mendCorrection(opened, work);
  else if (work.undone || work.period !== opened.settings.period) undo(opened, work);
  else return work;
  return null;
}

/** Opens the tabs again, as if the closing had never begun. */
function undo(opened: OpenedBook, closing: Closing): void {
  unlockTabs(opened, closing.undone ? closing : mark({ ...closing, undone: true, done: {} }));
  unmark();
}

/** A period is not closed over a tab that cannot be read: its data would be frozen as absent. */
function refuseUnread(opened: OpenedBook, closing: Closing, { trouble }: ConsolidationRun): void {
  const names = opened.register.schools
    .filter(({ key }) => key in trouble)
    .map(({ key, name }) => `«${name}»: ${trouble[key]}`);
  if (names.length === 0) return;
  undo(opened, closing);
  throw new Refusal(
    `Период не закрыт, введённые данные не изменены. Не читаются вкладки: ${names.join('; ')}. Нажмите «Создать или починить вкладки» и закройте период ещё раз.`,
  );
}

/**
 * What work that died has left: a correction is finished; a closing with its snapshot stored is finished, without one it
 * is undone. Null when the run that found it can go on.
 */
export function mend(opened: OpenedBook, who: Actor): Outcome | null {
  const work = underway();
  if (!work) return null;
  if ('corrected' in work) mendCorrection(opened, work);
  else if (isFrozen(opened)) return finishClosing(opened, work, who);
  else undo(opened, work);
  return null;
}

/** The snapshot is the mark that the period is closed: what follows can be repeated any number of times. */
function storeSnapshot(
  { book, settings, register }: OpenedBook,
  { results, statuses, trouble, publish }: ConsolidationRun,
): void {
  const snapshot: Snapshot = {
    period: settings.period,
    schools: register.schools,
    settings: settings.texts,
    derived: settings.derived,
    statuses: Object.fromEntries(
      results.schools.map(({ key }) => [key, statuses[key]?.startsWith(SUBMITTED) ? statuses[key]! : 'не сдано']),
    ),
    trouble,
    stamp: publish[0]!.stamp,
    when: publish[0]!.when,
  };
  const json = canonicalJson(snapshot);
  const cells = periodCells({ key: settings.period, closedAt: now(), hash: hashOf(json), json });
  const sheet = book.sheet('periods')!;
  const row = readNeeded(book, 'periods').length + 1;
  sheet.getRange(row, 1, 1, cells.length).setValues([cells]);
  SpreadsheetApp.flush();
  const stored = readPeriods(readNeeded(book, 'periods')).find((item) => item.key === settings.period);
  if (!stored || stored.json !== json)
    throw new Refusal('Снимок периода не записался полностью. Закройте период ещё раз.');
}

/** Turns every tab that still stands in the closed period to the next one; the settings' period is changed last. */
function finishClosing(opened: OpenedBook, closing: Closing, who: Actor): Outcome {
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
