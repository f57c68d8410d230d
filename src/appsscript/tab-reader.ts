import type { Grid } from '../model';
import { gridFromJson, gridToJson, isWhole } from '../pipeline';
import { forget, remember, remembered } from './remembered';
import { outOfTime, Unfinished } from './run';
import { asShown } from './shown-dates';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a run that stopped has read, kept in the cache: how many pieces of each sheet, by the sheet's id. */
interface Reading {
  readonly purpose: string;
  readonly id: string;
  /** When the first of them was read, at the earliest. */
  readonly since: number;
  readonly pieces: Readonly<Record<string, number>>;
}

const PROPERTY = 'reading';
/** The cache takes 100 KB a value; a Russian letter is two bytes. */
const PIECE = 50_000;
const PIECES_AT_ONCE = 50;
const KEPT_SECONDS = 6 * 60 * 60;
const MINUTE = 60 * 1000;
/** What somebody waits for is not made of old readings. */
const FRESH_MINUTES = 15;

/** All cells of a tab; once more when a row came or went between measuring it and reading it. */
export function readWhole(sheet: Sheet): Grid {
  try {
    const grid = sheet.getDataRange().getValues();
    if (isWhole(grid)) return asShown(grid);
  } catch {
    // The range measured reached beyond the tab; a tab that cannot be read at all throws again below.
  }
  return asShown(sheet.getDataRange().getValues());
}

/**
 * Reads many tabs. When time runs out it keeps in the cache what it has read and stops the run; the next run of the same
 * purpose goes on from there. What the cache has lost by then is read again.
 */
export class TabReader {
  private readonly before: Reading | null;
  private readonly stored: boolean;
  private readonly kept: Readonly<Record<string, Grid>>;
  private readonly fresh = new Map<string, Grid>();
  private readonly started = Date.now();

  /** `purpose` tells runs apart that must not take one another's readings. */
  constructor(
    private readonly purpose: string,
    freshMinutes = FRESH_MINUTES,
  ) {
    const reading = keptReading();
    this.stored = reading !== null;
    this.before = reading?.purpose === purpose && this.started - reading.since < freshMinutes * MINUTE ? reading : null;
    this.kept = this.before ? recalled(this.before) : {};
  }

  read(sheet: Sheet): Grid {
    const id = String(sheet.getSheetId());
    const kept = this.kept[id];
    if (kept) return kept;
    if (outOfTime()) this.stop();
    const grid = readWhole(sheet);
    this.fresh.set(id, grid);
    return grid;
  }

  /** False for a tab that was read by the run before: it may have changed since. */
  isFresh(sheet: Sheet): boolean {
    return this.fresh.has(String(sheet.getSheetId()));
  }

  /** After the last tab: when reading took long, what is made of it gets a run of its own. */
  finish(): void {
    if (this.fresh.size > 0 && outOfTime(0.5)) this.stop();
  }

  /** When the first tabs were read, if that was not in this run. */
  get since(): Date | null {
    return this.before ? new Date(this.before.since) : null;
  }

  /** Before anything is made of it: neither this reading nor another's is taken for news again. */
  forget(): void {
    if (this.stored) forget(PROPERTY);
  }

  private stop(): never {
    const read = this.keep();
    throw new Unfinished('Вкладки прочитаны не все', [
      `Прочитано вкладок: ${read}. Google отвечает медленно, время выполнения истекает: запустите эту команду ещё раз, она продолжит с того же места.`,
    ]);
  }

  /** For the run that goes on with what this one could not end; gives how many tabs it need not read. */
  keep(): number {
    const { purpose, fresh } = this;
    const { id, since, pieces } = this.before ?? { id: Utilities.getUuid(), since: this.started, pieces: {} };
    const reading = { purpose, id, since, pieces: { ...pieces, ...keep(id, fresh) } };
    remember(PROPERTY, JSON.stringify(reading));
    return Object.keys(reading.pieces).length;
  }
}

function keptReading(): Reading | null {
  const stored = remembered(PROPERTY);
  return stored === null ? null : (JSON.parse(stored) as Reading);
}

/** A run of that purpose has stopped and not gone on. */
export const isReading = (purpose: string): boolean => keptReading()?.purpose === purpose;

const pieceKey = (id: string, sheet: string, index: number): string => `${id}/${sheet}/${index}`;

function* portions<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += PIECES_AT_ONCE) yield items.slice(at, at + PIECES_AT_ONCE);
}

function keep(id: string, tabs: ReadonlyMap<string, Grid>): Record<string, number> {
  const cache = CacheService.getDocumentCache()!;
  const counts: Record<string, number> = {};
  const pieces: [string, string][] = [];
  for (const [sheet, grid] of tabs) {
    const json = gridToJson(grid);
    const count = Math.ceil(json.length / PIECE);
    for (let index = 0; index < count; index += 1)
      pieces.push([pieceKey(id, sheet, index), json.slice(index * PIECE, (index + 1) * PIECE)]);
    counts[sheet] = count;
  }
  for (const portion of portions(pieces)) cache.putAll(Object.fromEntries(portion), KEPT_SECONDS);
  return counts;
}

function recalled({ id, pieces }: Reading): Record<string, Grid> {
  const cache = CacheService.getDocumentCache()!;
  const keysOf = ([sheet, count]: [string, number]) =>
    Array.from({ length: count }, (_, index) => pieceKey(id, sheet, index));
  const found: Record<string, string> = {};
  for (const portion of portions(Object.entries(pieces).flatMap(keysOf))) Object.assign(found, cache.getAll(portion));
  return Object.fromEntries(
    Object.entries(pieces).flatMap((entry) => {
      const parts = keysOf(entry).map((key) => found[key]);
      return parts.every((part) => part !== undefined) ? [[entry[0], gridFromJson(parts.join(''))]] : [];
    }),
  );
}
