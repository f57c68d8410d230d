import type { CSSProperties } from 'preact';
import type { CellView } from '../messages';
import { CellEditor } from './cell-editor';
import { cellName } from './cells';
import type { Model } from './model';

interface Props {
  model: Model;
  row: number;
  column: number;
  cell: CellView | undefined;
  span: { rows: number; columns: number };
  left: number | undefined;
  room: number;
  /** A text runs on over its right line. */
  covered: boolean;
  active: boolean;
  chosen: boolean;
  editing: boolean;
  draft: string | undefined;
}

export function GridCell({
  model,
  row,
  column,
  cell,
  span,
  left,
  room,
  covered,
  active,
  chosen,
  editing,
  draft,
}: Props) {
  const names = [
    active && 'active',
    chosen && 'chosen',
    left !== undefined && 'stays',
    cell?.style?.wrap && 'wraps',
    covered && 'covered',
  ];
  const told = [cell?.wrong && 'Недопустимое значение.', cell?.wrong && cell.help, cell?.note].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell.
    <td
      id={`cell-${row}-${column}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid.
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={chosen}
      aria-invalid={cell?.wrong || undefined}
      data-row={row}
      data-column={column}
      class={names.filter(Boolean).join(' ')}
      rowSpan={span.rows}
      colSpan={span.columns}
      style={lookOf(cell, left, room)}
      title={told.length > 0 ? told.join(' ') : undefined}
    >
      {editing ? (
        <CellEditor model={model} choices={cell?.choices} />
      ) : (
        <Content model={model} row={row} column={column} cell={cell} room={room} draft={draft} />
      )}
      {cell?.wrong && <i class="mark wrong" />}
      {cell?.note && <i class="mark note" />}
    </td>
  );
}

function Content({
  model,
  row,
  column,
  cell,
  room,
  draft,
}: Pick<Props, 'model' | 'row' | 'column' | 'cell' | 'room' | 'draft'>) {
  if (!cell && draft === undefined) return null;
  if (cell?.checked !== undefined) {
    const beside = model.cell(row, column - 1)?.text;
    return (
      <input
        type="checkbox"
        tabIndex={-1}
        checked={cell.checked}
        aria-label={beside || cellName(row, column)}
        onClick={(event) => {
          event.preventDefault();
          void model.type(row, column, cell.checked ? 'FALSE' : 'TRUE');
        }}
      />
    );
  }
  const text = draft ?? cell?.text ?? '';
  const { link } = cell ?? {};
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    void model.follow(link!);
  };
  return (
    <div class="text" style={room ? { width: `calc(100% + ${room}px)` } : undefined}>
      {link ? (
        <a href={link} tabIndex={-1} onClick={follow}>
          {text}
        </a>
      ) : (
        text
      )}
    </div>
  );
}

const LINES = { underline: 'underline', 'line-through': 'line-through' } as const;

function lookOf(cell: CellView | undefined, left: number | undefined, room: number): CSSProperties {
  const { style = {}, align } = cell ?? {};
  const { background, color, bold, italic, line, size, font, verticalAlign, borders } = style;
  const drawn = (side: boolean | undefined) => (side ? '#80868b' : undefined);
  const textAlign = style.align ?? align;
  return {
    ...(left !== undefined && { left: `${left}px` }),
    // A text that runs on is seen above the blank cells beside it, whether they stay in sight or have a note.
    ...(room > 0 && (left === undefined ? { position: 'relative', zIndex: 1 } : { zIndex: 3 })),
    ...(background && { background }),
    ...(color && { color }),
    ...(bold && { fontWeight: 'bold' }),
    ...(italic && { fontStyle: 'italic' }),
    ...(line && { textDecoration: LINES[line] }),
    ...(size && size !== 10 && { fontSize: `${(size * 13) / 10}px` }),
    ...(font && { fontFamily: `${font}, Arial, sans-serif` }),
    ...(textAlign && { textAlign }),
    ...(verticalAlign && { verticalAlign }),
    ...(borders?.right && { borderRightColor: drawn(borders.right) }),
    ...(borders?.bottom && { borderBottomColor: drawn(borders.bottom) }),
  };
}
