import {
  counted,
  handedInAt,
  type Stamped,
  stateTitle,
  TAB_CYCLE,
  type TabGuard,
  type TabState,
  tabMove,
} from '../model';
import type { TabNote, TabStatus } from '../workbook';
import type { CheckedTab } from './check-tab';
import { droppedBy } from './tab-status';

/** What the coordinator wants of a tab, with what there is to say. */
export interface Wanted {
  readonly to: TabState;
  readonly comment?: string;
  readonly notes?: readonly TabNote[];
}

/** The tab's new state, and whether it is closed to the school; or why it cannot have it. */
export type Moved =
  | { readonly status: TabStatus; readonly locks: boolean; readonly words: string }
  | { readonly refused: string };

/** A move of the coordinator as the cycle has it. `at` is local ISO. */
export function movedBy(checked: CheckedTab, wanted: Wanted, at: string): Moved {
  const { status } = checked.tab;
  if (droppedBy(checked, at)) return { refused: 'Данные изменены после сдачи: вкладка снова не сдана. Соберите свод.' };
  const move = tabMove(status.state, wanted.to, 'coordinator');
  if (!move) return { refused: impossible(status, wanted.to) };
  const refused = move.guard && GUARDS[move.guard](checked, wanted);
  if (refused) return { refused };
  return { status: statusAfter(status, wanted, at), locks: move.locks === true, words: move.words };
}

const GUARDS: Readonly<Record<TabGuard, (checked: CheckedTab, wanted: Wanted) => string>> = {
  complete: () => '',
  sound: ({ errors }) =>
    errors === 0
      ? ''
      : `На вкладке ${counted(errors, 'ошибка', 'ошибки', 'ошибок')}: такие строки не учитываются. Верните вкладку школе.`,
  comment: (_, { comment = '', notes = [] }) =>
    comment.trim() !== '' || notes.length > 0 ? '' : 'Напишите, что исправить: школа увидит это вверху своей вкладки.',
};

const impossible = ({ state }: Stamped, to: TabState): string => {
  const [now, then] = [stateTitle(TAB_CYCLE, state), stateTitle(TAB_CYCLE, to)];
  if (now === then) return `Состояние вкладки уже «${now}».`;
  return state === 'draft' || state === 'returned'
    ? `Школа ещё не сдала вкладку: сейчас она «${now}».`
    : `Из состояния «${now}» в состояние «${then}» вкладка не переходит.`;
};

function statusAfter(status: TabStatus, { to, comment = '', notes = [] }: Wanted, at: string): TabStatus {
  const { prints, checkedAt, returns = 0, changed } = status;
  const kept = { ...(prints ? { prints } : {}), ...(checkedAt ? { checkedAt } : {}), ...(changed ? { changed } : {}) };
  const stamped = { state: to, at, by: 'coordinator', ...(comment.trim() ? { comment: comment.trim() } : {}) } as const;
  const count = to === 'returned' ? returns + 1 : returns;
  return {
    ...kept,
    ...stamped,
    ...(to === 'accepted' ? { handedIn: handedInAt(status) } : {}),
    ...(to === 'returned' && notes.length > 0 ? { notes } : {}),
    ...(count > 0 ? { returns: count } : {}),
  };
}
