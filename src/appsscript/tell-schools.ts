import type { Figure, Patch } from '../model';
import { type Consolidation, ownResultsOf, ownResultsPatches, type SchoolGrid } from '../pipeline';
import { programme } from '../programme';
import { schoolTab } from '../workbook/names';
import { applyPatch } from './book';
import type { OpenedBook } from './opened-book';
import { outOfTime } from './run';
import { readWhole, type TabReader } from './tab-reader';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Told {
  readonly reader: TabReader;
  /** Totals of the same kind of result a year before. */
  readonly yearAgo: readonly Figure[];
}

/** Writes «Ваши итоги» on the tabs that have been handed in, where they say something else by now. */
export function tellSchools(
  { book }: OpenedBook,
  found: Consolidation,
  tabs: readonly SchoolGrid[],
  { reader, yearAgo }: Told,
): void {
  const ownResults = ownResultsOf(programme, found, yearAgo);
  for (const { school, grid } of tabs) {
    const sheet = book.sheet(schoolTab(school.key));
    if (!grid || !sheet || school.key in found.trouble) continue;
    const wanted = ownResults(school.key);
    const patches = ownResultsPatches(school.key, grid, wanted);
    if (patches.length === 0) continue;
    if (outOfTime()) return;
    // What was read by an earlier run may have moved since.
    const fresh = reader.isFresh(sheet) ? patches : ownResultsPatches(school.key, readWhole(sheet), wanted);
    for (const patch of fresh) writeBelow(sheet, patch);
  }
}

/** A tab of an older version, or one whose last rows people have deleted, has to grow. */
function writeBelow(sheet: Sheet, patch: Extract<Patch, { kind: 'values' }>): void {
  try {
    applyPatch(sheet, patch);
  } catch (error) {
    const missing = patch.row + patch.values.length - 1 - sheet.getMaxRows();
    if (missing <= 0) throw error;
    sheet.insertRowsAfter(sheet.getMaxRows(), missing);
    applyPatch(sheet, patch);
  }
}
