import type { Move, State, StatusCycle } from './status';

export type TabState = 'draft' | 'submitted' | 'returned' | 'accepted' | 'closed';

interface OwnState extends State {
  readonly key: TabState;
  /** The school has handed the tab in and nobody has given it back. */
  readonly handedIn?: boolean;
}

/** What has to hold before a move: nothing is missing; there are no errors; it is said what is to be mended. */
export type TabGuard = 'complete' | 'sound' | 'comment';

interface OwnMove extends Move {
  readonly from: TabState;
  readonly to: TabState;
  readonly guard?: TabGuard;
  /** What «Журнал» calls it. */
  readonly words: string;
}

interface TabCycle extends StatusCycle {
  readonly states: readonly OwnState[];
  readonly moves: readonly OwnMove[];
}

const CLOSING = { to: 'closed', by: 'coordinator', locks: true, words: 'Период закрыт' } as const;

/**
 * The life of a school's tab within a period. A tab whose rows are no longer those that were handed in is a draft again,
 * whoever has changed them; the next period begins with a draft.
 */
export const TAB_CYCLE: TabCycle = {
  states: [
    { key: 'draft', title: 'не сдано' },
    { key: 'submitted', title: 'сдано', handedIn: true },
    { key: 'returned', title: 'возвращено' },
    { key: 'accepted', title: 'принято', handedIn: true },
    { key: 'closed', title: 'закрыто' },
  ],
  moves: [
    { from: 'draft', to: 'submitted', by: 'school', guard: 'complete', words: 'Вкладка сдана' },
    { from: 'returned', to: 'submitted', by: 'school', guard: 'complete', words: 'Вкладка сдана' },
    { from: 'submitted', to: 'draft', by: 'school', words: 'Отметка о сдаче снята' },
    { from: 'submitted', to: 'draft', by: 'clock', words: 'Изменено после сдачи' },
    { from: 'accepted', to: 'draft', by: 'clock', words: 'Изменено после приёма' },
    { from: 'submitted', to: 'accepted', by: 'coordinator', guard: 'sound', locks: true, words: 'Вкладка принята' },
    { from: 'submitted', to: 'returned', by: 'coordinator', guard: 'comment', words: 'Вкладка возвращена' },
    { from: 'accepted', to: 'returned', by: 'coordinator', guard: 'comment', words: 'Вкладка возвращена' },
    { from: 'draft', ...CLOSING },
    { from: 'submitted', ...CLOSING },
    { from: 'returned', ...CLOSING },
    { from: 'accepted', ...CLOSING },
  ],
};

export const isTabState = (state: unknown): state is TabState => TAB_CYCLE.states.some(({ key }) => key === state);

/** True of what a school has handed in, accepted or not. */
export const isHandedIn = (state: string): boolean =>
  TAB_CYCLE.states.some(({ key, handedIn }) => key === state && handedIn === true);

/** The move that leads there, if it is this one's to make. */
export const tabMove = (from: string, to: TabState, by: Move['by']): OwnMove | undefined =>
  TAB_CYCLE.moves.find((move) => move.from === from && move.to === to && move.by === by);
