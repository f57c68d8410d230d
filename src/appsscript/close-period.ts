import { canonicalJson, formatNumber, type PeriodKey, quarterTitle, shortList, shortName } from '../model';
import {
  cellsOf,
  closedSlip,
  fitsPeriod,
  frozenIn,
  frozenRegisters,
  frozenScores,
  frozenTotals,
  isHalfClosed,
  layoutOf,
  periodOfTab,
  periodRow,
  periodsTab,
  publishedRows,
  readPeriods,
  registerRowsOf,
  rowsToKeep,
  type Snapshot,
  type StandingPeriods,
  shownStamps,
  widestSnapshot,
} from '../pipeline';
import { programme } from '../programme';
import { Refusal, readNeeded } from './book';
import { type ConsolidationRun, consolidateNow, summary } from './consolidate';
import { finished, giveUp } from './finish-closing';
import { hashOf } from './hash';
import { continuedClosing } from './mend';
import { type OpenedBook, openForRun, tellOfSchools } from './opened-book';
import { pack } from './pack';
import { NOTHING_KNOWN, readRegisters } from './registers';
import { now, type Outcome, outOfTime, Unfinished } from './run';
import { closedAndShown, wasClosedBefore } from './stored';
import { refuseSchoolsLeftOut } from './stray-tabs';
import { lockTabs } from './tab-locks';
import { readWhole } from './tab-reader';
import { beginClosing, type Closing } from './underway';
import { refuseChanged } from './verify-closed';
import { VERSION } from './version';

/** Closes the open period: lock, read again and freeze, store the snapshot, turn the tabs to the next period. */
export function closePeriod(period: PeriodKey): Outcome {
  const opened = openForRun();
  const { book, settings, register } = opened;
  const begun = continuedClosing(opened);
  const closed = readPeriods(readNeeded(book, 'periods')).map(({ key }) => key);
  if (closed.includes(settings.period)) {
    if (!begun) refuseTurned(opened, closed);
    return finished(opened, begun ?? beginClosing(settings.period));
  }
  if (settings.period !== period) {
    throw new Refusal(`Период ${period} закрыть нельзя: сейчас открыт ${settings.period}.`);
  }
  refuseSlip({ open: period, closed, tabs: [] });
  tellOfSchools(opened);
  refuseSchoolsLeftOut(opened, begun);
  if (closed.length > 0 || wasClosedBefore(opened)) refuseChanged(closedAndShown(opened));
  if (!begun) refuseTooLong(widest(opened));
  const { closing, consolidation } = frozen(opened, begun ?? beginClosing(period));
  stopInTime(period);
  const outcome = finished(opened, closing, publishedRows(programme, consolidation.publish));
  return { ...outcome, lines: [...summary(consolidation, register), ...outcome.lines] };
}

function widest(opened: OpenedBook): string {
  const registers = registerRowsOf(readRegisters(opened, NOTHING_KNOWN));
  return canonicalJson(widestSnapshot(programme, opened.settings, opened.register.schools, registers));
}

/** Locks the tabs, reads them once more and stores what they hold; where that fails all is as if it had not begun. */
function frozen(opened: OpenedBook, begun: Closing): { closing: Closing; consolidation: ConsolidationRun } {
  let closing = begun;
  try {
    closing = lockTabs(opened, begun);
    const purpose = { name: closing.id, whole: true, withoutRemarks: true };
    const consolidation = consolidateNow(opened, 'координатор', purpose);
    refuseUnread(opened, consolidation);
    storeSnapshot(opened, consolidation);
    return { closing, consolidation };
  } catch (error) {
    return giveUp(opened, closing, error);
  }
}

function refuseSlip(standing: StandingPeriods): void {
  const slip = closedSlip(standing);
  if (slip) throw new Refusal(`Период не закрыт. ${slip}`);
}

/** A closed period is gone on with only while some tab still stands in it: otherwise it was typed by mistake. */
function refuseTurned({ book, settings }: OpenedBook, closed: readonly PeriodKey[]): void {
  const tabs = book.others().flatMap((sheet) => periodOfTab(readWhole(sheet)) ?? []);
  const standing = { open: settings.period, closed, tabs };
  if (!isHalfClosed(standing)) refuseSlip(standing);
}

/** The snapshot is stored: the next click goes on with turning the tabs. */
function stopInTime(period: PeriodKey): void {
  if (!outOfTime()) return;
  throw new Unfinished('Период закрывается', [
    `Данные за ${quarterTitle(period)} сохранены. Google отвечает медленно, время выполнения истекает: закройте период ещё раз, работа продолжится с того же места.`,
  ]);
}

/** A message has so much room for what a repair mends without it. */
const ROOM = 170;

/** A period is not closed over a tab that cannot be read: its data would be frozen as absent. */
function refuseUnread({ register }: OpenedBook, { trouble, forPeople }: ConsolidationRun): void {
  const unread = register.schools.filter(({ key }) => key in trouble);
  // What no repair mends is told first: it is in the way after a repair, too.
  const first = unread.find(({ key }) => forPeople.includes(key)) ?? unread[0];
  if (!first) return;
  const names = [first, ...unread.filter((school) => school !== first)].map(({ name }) => `«${shortName(name)}»`);
  const which = `Период не закрыт, данные не изменены. Не читаются вкладки: ${shortList(names, 45)}`;
  const why = `${which}${unread.length > 1 ? '. Первая' : ''}: ${trouble[first.key]}.`;
  if (forPeople.includes(first.key)) throw new Refusal(`${why} Потом закройте период ещё раз.`);
  const repair = 'Нажмите «Создать или починить вкладки» и повторите.';
  throw new Refusal(`${`${why} ${repair}`.length <= ROOM ? why : `${which}.`} ${repair}`);
}

/** Before anything is locked: a snapshot is stored whole or not at all. */
function refuseTooLong(json: string): void {
  if (fitsPeriod(json)) return;
  throw new Refusal(
    `Период не закрыт, ничего не изменено: снимок периода не поместится в книгу (${formatNumber(json.length)} знаков). Сократите длинные тексты на вкладке «Настройки» и закройте период ещё раз.`,
  );
}

/** The snapshot is the mark that the period is closed: what follows can be repeated any number of times. */
function storeSnapshot({ book, settings, register }: OpenedBook, consolidation: ConsolidationRun): void {
  const { results, submissions, scores, trouble, valid, registers } = consolidation;
  const periods = readNeeded(book, 'periods');
  const snapshot: Snapshot = {
    period: settings.period,
    schools: register.schools,
    settings: settings.values,
    statuses: submissions,
    trouble,
    version: VERSION,
    totals: frozenTotals(programme, results.figures),
    scores: frozenScores(scores),
    registers: frozenRegisters(programme, registerRowsOf(registers), frozenIn(readPeriods(periods))),
    tabs: valid.tabs,
    when: valid.at,
  };
  const json = withRows(snapshot, consolidation);
  const row = periodRow({
    key: settings.period,
    closedAt: now(),
    hash: hashOf(json),
    json,
    corrections: pack('{}'),
    shown: shownStamps(programme, consolidation.shownGrids, settings.period),
  });
  const cells = cellsOf(periodsTab, layoutOf(periodsTab, periods)!, row);
  const place = book.sheet('periods')!.getRange(periods.length + 1, 1, 1, cells.length);
  place.setValues([cells]);
  SpreadsheetApp.flush();
  const stored = readPeriods(readNeeded(book, 'periods')).find((item) => item.key === settings.period);
  if (stored?.json === json) return;
  // What is left of it would say that the period is closed.
  place.clearContent();
  throw new Refusal('Период не закрыт: снимок периода не записался полностью. Закройте период ещё раз.');
}

/** With the rows themselves, so that they can be put back, and what stood beside them; without what finds no place. */
function withRows(snapshot: Snapshot, { publish, keptTabs }: ConsolidationRun): string {
  const rows = pack(canonicalJson(rowsToKeep(programme, publish)));
  const kept = pack(canonicalJson(keptTabs()));
  const [json] = [
    { ...snapshot, rows, kept },
    { ...snapshot, rows },
  ]
    .map(canonicalJson)
    .filter(fitsPeriod);
  return json ?? canonicalJson(snapshot);
}
