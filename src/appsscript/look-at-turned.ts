import { layoutSentences } from '../messages';
import { type PeriodKey, quarterTitle, shiftPeriod } from '../model';
import {
  type ClosedPeriod,
  type ClosedTab,
  closedTabs,
  correctionsOf,
  factsOf,
  type KeptTabs,
  readPeriods,
  readSchoolTab,
  snapshotOf,
  typedSince,
} from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { Refusal, readNeeded } from './book';
import type { OpenedBook } from './opened-book';
import { unpack } from './pack';
import { closedDataOf } from './stored';
import { readWhole } from './tab-reader';
import { ownerOf } from './turn-tabs';
import { refuseChanged } from './verify-closed';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A closed period as it can be opened again. */
export interface Reopenable {
  readonly closed: ClosedPeriod;
  readonly tabOf: (school: string) => ClosedTab;
  /** How many corrections were made since. */
  readonly corrections: number;
  /** Answers about whole forms and what was remembered of rows were kept with it. */
  readonly isWhole: boolean;
}

/** The closed period that is wanted, its rows being what was frozen; the workbook is read for it as a whole. */
export function reopenable(opened: OpenedBook, period: PeriodKey): Reopenable {
  const closed = readPeriods(readNeeded(opened.book, 'periods')).find(({ key }) => key === period);
  if (!closed) throw new Refusal(`${quarterTitle(period)} не закрыт: открывать снова нечего.`);
  const data = closedDataOf(opened);
  refuseChanged(data, [period]);
  const { kept } = snapshotOf(closed);
  const tabs = kept === undefined ? null : (JSON.parse(unpack(kept)) as KeptTabs);
  const corrections = correctionsOf(programme, data.rows, period).length;
  return { closed, corrections, tabOf: closedTabs(programme, data.rows, closed, tabs), isWhole: tabs !== null };
}

/** What stands in the way of turning a tab back. */
export interface TurnedTab {
  readonly school: string;
  readonly what: string;
  /** A school that is gone handed in for the period, and what it typed would have no tab to go to. */
  readonly is: 'typed' | 'unread' | 'gone';
}

/** Null for what is no school's tab, and for one that can be turned back. */
export function lookAtTurned(opened: OpenedBook, sheet: Sheet, { closed, tabOf }: Reopenable): TurnedTab | null {
  const grid = readWhole(sheet);
  const school = ownerOf(opened, sheet, grid);
  const tab = school && readSchoolTab(programme, grid);
  if (!tab || tab.period !== shiftPeriod(closed.key, 1)) return null;
  if (tab.trouble.length > 0)
    return { school: school.name, is: 'unread', what: layoutSentences(tab.trouble, programme.forms) };
  const facts = factsOf(programme, opened.settings, school, closed.key);
  const typed = typedSince(programme, tab, tabOf(school.key).uncorrected, facts);
  return typed.length === 0 ? null : { school: school.name, is: 'typed', what: typed.join(', ') };
}

export const lookAtAll = (opened: OpenedBook, found: Reopenable): TurnedTab[] => [
  ...goneSince(opened, found),
  ...opened.book.others().flatMap((sheet) => lookAtTurned(opened, sheet, found) ?? []),
];

/** Schools of the closed period that have no line in «Школы» any more, or no tab, under whatever name. */
export function goneSince(opened: OpenedBook, { closed }: Reopenable): TurnedTab[] {
  const { book, register } = opened;
  const isListed = (key: string): boolean => register.schools.some((school) => school.key === key);
  const lacking = snapshotOf(closed).schools.filter(({ key }) => !isListed(key) || !book.sheet(schoolTab(key)));
  if (lacking.length === 0) return [];
  const owners = new Set(book.others().map((sheet) => ownerOf(opened, sheet, readWhole(sheet))?.key));
  return lacking
    .filter(({ key }) => !owners.has(key))
    .map(({ key, name }) => ({
      school: name,
      is: 'gone',
      what: isListed(key) ? 'вкладки нет в книге' : 'нет в «Школах»: верните её строку с прежним ключом',
    }));
}
