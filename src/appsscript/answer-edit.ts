import { answerEdit, displacedBy } from '../pipeline';
import { programme } from '../programme';
import { applyEdit } from './apply-edit';
import { localIso } from './run';
import { asShown } from './shown-dates';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Works as the person editing, without any authorisation; at most six service calls. */
export function answerEditOf({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  try {
    answerIn(range);
  } catch {
    // Rows were inserted or deleted between reading and writing, so a protected row was in the way: as the tab stands now.
    answerIn(range);
  }
}

/** How often words are moved anew whose row did not stay where it was. */
const TRIES = 3;

function answerIn(range: Range, moved = 0, tries = TRIES): void {
  const sheet = range.getSheet();
  const edit = {
    row: range.getRow() + moved,
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
  const grid = sheet.getDataRange().getValues();
  const { moves, looksAgain, patches, toast } = answerEdit(programme, asShown(grid), edit, localIso(), (area) =>
    sheet.getRange(area.row, area.column, area.rows, area.columns).getNumberFormats(),
  );
  for (const move of moves) {
    applyEdit(sheet, move);
    if (!looksAgain) continue;
    const displaced = displacedBy(move, grid, sheet.getDataRange().getValues());
    if (!displaced) continue;
    // Somebody inserted or deleted a row at that moment: a neighbour's words are given back, then all is done anew.
    applyEdit(sheet, displaced.back);
    if (displaced.by !== null && tries > 0) answerIn(range, moved + displaced.by, tries - 1);
    return;
  }
  for (const patch of patches) applyEdit(sheet, patch);
  if (toast !== '') SpreadsheetApp.getActive().toast(toast, 'Качество образования', 8);
}
