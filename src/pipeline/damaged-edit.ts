import { uncheckedSentence } from '../messages';
import { counted, type Programme, quoted } from '../model';
import { END_TITLE, REMARK_COLUMN, type SchoolTab } from '../workbook';
import type { Edit, EditAnswer } from './edit';
import { boxPatches } from './tab-patches';
import { isSubmitted } from './tab-words';

/** Nothing is written on a tab that cannot be read; its boxes say what its status says. */
export const damaged = ({ forms }: Programme, tab: SchoolTab, edit: Edit, asks: boolean): EditAnswer => ({
  moves: [],
  patches: asks ? boxPatches(tab, { check: false, submit: isSubmitted(tab.status) }) : [],
  toast: tooLong(tab, edit) ?? uncheckedSentence(tab.trouble, forms),
});

/** What was pasted over a form's last line and what stands below it: only taking it back gives that back. */
function tooLong({ blocks }: SchoolTab, edit: Edit): string | undefined {
  const last = edit.row + edit.rows - 1;
  const over = [...blocks.values()].find(
    ({ firstRow, endRow }) => firstRow - 1 <= edit.row && edit.row < endRow && endRow <= last,
  );
  if (!over || edit.column + edit.columns - 1 <= REMARK_COLUMN) return undefined;
  const rows = counted(last - over.endRow + 1, 'строку', 'строки', 'строк');
  return `Вставка не вошла в форму ${quoted(over.form.title)}: отмените её (Ctrl+Z), добавьте над чертой «${END_TITLE}» ${rows} и вставьте снова. Пока вкладка не проверяется.`;
}
