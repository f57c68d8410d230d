import { isDate } from '../../model';
import type { CellState, CellStyle, ConditionalFormat } from '../google/book';
import { displayCell } from '../google/sheets';
import { intersects } from '../google/sheets/cells/areas';
import { conventionsOf } from '../google/sheets/cells/conventions';
import { evaluateFormula, type Site } from '../google/sheets/formula/formula';
import { relocateFormula } from '../google/sheets/formula/references';
import { accepts } from '../google/sheets/rules/validation-check';

/** The look that the tab's conditional formats give a cell; the first rule that holds wins, as in Sheets. */
export function conditionalStyle(cell: CellState | undefined, site: Site): CellStyle | undefined {
  const at = { row: site.row, column: site.column, rows: 1, columns: 1 };
  const rule = site.sheet.conditionalFormats.find(
    (each) => each.areas.some((area) => intersects(area, at)) && holds(each, cell, site),
  );
  if (!rule) return undefined;
  const { background, color, bold, italic } = rule;
  return {
    ...(background && { background }),
    ...(color && { color }),
    ...(bold && { bold }),
    ...(italic && { italic }),
  };
}

function holds({ criteria, arguments: given, areas }: ConditionalFormat, cell: CellState | undefined, site: Site) {
  const value = cell?.value ?? '';
  if (criteria === 'CELL_EMPTY') return value === '';
  if (criteria === 'CELL_NOT_EMPTY') return value !== '';
  if (criteria === 'CUSTOM_FORMULA') {
    const [first] = areas;
    const { decimal } = conventionsOf(site.book.locale);
    // References are written for the first cell of the rule and go along with the others.
    const formula = relocateFormula(String(given[0]), decimal, site.row - first!.row, site.column - first!.column);
    return evaluateFormula(formula, site) === true;
  }
  if (value === '') return false;
  if (criteria.startsWith('DATE_') && !isDate(value)) return false;
  if (criteria === 'TEXT_STARTS_WITH' || criteria === 'TEXT_ENDS_WITH') {
    const text = displayCell(cell, site.book.locale, site.book.timeZone).toLowerCase();
    const wanted = String(given[0]).toLowerCase();
    return criteria === 'TEXT_STARTS_WITH' ? text.startsWith(wanted) : text.endsWith(wanted);
  }
  const validation = { criteria, arguments: given, allowInvalid: true, help: null };
  return accepts(validation, { ...site, value, format: cell?.format, pending: () => undefined });
}
