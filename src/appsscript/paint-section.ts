import type { Decoration, InputRule, Section } from '../model';
import { layoutOf } from '../workbook/keyed-tab';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

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

/**
 * Writes a section's values and looks: each property for the whole section in one call, so that the cost does not grow
 * with the number of forms. Formats go before values, so that «1-4» stays what it is.
 */
export function paintSection(sheet: Sheet, { values, decorations }: Section): void {
  const width = Math.max(
    ...values.map((row) => row.length),
    ...decorations.map((decoration) => decoration.column + decoration.columns - 1),
  );
  const range = sheet.getRange(1, 1, values.length, width);
  const paint = <T>(of: (decoration: Decoration) => T | undefined, plain: T, set: (grid: T[][]) => void) => {
    const grid = values.map(() => Array<T>(width).fill(plain));
    let used = false;
    for (const decoration of decorations) {
      const value = of(decoration);
      if (value === undefined) continue;
      used = true;
      for (let row = 0; row < decoration.rows; row += 1) {
        grid[decoration.row - 1 + row]?.fill(value, decoration.column - 1, decoration.column - 1 + decoration.columns);
      }
    }
    if (used) set(grid);
  };
  paint<string | null>(
    (d) => d.background,
    null,
    (grid) => range.setBackgrounds(grid as string[][]),
  );
  paint<string | null>(
    (d) => d.color,
    null,
    (grid) => range.setFontColors(grid as string[][]),
  );
  paint(
    (d) => (d.bold ? 'bold' : undefined),
    'normal',
    (grid) => range.setFontWeights(grid as GoogleAppsScript.Spreadsheet.FontWeight[][]),
  );
  paint(
    (d) => (d.italic ? 'italic' : undefined),
    'normal',
    (grid) => range.setFontStyles(grid as GoogleAppsScript.Spreadsheet.FontStyle[][]),
  );
  paint(
    (d) => d.size,
    10,
    (grid) => range.setFontSizes(grid),
  );
  paint(
    (d) => (d.wrap ? true : undefined),
    false,
    (grid) => range.setWraps(grid),
  );
  paint<string | null>(
    (d) => d.align,
    null,
    (grid) => range.setHorizontalAlignments(grid as 'left'[][]),
  );
  paint(
    (d) => d.format,
    'General',
    (grid) => range.setNumberFormats(grid),
  );
  range.setValues(values.map((row) => [...row, ...Array<string>(width - row.length).fill('')]));
  paint<string | null>(
    (d) => d.note,
    null,
    (grid) => range.setNotes(grid),
  );
}
