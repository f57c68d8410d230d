import { answerEdit } from '../pipeline';
import { programme } from '../programme';
import { TABS } from '../workbook/names';
import { applyPatch } from './book';
import { now } from './run';

const SERVICE = new Set<string>(Object.values(TABS));

/** A simple trigger: works as the person editing, without any authorisation; at most six service calls. */
export function answerEditOf({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  const sheet = range.getSheet();
  if (SERVICE.has(sheet.getName())) return;
  const edit = {
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
  };
  const { patches, toast } = answerEdit(programme, sheet.getDataRange().getValues(), edit, now(), () =>
    range.getNumberFormats(),
  );
  for (const patch of patches) applyPatch(sheet, patch);
  if (toast !== '') SpreadsheetApp.getActive().toast(toast, 'Качество образования', 8);
}
