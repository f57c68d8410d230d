import type { EditPatch } from '../model';
import { notationOf } from './notation';

/** Applies what an edit is answered with: of all that a workbook is made of, only this is needed at every keystroke. */
export function applyEdit(sheet: GoogleAppsScript.Spreadsheet.Sheet, patch: EditPatch): void {
  switch (patch.kind) {
    case 'values':
      sheet.getRange(patch.row, patch.column, patch.values.length, patch.values[0]!.length).setValues(patch.values);
      return;
    case 'format':
      sheet.getRangeList(patch.areas.map((area) => notationOf(area))).setNumberFormat(patch.format);
      return;
    case 'hide-rows':
      sheet.hideRows(patch.row, patch.count);
      return;
    case 'show-rows':
      sheet.showRows(patch.row, patch.count);
      return;
    default: {
      const never: never = patch;
      throw new Error(`unknown patch ${JSON.stringify(never)}`);
    }
  }
}
