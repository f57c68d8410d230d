import type { Decoration } from '../../src/model';

/** How a cell looks when all that covers it has been painted, one over another. */
export function lookAt(decorations: readonly Decoration[], row: number, column: number): Partial<Decoration> {
  const covering = decorations.filter(
    (area) =>
      row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
  );
  return Object.assign({}, ...covering.map(({ row: _, column: __, rows: ___, columns: ____, ...look }) => look));
}
