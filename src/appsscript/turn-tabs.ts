import {
  type Grid,
  type PeriodKey,
  quarterTitle,
  type RawRow,
  type School,
  shiftPeriod,
  shortList,
  shortName,
} from '../model';
import {
  factsOf,
  headRowsOf,
  leftToGo,
  mixedForms,
  readPeriods,
  readSchoolTab,
  rollTab,
  rowsOfPeriod,
  type SchoolGrid,
  schoolOf,
  snapshotOf,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { applyPatch, Refusal, readNeeded } from './book';
import type { HeadHeights } from './head-heights';
import type { OpenedBook } from './opened-book';
import { orderedFor } from './put-in-order';
import { consolidatedRows } from './stored';
import { readWhole } from './tab-reader';
import { type Closing, eachOnce } from './underway';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
/** Frozen rows by school. */
export type Frozen = ReadonlyMap<string, readonly RawRow[]>;
/** Told what a person has to look at. */
type Tell = (words: string) => void;

/**
 * Turns every tab that stands in the frozen period to the next one. What has been typed since the freezing stays and is
 * told. Tabs are known by their roles: one may have been renamed. `just` is what this very run has frozen; `heights` gets
 * those of the heads.
 */
export function turnTabs(
  opened: OpenedBook,
  closing: Closing,
  { tell, just, heights }: { tell: (kept: string) => void; just?: Frozen | undefined; heights: HeadHeights },
): Closing {
  const { book, settings } = opened;
  const frozen = just ?? storedRows(opened);
  const next = shiftPeriod(settings.period, 1);
  const turn = (sheet: Sheet): void => {
    // As it stands now, not as it was frozen: no lock keeps the owner of the workbook from typing.
    const grid = readWhole(sheet);
    heights.set(String(sheet.getSheetId()), headRowsOf(grid));
    const school = ownerOf(opened, sheet, grid);
    const tab = school && readSchoolTab(programme, grid);
    if (tab?.period === next) for (const patch of leftToGo(programme, grid)) applyPatch(sheet, patch);
    if (!tab || tab.period !== settings.period) return;
    // It has been damaged since it was frozen: it is turned when it has been repaired.
    if (tab.trouble.length > 0) {
      tell(
        `${shortName(school.name)}: вкладка не читается и осталась в закрытом периоде. Нажмите «Создать или починить вкладки»`,
      );
      return;
    }
    turnTo(opened, school, { sheet, grid, frozen: frozen.get(school.key) ?? [], next }, (words) =>
      tell(`${shortName(school.name)}: ${words}`),
    );
  };
  return eachOnce(closing, 'turned', book.others(), (sheet) => String(sheet.getSheetId()), turn);
}

/** The school whose tab a sheet is; of two with its role, the one with its name. */
export function ownerOf({ book, register }: OpenedBook, sheet: Sheet, grid: Grid): School | undefined {
  const key = schoolOf(grid[0]![0]!);
  const named = book.sheet(schoolTab(key));
  if (named && named.getSheetId() !== sheet.getSheetId()) return undefined;
  return register.schools.find((school) => school.key === key);
}

interface Turn {
  readonly sheet: Sheet;
  readonly grid: Grid;
  readonly frozen: readonly RawRow[];
  readonly next: PeriodKey;
}

function turnTo({ settings }: OpenedBook, school: School, { sheet, grid, frozen, next }: Turn, tell: Tell): void {
  const ordered = orderedFor(sheet, grid);
  const roll = rollTab(programme, ordered ?? grid, frozen, next, factsOf(programme, settings, school, next));
  for (const patch of roll.patches) applyPatch(sheet, patch);
  if (roll.kept.length > 0) tell(`строки ${shortList(roll.kept.map(String))} не вошли в закрытый период и оставлены`);
  if (!ordered)
    tell('новые формы и графы стоят не по порядку программы; поставит их по местам «Создать или починить вкладки»');
}

/** Turns tabs that were left behind in a closed period, being out of reach during its closing. */
export function catchUp(opened: OpenedBook, tabs: readonly SchoolGrid[], closed: readonly PeriodKey[]): string[] {
  const { book, settings } = opened;
  const periodOf = (grid: Grid | null): PeriodKey => {
    const tab = grid && readSchoolTab(programme, grid);
    return tab && tab.trouble.length === 0 ? tab.period : settings.period;
  };
  const behind = tabs.filter(({ grid }) => periodOf(grid) < settings.period);
  if (behind.length === 0) return [];
  const rows = consolidatedRows(book);
  return behind.flatMap(({ school }) => {
    const sheet = book.sheet(schoolTab(school.key))!;
    // As it stands now: it may have been read some time ago.
    const grid = readWhole(sheet);
    const period = periodOf(grid);
    if (!closed.includes(period)) return [];
    const lines = [`Вкладка «${shortName(school.name)}» переведена, теперь на ней ${quarterTitle(settings.period)}`];
    const frozen = frozenRows(rows, period).get(school.key) ?? [];
    turnTo(opened, school, { sheet, grid, frozen, next: settings.period }, (words) =>
      lines.push(`Проверьте: ${words}.`),
    );
    return [lines.join(' ')];
  });
}

/** Of a closing that is gone on with: its rows are read back from the consolidated tabs. */
function storedRows(opened: OpenedBook): Frozen {
  const rows = consolidatedRows(opened.book);
  refuseMixture(opened, rows);
  return frozenRows(rows, opened.settings.period);
}

/** What was frozen must be what was consolidated for the snapshot. */
function refuseMixture({ book, settings }: OpenedBook, rows: Readonly<Record<string, Grid>>): void {
  const stored = readPeriods(readNeeded(book, 'periods')).find((item) => item.key === settings.period)!;
  const { tabs } = snapshotOf(stored);
  // A closing that version 0.1.0 has begun: it kept no stamps.
  if (!tabs) return;
  for (const form of mixedForms(programme, rows, { period: settings.period, tabs }))
    throw new Refusal(`Вкладка «${form.title}» собрана другим сводом, чем снимок периода.`);
}

/** What was frozen of a period, by school, read back from the consolidated tabs. */
export function frozenRows(rows: Readonly<Record<string, Grid>>, period: PeriodKey): Map<string, RawRow[]> {
  const bySchool = new Map<string, RawRow[]>();
  for (const form of programme.forms) {
    for (const row of rowsOfPeriod(form, rows[form.key]!, period)) {
      const own = bySchool.get(row.school);
      if (own) own.push(row);
      else bySchool.set(row.school, [row]);
    }
  }
  return bySchool;
}
