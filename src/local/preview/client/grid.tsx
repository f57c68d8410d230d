import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TabLayout } from '../messages';
import { columnLetters, selectionName, single } from './cells';
import { Charts } from './charts';
import { paste, selectedText } from './clipboard';
import { focusGrid } from './focus-grid';
import { gridKey } from './grid-keys';
import { type Geometry, GridRow } from './grid-row';
import { MenuList } from './menu-bar';
import { rowItems } from './menus';
import type { Model } from './model';
import { useWindow } from './use-window';

const ROW_NUMBER_WIDTH = 46;
const COLUMN_HEAD_HEIGHT = 24;
/** When what stays in sight would take more of the window than this, it scrolls along. */
const MOST_STAYING = 0.6;

interface RowMenu {
  row: number;
  x: number;
  y: number;
}

export function Grid({ model, layout }: { model: Model; layout: TabLayout }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<RowMenu | null>(null);
  const { from, to, above, below, width } = useWindow(model, layout, scroller);
  const geometry = useMemo(() => geometryOf(layout, width), [layout, width]);
  const { selection } = model.state;
  const rows = shownRows(layout, from, to);
  const frozen = shownRows(layout, 0, layout.frozenRows);
  // A cell that is out of sight, hidden or scrolled away, is not on the page.
  const drawn = [...frozen, ...rows].includes(selection.row) && (layout.widths[selection.column] ?? 0) > 0;
  const row = (at: number, until: number) => (
    <GridRow key={at} model={model} geometry={geometry} row={at} view={model.rows.get(at)} until={until} />
  );
  return (
    <div class="scroller" ref={scroller} data-sheet={layout.sheet}>
      {/* biome-ignore lint/a11y/useAriaActivedescendantWithTabindex: it is among the events. */}
      <table
        class="grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one can move about in is a grid.
        role="grid"
        aria-label={`Вкладка «${model.tabName}», выбрано ${selectionName(selection)}`}
        aria-rowcount={layout.rows + 1}
        aria-colcount={layout.columns + 1}
        aria-multiselectable
        aria-activedescendant={drawn ? `cell-${selection.row}-${selection.column}` : undefined}
        aria-describedby="cell-facts"
        style={{ width: `${ROW_NUMBER_WIDTH + layout.widths.reduce((sum, each) => sum + each, 0)}px` }}
        {...gridEvents(model, setMenu)}
      >
        <colgroup>
          <col style={{ width: `${ROW_NUMBER_WIDTH}px` }} />
          {layout.widths.map((each, column) => each > 0 && <col key={column} style={{ width: `${each}px` }} />)}
        </colgroup>
        <thead>
          <ColumnHeads geometry={geometry} />
          {frozen.map((at) => row(at, layout.frozenRows))}
        </thead>
        <tbody>
          <Gap height={above} />
          {rows.map((at) => row(at, to))}
          <Gap height={below} />
        </tbody>
      </table>
      <Charts layout={layout} left={ROW_NUMBER_WIDTH} top={COLUMN_HEAD_HEIGHT} />
      {menu && (
        <div class="row-menu" style={{ left: `${menu.x}px`, top: `${menu.y}px` }}>
          <RowMenuList model={model} row={menu.row} onDone={() => setMenu(null)} />
        </div>
      )}
    </div>
  );
}

const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nobody can get into it; it only takes up room.
    <tr class="gap" aria-hidden="true">
      <td style={{ height: `${height}px` }} />
    </tr>
  ) : null;

function ColumnHeads({ geometry: { layout, lefts } }: { geometry: Geometry }) {
  return (
    <tr aria-rowindex={1}>
      <td class="corner" />
      {layout.widths.map(
        (width, column) =>
          width > 0 && (
            <th
              key={column}
              scope="col"
              aria-colindex={column + 2}
              class={lefts[column] === undefined ? 'column-head' : 'column-head stays'}
              style={lefts[column] === undefined ? undefined : { left: `${lefts[column]}px` }}
            >
              {columnLetters(column)}
            </th>
          ),
      )}
    </tr>
  );
}

function RowMenuList({ model, row, onDone }: { model: Model; row: number; onDone(): void }) {
  useEffect(() => {
    const away = (event: MouseEvent) => !(event.target as Element).closest('.row-menu') && onDone();
    addEventListener('mousedown', away);
    return () => removeEventListener('mousedown', away);
  }, []);
  const back = () => {
    onDone();
    focusGrid();
  };
  return <MenuList label={`Строка ${row + 1}`} items={rowItems(model, row)} onDone={back} onBack={back} />;
}

const shownRows = ({ heights }: TabLayout, from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index).filter((row) => heights[row]);

function geometryOf(layout: TabLayout, width: number): Geometry {
  const staying = layout.widths.slice(0, layout.frozenColumns).reduce((sum, each) => sum + each, ROW_NUMBER_WIDTH);
  let left = ROW_NUMBER_WIDTH;
  const lefts = layout.widths.map((each, column) => {
    if (column >= layout.frozenColumns || staying > width * MOST_STAYING) return undefined;
    left += each;
    return left - each;
  });
  return { layout, lefts };
}

const placeOf = (target: EventTarget | null): [row: number, column: number] | undefined => {
  const cell = (target as Element | null)?.closest<HTMLElement>('td[data-column]');
  return cell ? [Number(cell.dataset.row), Number(cell.dataset.column)] : undefined;
};

/** Mouse, keys and clipboard of the whole grid: the cells themselves listen to nothing. */
function gridEvents(model: Model, setMenu: (menu: RowMenu) => void) {
  let leaving = false;
  const openMenu = (row: number, x: number, y: number) => {
    model.select(single(row, model.state.selection.column), 'not');
    setMenu({ row, x: Math.min(x, innerWidth - 260), y: Math.min(y, innerHeight - 120) });
  };
  const drag = (event: MouseEvent) => {
    const to = event.buttons === 1 ? placeOf(event.target) : undefined;
    const { selection } = model.state;
    if (to && (to[0] !== selection.toRow || to[1] !== selection.toColumn))
      model.select({ ...selection, toRow: to[0], toColumn: to[1] }, 'not');
  };
  return {
    tabIndex: 0,
    onMouseDown: (event: MouseEvent) => {
      const at = placeOf(event.target);
      if (!at || event.button !== 0) return;
      void model.commitDraft();
      const { selection } = model.state;
      if (event.shiftKey) model.select({ ...selection, toRow: at[0], toColumn: at[1] }, 'not');
      else model.select(single(...at), 'not');
    },
    onMouseOver: drag,
    onDblClick: (event: MouseEvent) => placeOf(event.target) && model.startDraft('cell'),
    onClick: (event: MouseEvent) => {
      const number = (event.target as Element).closest<HTMLElement>('th[data-row]');
      if (number) openMenu(Number(number.dataset.row), event.clientX, event.clientY);
    },
    onContextMenu: (event: MouseEvent) => {
      const at = (event.target as Element).closest<HTMLElement>('[data-row]');
      // The menu key and Shift+F10 come without a place of the mouse.
      const row = event.button === 2 && at ? Number(at.dataset.row) : model.state.selection.row;
      const cell = document.getElementById(`cell-${row}-${model.state.selection.column}`)?.getBoundingClientRect();
      event.preventDefault();
      if (event.button === 2) openMenu(row, event.clientX, event.clientY);
      else openMenu(row, cell?.left ?? 80, cell?.bottom ?? 120);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') leaving = true;
      else if (event.key === 'Tab' && leaving) leaving = false;
      else if (gridKey(model, event)) {
        leaving = false;
        event.preventDefault();
      }
    },
    onCopy: (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', selectedText(model));
      event.preventDefault();
    },
    onPaste: (event: ClipboardEvent) => {
      paste(model, event.clipboardData?.getData('text/plain') ?? '');
      event.preventDefault();
    },
  };
}
