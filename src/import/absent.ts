import { type Cell, isBlank } from '../model';
import { numberOf } from './numbers';
import { wordsOf } from './sheet';

const NOT_THERE =
  /неявк|не ?яв|отсутств|^н ?\/ ?[япб]$|^н[яб]$|снят|удал[её]н|дисквал|аннулир|не (?:участв|сдав|писал|заверш|выполн)|^без (?:отметки|оценки|балла)|бол(?:ен|ьна|езн)/;
const NOTHING = /^(?:[-—_.]+|х|н ?\/ ?д|нд|нет(?: данных| отметки| оценки| балла)?)$/;

/** Nothing stands there: blank, a dash, «н/д». */
export const isNothing = (cell: Cell | undefined): boolean => isBlank(cell) || NOTHING.test(wordsOf(cell));

/** Whoever has no result because they were not there; any other word in its place hides a result. */
export const wasAbsent = (cell: Cell | undefined): boolean => isNothing(cell) || NOT_THERE.test(wordsOf(cell));

/** Something stands where a number should, and is none. */
export const isUnreadable = (cell: Cell | undefined): boolean => !isNothing(cell) && numberOf(cell) === null;
