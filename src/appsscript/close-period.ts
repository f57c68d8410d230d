import { canonicalJson, type PeriodKey, quarterTitle, type RawRow, shiftPeriod } from '../model';
import {
  columnFormats,
  FIRST_ROW,
  periodCells,
  publishedTables,
  readPeriods,
  readSchoolTab,
  rollTab,
  rowsOfPeriod,
  SETTING_VALUE_COLUMN,
  type Snapshot,
  SPARE_ROWS_BELOW,
  settingRow,
  snapshotOf,
  stampOf,
} from '../pipeline';
import { programme } from '../programme';
import { rowsTab, schoolTab } from '../workbook/names';
import { Refusal, readNeeded } from './book';
import { type ConsolidationRun, consolidateNow, type OpenedBook, openForRun, summary } from './consolidate';
import { hashOf } from './hash';
import { type Actor, exclusively, now, type Outcome, outOfTime, record } from './run';

const CLOSING = 'Период закрывается: вкладка временно закрыта';

/** Closes the open period: protect, read again and freeze, store the snapshot, turn the tabs to the next period. */
export function closePeriod(period: PeriodKey): Outcome {
  return exclusively(() => {
    const opened = openForRun();
    const { book, settings, register } = opened;
    const mended = mendClosing(opened, 'координатор');
    if (mended) return mended;
    if (settings.period !== period) {
      throw new Refusal(`Период ${period} закрыть нельзя: сейчас открыт ${settings.period}.`);
    }
    const closed = readPeriods(readNeeded(book, 'periods'));
    if (closed.some((item) => item.key === period)) return finishClosing(opened, 'координатор');
    markClosing(period);
    protectTabs(opened);
    const consolidation = consolidateNow(opened, 'координатор');
    refuseUnread(opened, consolidation);
    storeSnapshot(opened, consolidation);
    const outcome = finishClosing(opened, 'координатор');
    return { ...outcome, lines: [...summary(consolidation, register), ...outcome.lines] };
  });
}

/** A period is not closed over a tab that cannot be read: its data would be frozen as absent. */
function refuseUnread(opened: OpenedBook, { trouble }: ConsolidationRun): void {
  const names = opened.register.schools
    .filter(({ key }) => key in trouble)
    .map(({ key, name }) => `«${name}»: ${trouble[key]}`);
  if (names.length === 0) return;
  releaseTabs(opened);
  unmarkClosing();
  throw new Refusal(`Период не закрыт, ничего не изменено. Не читаются вкладки: ${names.join('; ')}.`);
}

const CLOSING_KEY = 'closing';

/** Set before the first tab is protected and removed after the last is released: a run that dies in between is known by it. */
const markClosing = (period: PeriodKey): void => {
  PropertiesService.getDocumentProperties().setProperty(CLOSING_KEY, period);
};

const unmarkClosing = (): void => {
  PropertiesService.getDocumentProperties().deleteProperty(CLOSING_KEY);
};

/**
 * What a closing that died has left: with its snapshot stored it is finished, without one it is undone. Null when there
 * is nothing to mend.
 */
export function mendClosing(opened: OpenedBook, who: Actor): Outcome | null {
  if (PropertiesService.getDocumentProperties().getProperty(CLOSING_KEY) === null) return null;
  const periods = readPeriods(readNeeded(opened.book, 'periods'));
  if (periods.some((item) => item.key === opened.settings.period)) return finishClosing(opened, who);
  releaseTabs(opened);
  unmarkClosing();
  return null;
}

/** Schools cannot change a tab while it is being frozen; what they typed before stays. */
function protectTabs({ book, register }: OpenedBook): void {
  for (const { key } of register.schools) {
    const sheet = book.sheet(schoolTab(key));
    if (!sheet) continue;
    const protection = sheet
      .getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns())
      .protect()
      .setDescription(CLOSING);
    protection.removeEditors(protection.getEditors());
  }
  SpreadsheetApp.flush();
}

/** Every sheet is looked at, not only the register's: a school may have left it since the tabs were closed. */
function releaseTabs({ book }: OpenedBook): void {
  for (const sheet of book.spreadsheet.getSheets()) {
    for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
      if (protection.getDescription() === CLOSING || isUnnamedLock(protection)) protection.remove();
    }
  }
}

/** A run that died between making the lock and naming it. */
function isUnnamedLock(protection: GoogleAppsScript.Spreadsheet.Protection): boolean {
  if (protection.getDescription() !== '') return false;
  const range = protection.getRange();
  return range.getRow() === 1 && range.getColumn() === 1 && range.getNumRows() > FIRST_ROW && range.getNumColumns() > 2;
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
      results.schools.map(({ key }) => [key, statuses[key]?.startsWith('сдано') ? statuses[key]! : 'не сдано']),
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
export function finishClosing(opened: OpenedBook, who: Actor): Outcome {
  const { book, settings, register } = opened;
  const next = shiftPeriod(settings.period, 1);
  const frozen = frozenRows(opened);
  const kept: string[] = [];
  let turned = 0;
  for (const school of register.schools) {
    if (outOfTime()) return unfinished(opened, turned);
    const grid = book.read(schoolTab(school.key));
    if (!grid) continue;
    const tab = readSchoolTab(programme, grid);
    turned += 1;
    if (tab.period !== settings.period) continue;
    if (tab.trouble.length > 0)
      throw new Refusal(`Закрытие не завершено: не читается вкладка «${school.name}». Почините её и повторите.`);
    const roll = rollTab(programme, grid, frozen.get(school.key) ?? [], next);
    book.apply(roll.patches);
    if (roll.kept.length > 0)
      kept.push(`${school.name}: строки ${roll.kept.join(', ')} не вошли в закрытый период и оставлены`);
  }
  makeRoom(opened);
  releaseTabs(opened);
  switchPeriod(opened, next);
  unmarkClosing();
  const title = `${quarterTitle(settings.period)} закрыт`;
  record(book, { who, what: 'Период закрыт', stamp: '', details: [title, ...kept].join('. ') });
  return { title, lines: [`Открыт ${quarterTitle(next)}`, ...kept] };
}

/** Closing goes on at the next click or the next night; until then no consolidation touches the closed period. */
const unfinished = ({ register, settings }: OpenedBook, turned: number): Outcome => ({
  title: `${quarterTitle(settings.period)} закрывается`,
  lines: [
    `Данные сохранены. Переведены вкладки ${turned} из ${register.schools.length}, время выполнения истекает: закройте период ещё раз, работа продолжится с того же места.`,
  ],
  more: true,
});

/** What was frozen of the period, by school, read back from the consolidated tabs. */
function frozenRows({ book, settings }: OpenedBook): Map<string, RawRow[]> {
  const stored = readPeriods(readNeeded(book, 'periods')).find((item) => item.key === settings.period)!;
  const { stamp } = snapshotOf(stored);
  const bySchool = new Map<string, RawRow[]>();
  for (const form of programme.forms) {
    const grid = readNeeded(book, rowsTab(form));
    if (stampOf(grid) !== stamp)
      throw new Refusal(`Вкладка «${form.title}» собрана другим сводом, чем снимок периода.`);
    for (const row of rowsOfPeriod(form, grid, settings.period)) {
      bySchool.set(row.school, [...(bySchool.get(row.school) ?? []), row]);
    }
  }
  return bySchool;
}

/** Free rows above the closed ones, so that the new period's consolidation need not grow the tabs. */
function makeRoom({ book, settings }: OpenedBook): void {
  for (const table of publishedTables(programme)) {
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
    formats.forEach((format, index) => {
      sheet.getRange(FIRST_ROW, index + 1, free, 1).setNumberFormat(format);
    });
  }
}

function switchPeriod({ book }: OpenedBook, next: PeriodKey): void {
  const row = settingRow(readNeeded(book, 'settings'), 'period');
  book.sheet('settings')!.getRange(row, SETTING_VALUE_COLUMN).setValue(next);
}
