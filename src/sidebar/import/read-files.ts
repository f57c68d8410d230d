import {
  captionsOfFile,
  type FileReading,
  recogniseFile,
  SchoolFinder,
  type Stranger,
  type Taught,
  UnreadableFile,
} from '../../import';
import type { ImportContents, SchoolAlias } from '../../model/import-panel';
import type { Going } from './subjects';

/** A file as it was chosen: it does not leave the browser. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadFile {
  readonly name: string;
  readonly reading: FileReading | null;
  /** Why it cannot be read at all. */
  readonly problem: string;
  /** Captions of a table that nobody has recognised. */
  readonly captions: readonly string[];
}

/** What was said of a school that is called otherwise: its key, `''` for none of ours; by `keyOfStranger`. */
export type Said = Readonly<Record<string, string>>;

export const keyOfStranger = ({ by, value }: Pick<Stranger, 'by' | 'value'>): string => `${by} ${value}`;

/** What is to be remembered of what was said; of a sheet that names no school there is nothing. */
export function aliasesOf(said: Said): SchoolAlias[] {
  return Object.entries(said).flatMap(([key, school]) => {
    const [by, ...value] = key.split(' ') as [Stranger['by'], ...string[]];
    return by === 'sheet' || school === '' ? [] : [{ school, by, value: value.join(' ') }];
  });
}

/** Schools that were said to be none of ours. */
const foreignIn = (said: Said): Pick<SchoolAlias, 'by' | 'value'>[] =>
  Object.entries(said).flatMap(([key, school]) => {
    const [by, ...value] = key.split(' ') as [Stranger['by'], ...string[]];
    return by === 'sheet' || school !== '' ? [] : [{ by, value: value.join(' ') }];
  });

export function readFiles(
  files: readonly ChosenFile[],
  { schools, municipality }: ImportContents,
  said: Said,
  taught: Taught,
): ReadFile[] {
  const unnamed = said[keyOfStranger({ by: 'sheet', value: '' })];
  const finder = new SchoolFinder({
    ...{ schools, municipality, aliases: aliasesOf(said), foreign: foreignIn(said) },
    ...(unnamed ? { unnamed } : {}),
  });
  return files.map(({ name, bytes }) => {
    try {
      const reading = recogniseFile(bytes, finder, taught);
      return { name, reading, problem: '', captions: reading.kind ? [] : captionsOfFile(bytes, finder) };
    } catch (error) {
      // What a damaged file makes of a reader is told without its text, which may hold a name.
      const problem = error instanceof UnreadableFile ? problemOf(error) : 'файл повреждён: скачайте его заново';
      return { name, reading: null, problem, captions: [] };
    }
  });
}

function problemOf({ problem, place: { sheet, row } }: UnreadableFile): string {
  const place = [sheet !== undefined && `лист «${sheet}»`, row !== undefined && `строка ${row}`].filter(Boolean);
  return place.length === 0 ? problem : `${place.join(', ')}: ${problem}`;
}

/** The counts of schools that are for the workbook. A file in which a sum would be incomplete gives nothing. */
export const goingOf = (files: readonly ReadFile[]): Going[] =>
  files
    .flatMap(({ reading }) => (reading && !reading.incomplete ? reading.records : []))
    .map(({ kind, school, sent, form }) => ({ kind, school, counts: sent, form }));

export function strangersOf(files: readonly ReadFile[]): Stranger[] {
  const all = new Map<string, Stranger>();
  for (const stranger of files.flatMap(({ reading }) => reading?.strangers ?? [])) {
    const key = keyOfStranger(stranger);
    all.set(key, { ...stranger, rows: stranger.rows + (all.get(key)?.rows ?? 0) });
  }
  return [...all.values()];
}
