import {
  counted,
  type Figure,
  type PeriodKey,
  quarterTitle,
  type Score,
  shiftPeriod,
  shortList,
  shortName,
  shortNames,
} from '../model';
import {
  type ClosedPeriod,
  type Consolidation,
  carriedFigures,
  collectedUntil,
  consolidate,
  type EarlierYear,
  figuresRequest,
  holdUntil,
  isSubmitted,
  isUnread,
  journalMoves,
  notCountedWords,
  once,
  overviewRequest,
  type PublishRequest,
  periodOfTab,
  periodSlip,
  type Register,
  type RunMoment,
  readPeriods,
  registerRowsOf,
  registerSummary,
  remarksOf,
  type SchoolGrid,
  type ShownGrids,
  scoresAtClosing,
  scoreTargets,
  seenStatuses,
  type TakenRegister,
  totalsOfClosed,
  type ValidRun,
  validRun,
  yearsBefore,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { unlockAccepted } from './accepted-lock';
import { Refusal, readNeeded } from './book';
import { evolveInTime } from './evolve-tabs';
import { lookAtClosed } from './look-at-closed';
import { mend } from './mend';
import { type OpenedBook, openForRun, tellOfSchools } from './opened-book';
import { publishPanel } from './panel-tab';
import { type Planned, publish } from './publish';
import { settleRegisters } from './registers';
import { type Actor, inWords, localIso, now, type Outcome, outOfTime, record, Unfinished } from './run';
import { locateSchoolTabs } from './school-tabs';
import { readWhole, TabReader } from './tab-reader';
import { tellSchools } from './tell-schools';
import { underway } from './underway';
import { isSound } from './verify-closed';

/** A consolidation with what was noticed about the tabs. */
export interface ConsolidationRun extends Consolidation {
  readonly notes: readonly string[];
  readonly registers: readonly TakenRegister[];
  readonly scores: readonly Score[];
  readonly valid: ValidRun;
  /** The tabs that are made of the rows, as far as they were looked at as a whole. */
  readonly shownGrids: ShownGrids;
}

/** Whose reading it is when it goes on from a run that stopped. */
export interface Purpose {
  readonly name: string;
  readonly freshMinutes?: number;
  /** Remarks are not written: the tabs are about to be turned. */
  readonly withoutRemarks?: boolean;
  /** The consolidated tabs are looked at as a whole: what stands there is going to be frozen. */
  readonly whole?: boolean;
  /** One closed period more is looked at, another one every day. */
  readonly older?: boolean;
}
export const BY_CLICK: Purpose = { name: 'click' };
/** It goes on every hour, and nobody types at night. */
export const BY_NIGHT: Purpose = { name: 'night', freshMinutes: 5 * 60, older: true };

/** Takes all tabs in, publishes, names the run in the journal, which makes it the valid one, and writes changed remarks. */
export function consolidateNow(opened: OpenedBook, who: Actor, purpose = BY_CLICK): ConsolidationRun {
  const { book, settings, register } = opened;
  const began = localIso();
  const reader = new TabReader(`${purpose.name} ${settings.period}`, purpose.freshMinutes);
  const { tabs: located, notes } = locateSchoolTabs(book, register.schools, (sheet) => reader.read(sheet));
  reader.finish();
  const periodsGrid = readNeeded(book, 'periods');
  const periods = readPeriods(periodsGrid);
  refuseSlip(settings.period, periods, located);
  const { tabs, told } = goneOnWith(reader, () => evolveInTime(opened, located, who));
  reader.forget();
  const at = localIso();
  const stamp = `${now('yyyyMMdd-HHmmss')}-${Utilities.getUuid().slice(0, 4)}`;
  const read = reader.since ? [`Часть вкладок прочитана раньше, начиная с ${inWords(reader.since)}.`] : [];
  const journal = book.read('journal');
  const moves = journal ? journalMoves(journal, settings.period) : new Map();
  const moment = { at, last: journal && validRun(journal), moves };
  const found = consolidate({ programme, settings, tabs, ...moment });
  refuseUnread(found, register);
  const closedData = lookAtClosed(settings.period, periodsGrid, purpose);
  const earlier = once(() => {
    const years = yearsBefore(settings.period);
    const compared = periods.filter((period) => years.includes(period.key) && isSound(period));
    return totalsOfClosed(programme, compared, closedData.rows);
  });
  const sound = periods.filter(isSound);
  const carried = once((): readonly Figure[] => {
    const last = holdUntil(settings.period);
    const totals = totalsOfClosed(
      programme,
      sound.filter(({ key }) => last.includes(key)),
      closedData.rows,
    );
    return carriedFigures(programme, totals, {
      ...{ key: settings.period, totalsOf: found.results.totalsOf },
      ...{ schools: register.schools, settings: settings.values },
    });
  });
  const collected = collectedUntil(sound, { key: settings.period, statuses: found.submissions });
  const registers = settleRegisters(opened, { figures: found.results.figuresOf, collected }, sound);
  const scored = (results: Consolidation['results']) =>
    scoreTargets(programme, {
      ...{ settings: settings.values, schools: register.schools, results, at },
      ...{ registers: registerRowsOf(registers), earlier: scoresAtClosing(sound) },
    });
  const targets = scored(found.results);
  const shown = found.counted ? scored(found.shown) : targets;
  const published = goneOnWith(reader, () =>
    publish(book, [...withYears(found, { earlier, carried }, at), shown.publish], closedData.looking),
  );
  const seen = seenStatuses(found.statuses, reader.since ? localIso(reader.since) : began);
  const valid = { period: settings.period, ...published, seen };
  const result = {
    ...found,
    scores: targets.scores,
    registers,
    valid,
    shownGrids: closedData.shown,
    notes: [...closedData.told(), ...notes, ...told, ...read, ...registerSummary(registers)],
  };
  record(book, { who, what: 'Свод собран', stamp, details: summary(result, register).join(' '), data: valid }, journal);
  // No figure stands on it alone: where time is short it says the same with the next run.
  if (!outOfTime())
    publishPanel(book, {
      ...{ programme, settings, schools: register.schools, figures: found.results.figures, scores: targets.lines },
      ...{ at: published.at, today: at.slice(0, 10) },
      registers: registerRowsOf(registers),
      status: found.publish.find(({ table }) => table.key === 'status')?.rows ?? [],
    });
  if (!purpose.withoutRemarks) {
    if (!writeRemarks(opened, result, reader, moment)) {
      reader.keep();
      throw new Unfinished('Свод собран, замечания записаны не все', [...summary(result, register), REMARKS_LEFT]);
    }
    for (const key of found.unaccepted) unlockAccepted(book.sheet(schoolTab(key))!);
    const yearAgo = earlier().find(({ key }) => key === shiftPeriod(settings.period, -4))?.totals ?? [];
    tellSchools(opened, result, tabs, { reader, yearAgo });
  }
  return result;
}

/** What a run that stops while it writes has read is not read again by the next one. */
function goneOnWith<T>(reader: TabReader, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unfinished) reader.keep();
    throw error;
  }
}

/** Figures beside those of earlier years: what is corrected of these is known once the tabs of rows are planned. */
function withYears(
  { publish: all, shown, counted }: Consolidation,
  { earlier, carried }: { earlier: () => readonly EarlierYear[]; carried: () => readonly Figure[] },
  at: string,
): Planned[] {
  const made: Readonly<Record<string, (about: Parameters<typeof figuresRequest>[2]) => PublishRequest>> = {
    figures: (about) => figuresRequest(programme, shown, about, earlier(), carried()),
    overview: (about) => overviewRequest(programme, shown, about, carried()),
  };
  return all.map((request) => {
    const later = made[request.table.key];
    return later ? () => later({ period: request.period, at, counted }) : request;
  });
}

/** Nothing is published for a period that is closed, or is not the one that schools fill. */
function refuseSlip(open: PeriodKey, periods: readonly ClosedPeriod[], tabs: readonly SchoolGrid[]): void {
  const standing = tabs.flatMap(({ grid }) => (grid && periodOfTab(grid)) ?? []);
  const slip = periodSlip({ open, closed: periods.map(({ key }) => key), tabs: standing });
  if (slip) throw new Refusal(`Свод не собран. ${slip}`);
}

/** A message has so much room for reasons, and so much for names alone. */
const [ROOM, WIDE] = [80, 170];
/** …and for reasons at the most. */
const MOST = 125;

/** Without a single tab nothing is published over what was: most likely the period or the names are wrong, not the data. */
function refuseUnread(found: Consolidation, { schools, trouble }: Register): void {
  if (!isUnread(found)) return;
  if (schools.length === 0)
    throw new Refusal(
      `Свод не собран, прежний оставлен: в «Школах» нет ни одной школы. ${trouble[0] ?? 'Впишите их.'}`,
    );
  const words = schools.map(({ key, name }) => `«${shortName(name)}»: ${found.trouble[key]}`);
  const reasons = shortList(words, ROOM, '; ');
  const told =
    reasons.length <= MOST
      ? reasons
      : `${shortNames(
          schools.map(({ name }) => name),
          ROOM,
        )}. Нажмите «Создать или починить вкладки»`;
  throw new Refusal(`Свод не собран, прежний оставлен: не прочитана ни одна вкладка школы. ${told}.`);
}

const REMARKS_LEFT =
  'Google отвечает медленно, время выполнения истекает: запустите эту команду ещё раз, она запишет остальные замечания.';

/** Those of a tab that was read by an earlier run are made anew: its rows may have moved since. False when time ran out. */
function writeRemarks(
  { book, settings, register }: OpenedBook,
  { remarks }: ConsolidationRun,
  reader: TabReader,
  moment: RunMoment,
): boolean {
  for (const remark of remarks) {
    if (outOfTime()) return false;
    const sheet = book.sheet(remark.tab)!;
    if (reader.isFresh(sheet)) book.apply([remark]);
    else {
      const school = register.schools.find(({ key }) => schoolTab(key) === remark.tab)!;
      book.apply(remarksOf(programme, settings.period, moment, { school, grid: readWhole(sheet) }));
    }
  }
  return true;
}

/** The run in sentences: how many schools, rows and errors, and who was not counted and why. */
export function summary(
  { results, statuses, trouble, dropped, notes }: ConsolidationRun,
  register: Register,
): string[] {
  const schools = register.schools.length;
  const taken = schools - Object.keys(trouble).length;
  const rows = [...results.checked.values()].flat().flatMap((form) => form.rows);
  const drafts = register.schools.filter(({ key }) => key in statuses && !isSubmitted(statuses[key]!));
  const notHandedIn =
    drafts.length > 0
      ? [
          `Ещё не сдали: ${shortNames(
            drafts.map(({ name }) => name),
            WIDE,
          )}.`,
        ]
      : [];
  const names = new Map(register.schools.map((school) => [school.key, school.name]));
  return [
    `${quarterTitle(results.period)}: собрано школ ${taken} из ${schools}, ${counted(rows.length, 'строка', 'строки', 'строк')}.`,
    ...notHandedIn,
    ...notCountedWords(results, names),
    ...Object.entries(trouble).map(
      ([school, why]) => `Не прочитана вкладка «${shortName(names.get(school)!)}»: ${why}.`,
    ),
    ...dropped,
    ...notes,
    ...register.trouble,
    ...register.doubts,
  ];
}

export function runConsolidation(who: Actor, purpose = BY_CLICK): Outcome {
  const opened = openForRun();
  tellOfSchools(opened);
  const work = underway();
  const mended = mend(opened, who);
  // A period that has come to be open again is collected in the same run.
  if (mended && work && 'reopened' in work) {
    const { lines, ...rest } = runConsolidation(who, purpose);
    return { ...rest, lines: [`${mended.title}.`, ...mended.lines, ...lines] };
  }
  if (mended) return mended;
  return { title: 'Свод собран', lines: summary(consolidateNow(opened, who, purpose), opened.register) };
}
