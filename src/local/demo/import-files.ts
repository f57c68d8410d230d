import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Directory, type FileReading, recogniseFile, SchoolFinder, UnreadableFile } from '../../import';
import type { SentCounts } from '../../model';
import { ArgumentError } from './arguments';
import { DatasetError } from './dataset';

/** What `--import` found, by the files' names, in the order they were given. */
export type Readings = ReadonlyMap<string, FileReading>;

/** Reads all of the files before anything is written: one that cannot be read stops them all. */
export function readImports(paths: readonly string[], directory: Directory): Readings {
  const schools = new SchoolFinder(directory);
  const readings = new Map<string, FileReading>();
  for (const path of paths) {
    const name = basename(path);
    if (readings.has(name)) throw new ArgumentError(`--import: два файла с именем «${name}» – переименуйте один.`);
    readings.set(name, readImport(path, name, schools));
  }
  return readings;
}

function readImport(path: string, name: string, schools: SchoolFinder): FileReading {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new DatasetError(path, null, null, `файл не открывается (${code}) – проверьте его.`);
  }
  try {
    return recogniseFile(bytes, schools);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { sheet, row, column } = error.place;
    const file = sheet === undefined ? name : `${name}, лист «${sheet}»`;
    throw new DatasetError(file, row ?? null, column === undefined ? null : String(column), `${error.problem}.`);
  }
}

/** Of such a file nothing is given to the workbook: here nobody can be asked whether it is whole. */
export const isCut = ({ doubts }: FileReading): boolean => doubts.some(({ contradicts }) => contradicts);

/** What the workbook is given: a file in which a sum is incomplete gives nothing. */
export const sentOf = (readings: Readings): SentCounts[] =>
  [...readings.values()]
    .filter((reading) => !reading.incomplete && !isCut(reading))
    .flatMap(({ records }) => records.map(({ kind, school, sent }) => ({ kind, school, counts: sent })));

/** `import.json`. */
export const importJson = (readings: Readings): string => {
  const files = [...readings].map(([name, { kind, records, refused, skipped, about, remarks }]) => [
    name,
    {
      kind,
      records: records.map(({ counts }) => counts),
      refused,
      skipped,
      ...about,
      ...(kind === null ? { note: remarks.join('; ') } : {}),
    },
  ]);
  return `${JSON.stringify({ files: Object.fromEntries(files) }, null, 1)}\n`;
};
