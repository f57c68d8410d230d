import type { ConditionalFormat } from '../../book';
import type { Rect } from '../cells/areas';
import { type Axis, relocateFormula, type Shift, shiftReferences } from '../formula/references';

export interface Shifting {
  axis: Axis;
  shift: Shift;
  /** Where an area comes to lie; nothing when it is gone. */
  moved(area: Rect): Rect[];
  /** Whether a reference means the sheet whose rows or columns move. */
  concerns(sheet: string | undefined): boolean;
  decimal: string;
}

/** Conditional formats after rows or columns moved: their areas, and the formulas written for the first cell of the first area. */
export const shiftConditions = (rules: readonly ConditionalFormat[], shifting: Shifting): ConditionalFormat[] =>
  rules.flatMap((rule) => {
    const areas = rule.areas.flatMap(shifting.moved);
    const [first] = areas;
    if (!first) return [];
    if (rule.criteria !== 'CUSTOM_FORMULA') return [{ ...rule, areas }];
    const formula = shiftFormula(String(rule.arguments[0]), rule.areas, first, shifting);
    return [{ ...rule, areas, arguments: [formula] }];
  });

/** The first cell may be another one now, since the old one was deleted or moved: the formula is said for that one before it follows. */
function shiftFormula(
  formula: string,
  before: readonly Rect[],
  first: Rect,
  { axis, shift, concerns, decimal }: Shifting,
): string {
  const key = axis === 'rows' ? 'row' : 'column';
  const source = before.map((area) => sourceOf(area, key, axis, shift, first)).find((found) => found !== undefined);
  if (source === undefined) return formula;
  const along = source - before[0]![key];
  const said =
    axis === 'rows' ? relocateFormula(formula, decimal, along, 0) : relocateFormula(formula, decimal, 0, along);
  return shiftReferences(said, decimal, axis, shift, concerns);
}

/** The row or column of an area that is now the first one. */
function sourceOf(area: Rect, key: 'row' | 'column', axis: Axis, shift: Shift, first: Rect): number | undefined {
  const size = axis === 'rows' ? area.rows : area.columns;
  for (let at = area[key]; at < area[key] + size; at++) if (shift(at, 1)?.start === first[key]) return at;
  return undefined;
}
