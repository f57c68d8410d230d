import type { EditPatch } from '../model';
import { headRole, type SchoolTab, schoolTab } from '../workbook';
import type { Edit, EditAnswer } from './edit';
import { VALUE_COLUMN_010 } from './version-0-1-0';

const WHO =
  'Координатору: «Качество образования» → «Настройка» → «Создать или починить вкладки». До этого данные здесь не проверяются.';

/**
 * A tab of version 0.1.0 is taken over by set-up alone. Until then nothing here checks it, so a change or a tick must not
 * pass for handed in: «Сдать» is taken away, as that version did itself at a change, and the person is told.
 */
export function olderEdit(tab: SchoolTab, edit: Edit): EditAnswer {
  const rowOf = (role: string): number => tab.head.get(role) ?? 0;
  const isIn = (role: string): boolean => {
    const row = rowOf(role);
    return edit.row <= row && row < edit.row + edit.rows;
  };
  const ticked = (role: string): boolean => tab.grid[rowOf(role) - 1]?.[VALUE_COLUMN_010 - 1] === true;
  const put = (role: string, value: string | false): EditPatch => ({
    kind: 'values',
    tab: schoolTab(tab.school),
    row: rowOf(role),
    column: VALUE_COLUMN_010,
    values: [[value]],
  });
  const below = edit.row + edit.rows - 1 > Math.max(...tab.head.values());
  const check = isIn(headRole.check) && ticked(headRole.check);
  const submit = isIn(headRole.submit) && ticked(headRole.submit);
  if (!below && !check && !submit) return { moves: [], patches: [], toast: '' };
  const unticked = check ? [put(headRole.check, false)] : [];
  const drops = (below || submit) && ticked(headRole.submit);
  const dropped = drops ? [put(headRole.submit, false), put(headRole.status, 'не сдано: вкладка прежней версии')] : [];
  const words = below ? 'изменение пока не проверено' : submit ? 'сдать её пока нельзя' : 'проверить её пока нельзя';
  const lost = drops && !submit ? ', отметка «Сдать» снята' : '';
  return { moves: [], patches: [...unticked, ...dropped], toast: `Вкладка прежней версии: ${words}${lost}. ${WHO}` };
}
