import type { ConditionalFormat } from '../../book';
import { intersects, type Rect, rectOf, subtract } from '../cells/areas';
import { conventionsOf } from '../cells/conventions';
import { relocateFormula } from '../formula/references';
import type { RangePlace, SheetPlace } from '../place';

/** A rule over other areas. Its formula is written for the first cell of the first area and is said anew for that of the new ones. */
function over(rule: ConditionalFormat, areas: Rect[], place: SheetPlace, said = rule.areas[0]!): ConditionalFormat {
  const [first] = areas;
  if (!first || rule.criteria !== 'CUSTOM_FORMULA') return { ...rule, areas };
  const { decimal } = conventionsOf(place.book.locale);
  const formula = String(rule.arguments[0]);
  const along = relocateFormula(formula, decimal, first.row - said.row, first.column - said.column);
  return { ...rule, areas, arguments: [along] };
}

/** Clearing formats takes the conditional ones along [D: Range.clearFormat]. */
export function clearConditions(place: SheetPlace, area: Rect): void {
  const { sheet } = place;
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((rule) => {
    if (!rule.areas.some((one) => intersects(one, area))) return [rule];
    const left = rule.areas.flatMap((one) => subtract(one, area));
    return left.length > 0 ? [over(rule, left, place)] : [];
  });
}

/** Pasting brings along the rules of what is copied in place of those that were there; on the same sheet a rule just covers more cells [K]. */
export function pasteConditions(from: RangePlace, to: RangePlace, target: Rect, transposed: boolean): void {
  const copied = from.sheet.conditionalFormats
    .map((rule) => ({ rule, areas: rule.areas.filter((area) => intersects(area, from.area)) }))
    .filter(({ areas }) => areas.length > 0);
  if (copied.length > 0 && transposed)
    from.host.fail('Pasting conditional formats transposed is not implemented', 'Error');
  clearConditions(to, target);
  for (const { rule, areas } of copied) {
    const pasted = areas.flatMap((area) => tiles(overlap(area, from.area), from.area, target));
    const { conditionalFormats: there } = to.sheet;
    const same = from.sheet === to.sheet ? there.find((one) => sameRule(one, over(rule, one.areas, from))) : undefined;
    if (same) same.areas = [...same.areas, ...pasted];
    else there.push(over(rule, pasted, to));
  }
}

const overlap = (a: Rect, b: Rect): Rect => {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
};

/** Where a part of the source comes to lie each time it is repeated; repetitions that touch are one area. */
function tiles(part: Rect, source: Rect, target: Rect): Rect[] {
  const spans = (start: number, size: number, period: number, whole: number): [start: number, size: number][] =>
    size === period
      ? [[0, whole]]
      : Array.from({ length: Math.floor(whole / period) }, (_, at) => [start + at * period, size]);
  const rows = spans(part.row - source.row, part.rows, source.rows, target.rows);
  const columns = spans(part.column - source.column, part.columns, source.columns, target.columns);
  return rows.flatMap(([row, height]) =>
    columns.map(([column, width]) =>
      rectOf({ row: target.row + row, column: target.column + column, rows: height, columns: width }),
    ),
  );
}

const sameRule = (one: ConditionalFormat, other: ConditionalFormat): boolean =>
  JSON.stringify({ ...one, areas: [] }) === JSON.stringify({ ...other, areas: [] });
