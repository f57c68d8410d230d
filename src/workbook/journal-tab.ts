import { type Grid, type PeriodKey, type Stamped, type TabHistory, textOf } from '../model';
import { type KeyedRow, type KeyedTab, readKeyed, wordsColumn as words } from './keyed-tab';
import { TABS } from './names';

/** «Журнал»: who did what, when, by role and in words. The newest line is the last. */
export const journalTab: KeyedTab = {
  key: 'journal',
  name: TABS.journal,
  help: 'Кто, что и когда сделал с книгой. Последняя запись – самая новая.',
  columns: [
    words('when', 'Когда', 140),
    words('who', 'Кто', 160),
    words('what', 'Что', 220),
    { ...words('stamp', 'Номер свода', 170), hidden: true },
    words('details', 'Подробности', 700),
    { ...words('data', 'Служебные данные', 100), hidden: true },
  ],
  spare: 500,
};

export interface JournalLine {
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly stamp: string;
  readonly details: string;
  /** What the line says to the add-on. */
  readonly data?: ValidRun | { readonly move: JournalMove } | { readonly reminded: Reminded };
}

/** What the coordinator has done with a school's tab. */
export interface JournalMove extends Stamped, Pick<TabHistory, 'handedIn'> {
  readonly school: string;
  readonly period: PeriodKey;
}

/** Letters that have gone to schools which owe. */
export interface Reminded {
  readonly period: PeriodKey;
  /** Which of the letters that a school gets in a period. */
  readonly stage: string;
  readonly schools: readonly string[];
  /** Local ISO. */
  readonly at: string;
}

/** A finished consolidation: from its line in the journal on it is the valid one. */
export interface ValidRun {
  readonly period: PeriodKey;
  /** When the data that it published last changed: «2023-06-25T10:00». */
  readonly at: string;
  /** Stamp of each published tab. */
  readonly tabs: Readonly<Record<string, string>>;
  readonly seen?: SeenStatuses;
  /** The period was opened again by it: what is published follows with the next consolidation. */
  readonly reopened?: true;
}

/** What a consolidation saw of the schools' statuses: by this the next one believes what they say of time. */
export interface SeenStatuses {
  /** When it began to read, local ISO. */
  readonly at: string;
  /** When each school's tab was handed in that was; the others it saw as drafts. */
  readonly handedIn: Readonly<Record<string, string>>;
}

const LONGEST = 45_000;

export const journalRow = ({ data, details, ...line }: JournalLine): KeyedRow => ({
  ...line,
  details: details.slice(0, LONGEST),
  data: data ? JSON.stringify(data) : '',
});

/** The last consolidation that was finished; null when there was none, or none by this version. */
export function validRun(grid: Grid): ValidRun | null {
  const lines = readKeyed(journalTab, grid).rows.filter(({ data }) => textOf(data) !== '');
  for (const { data } of lines.reverse()) {
    const run = parsed(String(data));
    if (run) return run;
  }
  return null;
}

const dataOf = (grid: Grid): unknown[] =>
  readKeyed(journalTab, grid).rows.flatMap(({ data }) => {
    const json = textOf(data);
    if (!json.startsWith('{')) return [];
    try {
      return [JSON.parse(json) as unknown];
    } catch {
      return [];
    }
  });

/** The coordinator's last word about each school's tab in a period: schools cannot write into the journal. */
export const journalMoves = (grid: Grid, period: PeriodKey): Map<string, JournalMove> =>
  movesAmong(dataOf(grid), period);

/** Of these, what was done after the last consolidation. */
export function movesSinceRun(grid: Grid, period: PeriodKey): Map<string, JournalMove> {
  const lines = dataOf(grid);
  const last = lines.reduce<number>((found, line, index) => (isRun(line) ? index : found), -1);
  return movesAmong(lines.slice(last + 1), period);
}

function movesAmong(lines: readonly unknown[], period: PeriodKey): Map<string, JournalMove> {
  const moves = new Map<string, JournalMove>();
  for (const line of lines) {
    const { move } = line as { move?: JournalMove };
    if (move?.period === period && (moves.get(move.school)?.at ?? '') <= move.at) moves.set(move.school, move);
  }
  return moves;
}

const isRun = (line: unknown): boolean => {
  const { period, at, tabs } = line as Partial<ValidRun>;
  return Boolean(period && at && tabs);
};

/** The letters of a period. */
export const remindedIn = (grid: Grid, period: PeriodKey): Reminded[] =>
  dataOf(grid).flatMap((item) => {
    const { reminded } = item as { reminded?: Reminded };
    return reminded?.period === period && Array.isArray(reminded.schools) ? [reminded] : [];
  });

function parsed(json: string): ValidRun | null {
  try {
    const run = JSON.parse(json) as ValidRun | null;
    if (!run || !isRun(run)) return null;
    const { period, at, tabs, seen, reopened } = run;
    return {
      ...{ period, at, tabs },
      ...(seen?.at && seen.handedIn ? { seen } : {}),
      ...(reopened === true ? { reopened } : {}),
    };
  } catch {
    return null;
  }
}
