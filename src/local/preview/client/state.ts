import type { Menu } from '../../runtime/world';
import type { Panel, Scene, TabLayout } from '../messages';
import { type Selection, single } from './cells';
import type { Card } from './dialog-cards';

export interface Draft {
  text: string;
  /** Typed in the cell or in the entry line above the grid. */
  place: 'cell' | 'line';
}

export interface Toast {
  id: number;
  title: string;
  message: string;
  seconds: number | null;
}

/** A link leads to the top of the window; a step of the keys scrolls no more than needed; a click does not scroll at all. */
export type Reveals = 'top' | 'near' | 'not';

export type Reading = { kind: 'list' } | { kind: 'letters' } | { kind: 'document'; id: string };

export interface State {
  phase: { kind: 'preparing' | 'failed'; text: string } | { kind: 'ready' };
  scene: Scene;
  user: string;
  menus: Menu[];
  layout: TabLayout | null;
  selection: Selection;
  draft: Draft | null;
  card: (Card & { answer(text: string): void }) | null;
  sidebar: Panel | null;
  dialog: Panel | null;
  toasts: Toast[];
  /** What is under way, in words. */
  busy: string | null;
  reading: Reading | null;
  /** Grows when the grid must bring the selection into sight. */
  reveal: number;
  reveals: Reveals;
}

const NOBODY: Scene = {
  tabs: [],
  people: [],
  training: false,
  documents: [],
  letters: [],
  now: '',
  canUndo: false,
  scheduled: [],
};

export const AT_FIRST: State = {
  phase: { kind: 'preparing', text: 'Открываем…' },
  scene: NOBODY,
  user: '',
  menus: [],
  layout: null,
  selection: single(0, 0),
  draft: null,
  card: null,
  sidebar: null,
  dialog: null,
  toasts: [],
  busy: null,
  reading: null,
  reveal: 0,
  reveals: 'near',
};
