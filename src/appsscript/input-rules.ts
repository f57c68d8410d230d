import type { InputRule } from '../model';
import { layoutOf } from '../workbook/keyed-tab';

/** Warns and never rejects: one rejected cell would make a whole paste fail. */
export function validationOf(rule: InputRule): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true).setHelpText(rule.help);
  switch (rule.kind) {
    case 'whole-number':
    case 'number':
      return builder.requireNumberGreaterThanOrEqualTo(0).build();
    case 'list':
      return builder.requireValueInList([...rule.choices], true).build();
    case 'date':
      return builder.requireDate().build();
    case 'rows-of': {
      const range = columnOf(rule);
      return range && builder.requireValueInRange(range, true).build();
    }
  }
}

const TOP = 10;

/** The rows under a key of another tab, wherever people have moved it; null while that tab is not there. */
function columnOf({
  tab,
  name,
  key,
}: Extract<InputRule, { kind: 'rows-of' }>): GoogleAppsScript.Spreadsheet.Range | null {
  const sheet = SpreadsheetApp.getActive().getSheetByName(name);
  const layout =
    sheet && layoutOf({ key: tab, columns: [] }, sheet.getRange(1, 1, TOP, sheet.getLastColumn()).getValues());
  if (!sheet || !layout?.order.includes(key)) return null;
  const first = layout.keysRow + 2;
  return sheet.getRange(first, layout.order.indexOf(key) + 1, sheet.getMaxRows() - first + 1, 1);
}
