import { canonicalJson, formatNumber, type PeriodKey, quarterTitle } from '../model';
import {
  cellsOf,
  fitsPeriod,
  frozenIn,
  frozenRegisters,
  frozenTotals,
  layoutOf,
  periodRow,
  periodsTab,
  publishedRows,
  readPeriods,
  registerRowsOf,
  type Snapshot,
  stampedOf,
  widestSnapshot,
} from '../pipeline';
import { programme } from '../programme';
import { Refusal, readNeeded } from './book';
import { type ConsolidationRun, consolidateNow, summary } from './consolidate';
import { finishClosing, isFrozen, undoClosing } from './finish-closing';
import { hashOf } from './hash';
import { continuedClosing } from './mend';
import { type OpenedBook, openForRun } from './opened-book';
import { readRegisters } from './registers';
import { now, type Outcome, outOfTime, Unfinished } from './run';
import { lockTabs } from './tab-locks';
import { beginClosing, type Closing } from './underway';
import { VERSION } from './version';

/** Closes the open period: lock, read again and freeze, store the snapshot, turn the tabs to the next period. */
export function closePeriod(period: PeriodKey): Outcome {
  const opened = openForRun();
  const { settings, register } = opened;
  const begun = continuedClosing(opened);
  if (isFrozen(opened)) return finishClosing(opened, begun ?? beginClosing(settings.period), 'координатор');
  if (settings.period !== period) {
    throw new Refusal(`Период ${period} закрыть нельзя: сейчас открыт ${settings.period}.`);
  }
  const registers = registerRowsOf(readRegisters(opened, []));
  refuseTooLong(canonicalJson(widestSnapshot(programme, settings, register.schools, registers)));
  const closing = lockTabs(opened, begun ?? beginClosing(period));
  const consolidation = consolidated(opened, closing);
  refuseUnread(opened, closing, consolidation);
  storeSnapshot(opened, consolidation);
  stopInTime(settings.period);
  const outcome = finishClosing(opened, closing, 'координатор', publishedRows(programme, consolidation.publish));
  return { ...outcome, lines: [...summary(consolidation, register), ...outcome.lines] };
}

/** The snapshot is stored: the next click goes on with turning the tabs. */
function stopInTime(period: PeriodKey): void {
  if (!outOfTime()) return;
  throw new Unfinished('Период закрывается', [
    `Данные за ${quarterTitle(period)} сохранены. Google отвечает медленно, время выполнения истекает: закройте период ещё раз, работа продолжится с того же места.`,
  ]);
}

/** On every refusal the tabs are opened again. */
function consolidated(opened: OpenedBook, closing: Closing): ConsolidationRun {
  try {
    return consolidateNow(opened, 'координатор', { name: closing.id, whole: true, withoutRemarks: true });
  } catch (error) {
    if (error instanceof Refusal) undoClosing(opened, closing);
    throw error;
  }
}

/** A period is not closed over a tab that cannot be read: its data would be frozen as absent. */
function refuseUnread(opened: OpenedBook, closing: Closing, { trouble }: ConsolidationRun): void {
  const names = opened.register.schools
    .filter(({ key }) => key in trouble)
    .map(({ key, name }) => `«${name}»: ${trouble[key]}`);
  if (names.length === 0) return;
  undoClosing(opened, closing);
  throw new Refusal(
    `Период не закрыт, введённые данные не изменены. Не читаются вкладки: ${names.join('; ')}. Нажмите «Создать или починить вкладки» и закройте период ещё раз.`,
  );
}

/** Before anything is locked: a snapshot is stored whole or not at all. */
function refuseTooLong(json: string): void {
  if (fitsPeriod(json)) return;
  throw new Refusal(
    `Период не закрыт, ничего не изменено: снимок периода не поместится в книгу (${formatNumber(json.length)} знаков). Сократите длинные тексты на вкладке «Настройки» и закройте период ещё раз.`,
  );
}

/** The snapshot is the mark that the period is closed: what follows can be repeated any number of times. */
function storeSnapshot(
  { book, settings, register }: OpenedBook,
  { results, statuses, trouble, valid, registers }: ConsolidationRun,
): void {
  const periods = readNeeded(book, 'periods');
  const snapshot: Snapshot = {
    period: settings.period,
    schools: register.schools,
    settings: settings.values,
    statuses: Object.fromEntries(results.schools.map(({ key }) => [key, stampedOf(statuses[key])])),
    trouble,
    version: VERSION,
    totals: frozenTotals(programme, results.figures),
    registers: frozenRegisters(programme, registerRowsOf(registers), frozenIn(readPeriods(periods))),
    tabs: valid.tabs,
    when: valid.at,
  };
  const json = canonicalJson(snapshot);
  const row = periodRow({ key: settings.period, closedAt: now(), hash: hashOf(json), json });
  const cells = cellsOf(periodsTab, layoutOf(periodsTab, periods)!, row);
  book
    .sheet('periods')!
    .getRange(periods.length + 1, 1, 1, cells.length)
    .setValues([cells]);
  SpreadsheetApp.flush();
  const stored = readPeriods(readNeeded(book, 'periods')).find((item) => item.key === settings.period);
  if (!stored || stored.json !== json)
    throw new Refusal('Снимок периода не записался полностью. Закройте период ещё раз.');
}
