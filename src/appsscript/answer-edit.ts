import { answerEdit } from '../pipeline';
import { programme } from '../programme';
import { TABS } from '../workbook/names';
import { applyEdit } from './apply-edit';
import { localIso } from './run';

const SERVICE = new Set<string>(Object.values(TABS));

type Range = GoogleAppsScript.Spreadsheet.Range;

/** A simple trigger: works as the person editing, without any authorisation; at most six service calls. */
export function answerEditOf({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  if (SERVICE.has(range.getSheet().getName())) return;
  try {
    answerIn(range);
  } catch {
    // Rows were inserted or deleted between reading and writing, so a protected row was in the way: as the tab stands now.
    answerIn(range);
  }
}

function answerIn(range: Range): void {
  const sheet = range.getSheet();
  const edit = {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
  const { patches, toast } = answerEdit(programme, sheet.getDataRange().getValues(), edit, localIso(), () =>
    range.getNumberFormats(),
  );
  for (const patch of patches) applyEdit(sheet, patch);
  if (toast !== '') SpreadsheetApp.getActive().toast(toast, 'Качество образования', 8);
}
