import type { CellView, RowView, TabLayout } from '../messages';
import { areaOf } from './cells';
import { GridCell } from './grid-cell';
import type { Model } from './model';
import { textWidth } from './text-width';

/** Widths and merges of a tab as its rows need them. */
export interface Geometry {
  layout: TabLayout;
  /** Where each column that stays in sight begins, in pixels; undefined for those that scroll. */
  lefts: (number | undefined)[];
}

interface Props {
  model: Model;
  geometry: Geometry;
  row: number;
  view: RowView | undefined;
  /** The first row not drawn any more, where merged cells end. */
  until: number;
}

export function GridRow({ model, geometry, row, view, until }: Props) {
  const { layout } = geometry;
  const cells = new Map(view?.cells.map((cell) => [cell.column, cell]));
  const chosen = areaOf(model.state.selection);
  const covered = coveredColumns(cells, layout);
  const inRow = row >= chosen.row && row < chosen.row + chosen.rows;
  return (
    <tr data-row={row} aria-rowindex={row + 2} style={{ height: `${layout.heights[row]}px` }}>
      <th scope="row" class="row-number" data-row={row}>
        <button type="button" tabIndex={-1} aria-label={`Строка ${row + 1}, действия`}>
          {row + 1}
        </button>
      </th>
      {layout.widths.map((width, column) => {
        const span = spanOf(layout, row, column, until);
        if (width === 0 || !span) return null;
        const cell = cells.get(column);
        const { selection, draft } = model.state;
        const active = row === selection.row && column === selection.column;
        return (
          <GridCell
            key={column}
            model={model}
            row={row}
            column={column}
            cell={cell}
            span={span}
            left={geometry.lefts[column]}
            room={cell ? roomOf(cell, cells, layout) : 0}
            covered={covered.has(column)}
            active={active}
            chosen={inRow && column >= chosen.column && column < chosen.column + chosen.columns}
            editing={active && draft?.place === 'cell'}
            draft={active ? draft?.text : undefined}
          />
        );
      })}
    </tr>
  );
}

/** Columns whose right line is hidden under a text that runs on, as in Sheets. */
function coveredColumns(cells: Map<number, CellView>, layout: TabLayout): Set<number> {
  const covered = new Set<number>();
  for (const cell of cells.values()) {
    if (roomOf(cell, cells, layout) === 0) continue;
    let left = textWidth(cell) - layout.widths[cell.column]!;
    for (let column = cell.column; left > 0 && column < layout.widths.length - 1; column++) {
      covered.add(column);
      left -= layout.widths[column + 1]!;
    }
  }
  return covered;
}

/** How many shown cells one takes; null for a cell under a merge. */
function spanOf(layout: TabLayout, row: number, column: number, until: number) {
  const merge = layout.merges.find(
    (each) =>
      row >= each.row && row < each.row + each.rows && column >= each.column && column < each.column + each.columns,
  );
  if (!merge) return { rows: 1, columns: 1 };
  if (merge.row !== row || merge.column !== column) return null;
  const shown = (sizes: number[], from: number, count: number) =>
    sizes.slice(from, from + count).filter(Boolean).length;
  const rows = Math.min(merge.rows, until - row);
  return { rows: shown(layout.heights, row, rows), columns: shown(layout.widths, column, merge.columns) };
}

/** Pixels of the blank cells to the right, over which a text that does not wrap may run on, as in Sheets. */
function roomOf(
  { column, text, style, align }: CellView,
  cells: Map<number, CellView>,
  { widths, frozenColumns }: TabLayout,
) {
  if (text === '' || style?.wrap || align || (style?.align && style.align !== 'left')) return 0;
  // A cell that stays in sight ends at the line between what stays and what scrolls.
  const last = column < frozenColumns ? frozenColumns : widths.length;
  let room = 0;
  for (let next = column + 1; next < last; next++) {
    const beside = cells.get(next);
    if (beside && (beside.text !== '' || beside.checked !== undefined)) break;
    room += widths[next]!;
  }
  return room;
}
