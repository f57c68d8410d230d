import type { CellState, SheetState } from '../google/book';
import { touchFormulas } from '../google/sheets';
import type { Runtime } from '../runtime';
import type { DriveFile, InstalledTrigger } from '../runtime/world';

/** Everything that outlives a run, apart from the runtime it was made in: the workbook, properties, files, triggers. */
export interface KeptWorld {
  readonly sheets: readonly SheetState[];
  readonly editors: ReadonlySet<string>;
  readonly properties: Readonly<Record<string, string>>;
  readonly files: readonly DriveFile[];
  readonly triggers: readonly InstalledTrigger[];
  readonly now: number;
  /** How many ids its runtimes may have given out, so that none is given twice. */
  readonly ids: number;
}

const OLD = 'kept-';
/** More than any of the runs here needs. */
const IDS = 64;

/** Styles and rules are shared: nobody changes them in place. */
const copyOfCell = (cell: CellState | undefined): CellState | undefined => cell && { ...cell };

const copyOfSheet = ({ cells, ...rest }: SheetState): SheetState => ({
  ...structuredClone(rest),
  cells: cells.map((row) => row?.map(copyOfCell)),
});

/** Deep copies, so that whatever is done in either world leaves the other as it is. */
export function keepWorld(runtime: Runtime, ids = 0): KeptWorld {
  let properties = JSON.stringify(documentProperties(runtime).getProperties());
  const files = runtime.files.map((file) => {
    properties = properties.split(file.id).join(OLD + file.id);
    return { ...structuredClone({ ...file, bytes: null }), bytes: file.bytes, id: OLD + file.id };
  });
  return {
    sheets: runtime.book.sheets.map(copyOfSheet),
    editors: new Set(runtime.book.editors),
    properties: JSON.parse(properties),
    files,
    triggers: structuredClone(runtime.triggers).map((trigger) => ({ ...trigger, id: OLD + trigger.id })),
    now: runtime.now(),
    ids: ids + IDS,
  };
}

/** Puts a kept world into a runtime that has given out so many ids at least. */
export function reviveWorld(runtime: Runtime, kept: KeptWorld, ids: number): void {
  for (const list of [
    runtime.files,
    runtime.triggers,
    runtime.shown,
    runtime.failures,
    runtime.logs,
    runtime.answers,
  ]) {
    list.length = 0;
  }
  runtime.book.sheets = kept.sheets.map(copyOfSheet);
  runtime.book.editors = new Set(kept.editors);
  touchFormulas(runtime.book);
  documentProperties(runtime).setProperties({ ...kept.properties }, true);
  runtime.files.push(
    ...kept.files.map((file) => ({ ...structuredClone({ ...file, bytes: null }), bytes: file.bytes })),
  );
  runtime.triggers.push(...structuredClone(kept.triggers as InstalledTrigger[]));
  const utilities = runtime.globals.Utilities as GoogleAppsScript.Utilities.Utilities;
  for (let index = ids; index < kept.ids; index += 1) utilities.getUuid();
  runtime.calls.reset();
}

export const documentProperties = (runtime: Runtime): GoogleAppsScript.Properties.Properties =>
  (runtime.globals.PropertiesService as GoogleAppsScript.Properties.PropertiesService).getDocumentProperties();
