import { type Form, formatNumber, type Grid, type PeriodKey, quoted, shiftPeriod } from '../model';
import {
  type ChangedRow,
  type ClosedPeriod,
  changedForms,
  changedPlaces,
  changedRows,
  changedShown,
  correctionsBeside,
  formsWithStrangeCorrections,
  type KeptCorrections,
  type KeptRows,
  type KeyedRow,
  periodsOnTable,
  periodsWithoutSnapshot,
  readPeriods,
  rowOfPeriod,
  type ShownAgain,
  type ShownGrids,
  type Snapshot,
  shownAgain,
  splitByPeriod,
  splitShown,
  statusTable,
  totalsOfClosed,
} from '../pipeline';
import { programme } from '../programme';
import { rowsTabName, TABS } from '../workbook/names';
import { Refusal } from './book';
import { hashOf } from './hash';
import { unpack } from './pack';

/** What stands in the workbook of closed periods. */
export interface ClosedData {
  readonly periods: Grid;
  /** Consolidated tabs by form key. */
  readonly rows: Readonly<Record<string, Grid>>;
  /** The tabs that are made of these, where they are looked at, too. */
  readonly shown?: ShownGrids;
  readonly open: PeriodKey;
}

/** Data of a closed period that are not those that were frozen. */
export interface ClosedTrouble {
  readonly period: PeriodKey;
  readonly words: string;
  /** What can be put back; nothing where the snapshot itself is damaged. */
  readonly form?: Form;
  readonly frozen?: readonly KeyedRow[];
  readonly corrections?: KeptCorrections | null;
  /** What a tab that is made of the rows showed and is to show again. */
  readonly shown?: ShownAgain;
  /** There are rows and no snapshot: it was deleted, or the period is open and the settings name another one. */
  readonly unknown?: true;
}

/** A snapshot is trusted as long as its hash is that of its text. */
export const isSound = ({ json, hash }: ClosedPeriod): boolean => hashOf(json) === hash;

const TOLD = 3;

/** Everything of these closed periods that has been changed since, named with tab and row; all of them without `which`. */
export function closedTrouble(data: ClosedData, which?: readonly PeriodKey[]): ClosedTrouble[] {
  const periods = readPeriods(data.periods);
  const pieces = splitByPeriod(programme, data.rows);
  const shown = splitShown(programme, data.shown ?? {});
  const wanted = periods.filter(({ key }) => !which || which.includes(key));
  const known = new Set([...periods.map(({ key }) => key), data.open]);
  const lost = periodsWithoutSnapshot(data.rows, programme, known).filter((period) => !which || which.includes(period));
  return [
    ...lost.map((period) => ({
      period,
      words: `«${TABS.periods}»: нет снимка периода ${period}, а его строки в своде есть`,
      unknown: true as const,
    })),
    ...wanted.flatMap((period) => {
      if (!isSound(period)) return [damagedSnapshot(data.periods, period.key)];
      return [...changesOf(data, period, pieces(period.key)), ...changesShown(data, period, shown(period.key))];
    }),
  ];
}

/** Periods that «Состояние» has rows of and no snapshot: it was deleted, or such a row was typed there. */
export function lostSnapshots({ periods, open }: Pick<ClosedData, 'periods' | 'open'>, status: Grid): string[] {
  const table = statusTable(programme.forms);
  const known = new Set([...readPeriods(periods).map(({ key }) => key), open]);
  return [...periodsOnTable(table, status)].flatMap(([period, [row, ...more]]) =>
    known.has(period)
      ? []
      : [
          `«${table.name}», строка ${row}${more.length > 0 ? ` и ещё ${more.length}` : ''}: нет снимка периода ${period} на вкладке «${TABS.periods}». Если этот период закрывали, верните его строку через «Файл», «История версий»; если лишняя эта строка «${table.name}», удалите её.`,
        ],
  );
}

/** Tabs that are made of the rows and do not show what they showed. */
function changesShown(data: ClosedData, period: ClosedPeriod, piece: ShownGrids): ClosedTrouble[] {
  const changed = changedShown(programme, piece, period).map(({ key }) => key);
  if (changed.length === 0) return [];
  return againOf(data, period.key)
    .filter(({ table }) => changed.includes(table.key))
    .map((again) => {
      const { others, gone } = changedPlaces(data.shown![again.table.key]!, period, again);
      const places = [
        ...others.map((row) => `строка ${row} изменена`),
        ...(gone > 0 ? [`нет строк: ${formatNumber(gone)}`] : []),
      ];
      return { period: period.key, shown: again, words: changedWords(again.table.name, period.key, places) };
    });
}

/** What the tabs that are made of the rows are to show of a closed period. */
export function againOf({ periods, rows }: ClosedData, key: PeriodKey): ShownAgain[] {
  const all = totalsOfClosed(programme, readPeriods(periods).filter(isSound), rows);
  const period = all.find((each) => each.key === key);
  return period?.frozen ? shownAgain(programme, all, period, keptRows(period.frozen)) : [];
}

/** The rows that were frozen with a period; null where there was no room for them, or an older version kept none. */
function keptRows({ json }: ClosedPeriod): KeptRows | null {
  const { rows } = JSON.parse(json) as Snapshot;
  return rows === undefined ? null : (JSON.parse(unpack(rows)) as KeptRows);
}

/** What is not as it was frozen, or as it was corrected, form by form. */
function changesOf(data: ClosedData, period: ClosedPeriod, piece: Readonly<Record<string, Grid>>): ClosedTrouble[] {
  const snapshot = JSON.parse(period.json) as Snapshot;
  const kept = keptRows(period);
  const corrections = keptCorrections(period);
  const changed = changedForms(programme, snapshot, piece);
  const strange = corrections
    ? formsWithStrangeCorrections(programme, correctionsBeside(programme, piece, period.key), corrections)
    : [];
  return programme.forms
    .filter((form) => changed.includes(form) || strange.includes(form))
    .map((form) => {
      const trouble = changedForm(form, data.rows[form.key]!, period.key, kept?.[form.key]);
      const words = changed.includes(form)
        ? trouble.words
        : `${quoted(rowsTabName(form))}, период ${period.key}: изменены исправления`;
      return { ...trouble, words, corrections };
    });
}

/** The corrections that were made of a closed period; null where an older version did not keep them. */
const keptCorrections = ({ corrections }: ClosedPeriod): KeptCorrections | null => {
  try {
    return corrections === undefined ? null : (JSON.parse(unpack(corrections)) as KeptCorrections);
  } catch {
    // Whatever stands beside the rows is then strange.
    return {};
  }
};

const damagedSnapshot = (grid: Grid, period: PeriodKey): ClosedTrouble => ({
  period,
  words: `«${TABS.periods}», строка ${rowOfPeriod(grid, period)}: изменён снимок периода ${period}`,
});

function changedForm(form: Form, grid: Grid, period: PeriodKey, frozen?: readonly KeyedRow[]): ClosedTrouble {
  if (!frozen) return { period, words: `${quoted(rowsTabName(form))}: изменены строки периода ${period}` };
  const places = changedRows(form, grid, period, frozen).map(placeOf);
  return { period, form, frozen, words: changedWords(rowsTabName(form), period, places) };
}

function changedWords(tab: string, period: PeriodKey, places: readonly string[]): string {
  const more = places.length > TOLD ? ` и ещё ${places.length - TOLD}` : '';
  const words = places.length === 0 ? 'изменены строки' : places.slice(0, TOLD).join('; ') + more;
  return `${quoted(tab)}, период ${period}: ${words}`;
}

function placeOf({ row, what, frozen }: ChangedRow): string {
  if (what === 'gone') return `нет строки ${frozen?.row} школы ${quoted(String(frozen?.['school-name'] ?? ''))}`;
  return `строка ${row} ${what === 'changed' ? 'изменена' : 'лишняя'}`;
}

/** Whether «Вернуть как было» can put it back. */
export const isReturnable = ({ form, shown }: ClosedTrouble): boolean => Boolean(form ?? shown);

const IN_VERSIONS = 'верните прежние данные через «Файл», «История версий»';

/** Both ways out: what was frozen comes back, and what was meant is entered as a correction. */
export function wayOut(found: readonly ClosedTrouble[]): string {
  const lost = found.filter((trouble) => !isReturnable(trouble));
  if (lost.length === 0)
    return 'Нажмите «Настройка», «Создать или починить вкладки» и ответьте «Да» на «Вернуть как было»; если число закрытого периода надо изменить, затем внесите его через «Исправить закрытый период…».';
  return lost.every(({ unknown }) => unknown)
    ? `Если этот период ещё не закрыт, верните его в «Настройки», «Отчётный период»; если закрыт, ${IN_VERSIONS}.`
    : `В${IN_VERSIONS.slice(1)}.`;
}

export const troubleWords = (found: readonly ClosedTrouble[]): string =>
  `Данные закрытых периодов изменены: ${found.map(({ words }) => words).join('; ')}. ${wayOut(found)}`;

/** A closed period is printed as it was frozen and corrected, or not at all. */
export function refuseChanged(data: ClosedData, which?: readonly PeriodKey[]): void {
  const found = closedTrouble(data, which);
  if (found.length > 0) throw new Refusal(troubleWords(found));
}

/** A snapshot that can be read no more, whatever else is called by the same period. */
export function refuseDamaged(periods: Grid, period: PeriodKey): never {
  throw new Refusal(troubleWords([damagedSnapshot(periods, period)]));
}

const DAY = 24 * 60 * 60 * 1000;

/** The periods that a consolidation looks at: the one it is compared with, and at night one of the others in turn. */
export function periodsToVerify(open: PeriodKey, closed: readonly PeriodKey[], older: boolean): PeriodKey[] {
  const compared = shiftPeriod(open, -4);
  const others = closed.filter((period) => period !== compared);
  const turn = older && others.length > 0 ? [others[Math.floor(Date.now() / DAY) % others.length]!] : [];
  return [...closed.filter((period) => period === compared), ...turn];
}
