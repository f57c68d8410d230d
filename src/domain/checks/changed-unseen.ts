import { defineCheck } from '../../model';

/** A row is not what is remembered of it although nobody was seen to type there: a sort of one column, an undo. */
export const changedUnseen = defineCheck({
  id: 'row/changed-unseen',
  needs: 'memory',
  severity: 'warning',
  words: () =>
    'числа изменились без проверки (сортировка, вставка, отмена): убедитесь, что они стоят в своих строках, и поставьте галочку «Проверить»',
  cases: [],
});
