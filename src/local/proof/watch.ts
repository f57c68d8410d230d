import { isDue } from '../../domain';
import { isBlank, textOf } from '../../model';
import { rowsOf } from '../../pipeline';
import { programme } from '../../programme';
import { journalTab, readKeyed, readTable, rowsTable, rowsTabName, type SchoolTab, TABS } from '../../workbook';
import type { Desk } from './desk';
import { tabOfSchool } from './disturbances';
import { gridOf, sheetNamed, tabOf } from './school-tab';
import { explained, inWords, type TypedRow } from './typed-rows';

/** The filled rows of a school's tab at one moment, form by form, in words. */
export interface Snapshot {
  readonly period: string;
  readonly rows: string;
}

interface WrittenRow {
  readonly form: string;
  readonly identity: string;
  readonly cells: string;
  readonly explanation: string;
  /** Rows that nobody was asked for and nobody began are no data. */
  readonly counts: boolean;
}

const rowsInWords = (tab: SchoolTab): WrittenRow[] =>
  [...tab.blocks.values()].flatMap((block) => {
    const { form } = block;
    const keys = Object.keys(form.fields);
    return rowsOf(tab, block).map(({ raw }) => ({
      form: form.key,
      identity: form.identity.map((key) => raw.cells[key] ?? '').join('/'),
      cells: inWords(form.key, raw.cells),
      explanation: raw.explanation,
      counts: isDue(form, tab.period) || keys.some((key) => !form.fields[key]!.carried && !isBlank(raw.cells[key]!)),
    }));
  });

export function snapshotOf(desk: Desk, school: string): Snapshot {
  const tab = tabOf(tabOfSchool(desk, school));
  const rows = rowsInWords(tab).filter(({ counts }) => counts);
  return { period: tab.period, rows: rows.map(({ form, cells }) => form + cells).join('\n') };
}

/** What the consolidated tabs say a school has typed for a period, in the same words. */
export function publishedRows(desk: Desk, school: string, period: string): string {
  return programme.forms
    .flatMap((form) =>
      readTable(rowsTable(form), gridOf(sheetNamed(desk.runtime.book, rowsTabName(form))))
        .filter((cells) => textOf(cells.school) === school && textOf(cells.period) === period)
        .map(
          (cells) =>
            `${form.key}|${Object.keys(form.fields)
              .map((key) => cells[`field:${key}`] ?? '')
              .join('|')}|`,
        ),
    )
    .join('\n');
}

/** Follows what was accepted from schools and what was published of it while runs go on. */
export class Watch {
  private readonly typed = new Map<string, TypedRow>();
  /** By period: what stood on each school's tab when it was read for the last publication. */
  private readonly published = new Map<string, ReadonlyMap<string, readonly Snapshot[]>>();
  /** What the run under way has read so far; more than one where it may have read a tab again. */
  private readonly reading = new Map<string, readonly Snapshot[]>();
  private stamp: string;

  constructor(
    private readonly desk: Desk,
    private readonly schools: readonly string[],
  ) {
    this.stamp = this.lastRun();
    for (const school of schools) this.accept(school);
  }

  /** All that stands on a school's tab now was typed and accepted. */
  accept(school: string): void {
    const tab = tabOf(tabOfSchool(this.desk, school));
    for (const { form, identity, cells, explanation } of rowsInWords(tab)) {
      const key = `${tab.period}/${school}/${form}/${identity}`;
      this.typed.set(key, { school, form, cells });
      if (explanation !== '') this.typed.set(`${key}/explanation`, { school, form, cells: explained(explanation) });
    }
  }

  accepted(): TypedRow[] {
    return [...this.typed.values()];
  }

  read(school: string): void {
    this.reading.set(school, [...(this.reading.get(school) ?? []), snapshotOf(this.desk, school)]);
  }

  /** A publication since the last look was made by the run under way. */
  look(): void {
    this.lookFor(this.reading);
  }

  /** Lets another run go from its start to its end: a publication is of what stands there now. */
  during<T>(run: () => T): T {
    this.look();
    const standing = new Map(this.schools.map((school) => [school, [snapshotOf(this.desk, school)]]));
    const result = run();
    this.lookFor(standing);
    return result;
  }

  private lookFor(snapshots: ReadonlyMap<string, readonly Snapshot[]>): void {
    const stamp = this.lastRun();
    if (stamp === this.stamp) return;
    this.stamp = stamp;
    const [first] = snapshots.values();
    if (first) this.published.set(first[0]!.period, new Map(snapshots));
  }

  /** Schools whose published rows are not what stood on their tab when it was read. */
  mixed(): string[] {
    return [...this.published].flatMap(([period, snapshots]) =>
      [...snapshots].flatMap(([school, read]) => {
        const found = publishedRows(this.desk, school, period);
        // Left out and named, see `leftOut`.
        if (found === '' || read.some(({ rows }) => rows === found)) return [];
        return [`${school} ${period}: ${firstLine(read[0]!.rows, found)}`];
      }),
    );
  }

  /** Schools of the last publication whose tab could be read and was not. */
  leftOut(): string[] {
    return [...this.published].flatMap(([period, snapshots]) =>
      [...snapshots].flatMap(([school, read]) =>
        read.every(({ rows }) => rows !== '') && publishedRows(this.desk, school, period) === '' ? [school] : [],
      ),
    );
  }

  /** The number of the last finished run. */
  private lastRun(): string {
    const { rows } = readKeyed(journalTab, gridOf(sheetNamed(this.desk.runtime.book, TABS.journal)));
    return String(rows.filter(({ data }) => data !== '').at(-1)?.stamp ?? '');
  }
}

function firstLine(wanted: string, found: string): string {
  const [one, other] = [wanted.split('\n'), found.split('\n')];
  const at = Math.max(
    0,
    one.findIndex((line, index) => line !== other[index]),
  );
  return `«${one[at] ?? ''}» was published as «${other[at] ?? ''}»`;
}
