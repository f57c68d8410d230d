import { readFileSync } from 'node:fs';
import { textsOfArchive } from '../../import/archive';
import { ABOUT, type AboutArchive, type ArchiveFiles, archivedTabFile, type Results } from '../../pipeline';
import { createRuntime, type Runtime } from '../runtime';
import { CSV_ROWS, csvRowsFrom, inCsvRows } from './csv-rows';
import { TRAINING } from './mark-training';

/** An archive that cannot be taken: one Russian line. */
export class ArchiveError extends Error {}

/** Unpacks an archive as the panel does in the browser. */
function filesIn(path: string): ArchiveFiles {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new ArchiveError(`${path}: файл не открывается (${(error as NodeJS.ErrnoException).code}) — проверьте его.`);
  }
  const files = textsOfArchive(bytes);
  if (files === null) throw new ArchiveError(`${path}: это не архив .zip, или он повреждён — возьмите другую копию.`);
  return files;
}

/** The moment of the archive: what is counted in days says then what it said. */
function momentOf(files: ArchiveFiles): Date {
  try {
    const moment = new Date((JSON.parse(files[ABOUT] ?? '{}') as Partial<AboutArchive>).at ?? Date.now());
    return Number.isNaN(moment.getTime()) ? new Date() : moment;
  } catch {
    // The add-on will say what is wrong with it.
    return new Date();
  }
}

/** An empty workbook into which an archive has been brought back, consolidated. */
export class RestoredBook {
  private constructor(
    readonly runtime: Runtime,
    private readonly files: ArchiveFiles,
  ) {}

  static from(path: string): RestoredBook {
    const files = filesIn(path);
    const runtime = createRuntime({ now: momentOf(files) });
    try {
      while ((runtime.run('restoreWorkbook', [files]) as { more?: boolean }).more);
    } catch (error) {
      throw new ArchiveError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
    runtime.run('consolidateWorkbook');
    const said = runtime.shown[runtime.shown.length - 1];
    if (said?.title !== 'Свод собран') throw new Error(said && 'message' in said ? said.message : 'no consolidation');
    return new RestoredBook(runtime, files);
  }

  /** Of an invented district. */
  get training(): boolean {
    return this.files[archivedTabFile('settings')]?.includes(TRAINING) ?? false;
  }

  results(): Results {
    const results = this.runtime.run('exportResults', []) as Results;
    const rows = this.files[CSV_ROWS];
    return rows === undefined ? results : inCsvRows(results, csvRowsFrom(rows), true);
  }
}
