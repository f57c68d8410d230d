import { single } from './cells';
import type { Model } from './model';

const PAGE = 20;
const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-PAGE, 0],
  PageDown: [PAGE, 0],
};
const EDGE = 1_000_000;

/** What a key does when a cell is selected and not being edited; false when the grid does not know the key. */
export function gridKey(model: Model, event: KeyboardEvent): boolean {
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[event.key];
  if (arrow) {
    const far = control ? EDGE : 1;
    model.move(arrow[0] * far, arrow[1] * far, event.shiftKey);
    return true;
  }
  if (control) return controlKey(model, event);
  if (event.altKey && event.key === 'Enter') return followLink(model);
  if (event.altKey) return false;
  return plainKey(model, event);
}

function controlKey(model: Model, event: KeyboardEvent): boolean {
  if (event.code === 'KeyZ') void model.does('undo', {});
  else if (event.key === 'Home') model.select(single(0, 0));
  else if (event.key === 'End') model.move(EDGE, 0);
  else return false;
  return true;
}

function plainKey(model: Model, event: KeyboardEvent): boolean {
  const { row, column } = model.state.selection;
  const cell = model.cell(row, column);
  switch (event.key) {
    case 'Tab':
      model.move(0, event.shiftKey ? -1 : 1);
      return true;
    case 'Home':
      model.select(single(row, 0));
      return true;
    case 'End':
      model.move(0, EDGE);
      return true;
    case 'Delete':
    case 'Backspace':
      void model.erase();
      return true;
    case 'Enter':
    case 'F2':
    case ' ':
      if (cell?.checked !== undefined) void model.type(row, column, cell.checked ? 'FALSE' : 'TRUE');
      else model.startDraft('cell', event.key === ' ' ? ' ' : undefined);
      return true;
    default:
      if (event.key.length !== 1) return false;
      model.startDraft('cell', event.key);
      return true;
  }
}

function followLink(model: Model): boolean {
  const { row, column } = model.state.selection;
  const link = model.cell(row, column)?.link;
  if (link) void model.follow(link);
  return true;
}
