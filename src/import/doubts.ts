import { counted, isBlank } from '../model';
import { captionsOf, type Header, numbersColumns } from './header';
import { countOf } from './numbers';
import type { Sheet } from './sheet';

/** Why a file may have lost lines: its counts would be too small. */
export interface Doubt {
  /** In Russian, without the place. */
  readonly words: string;
  /** It says of itself otherwise than it holds; else it only does not say that it is whole. */
  readonly contradicts: boolean;
}

export const contradiction = (words: string): Doubt => ({ words, contradicts: true });
export const unproven = (words: string): Doubt => ({ words, contradicts: false });

/** Index of the column that numbers the lines; -1 for none. */
export const numberingOf = (sheet: Sheet, { top, row }: Pick<Header<string>, 'top' | 'row'>): number =>
  captionsOf(sheet, top, row - top + 1).findIndex((words) =>
    words.some((word) => /^(?:nо?|(?:nо? ?)?п\/п)$/.test(word)),
  );

/** A line that holds its number alone, or no number of its own, is numbered by nobody. */
function numbersIn(sheet: Sheet, header: Header<string>, end: number): number[] {
  const column = numberingOf(sheet, header);
  if (column < 0) return [];
  const numbers = new Set<number>();
  for (let row = header.row + 1; row < end; row += 1) {
    const cells = sheet.rows[row - 1] ?? [];
    if (numbersColumns(sheet, row) || cells.filter((cell) => !isBlank(cell)).length < 2) continue;
    const number = countOf(cells[column]);
    if (number) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}

const MOST_NAMED = 4;

/** Lines of tables one below another are numbered from 1, or on from the table above: numbers that are lacking. */
export function lackingNumbers(
  sheet: Sheet,
  tables: readonly { readonly header: Header<string>; readonly end: number }[],
): (Doubt | null)[] {
  let above = 0;
  return tables.map(({ header, end }) => {
    const numbers = numbersIn(sheet, header, end);
    const gaps: string[] = [];
    let lacking = 0;
    let before = numbers[0] === above + 1 ? above : 0;
    for (const number of numbers) {
      const count = number - before - 1;
      if (count > 0) gaps.push(count === 1 ? `${number - 1}` : `${before + 1}–${number - 1}`);
      lacking += count;
      before = number;
    }
    above = before;
    if (lacking === 0) return null;
    const named = gaps.slice(0, MOST_NAMED).join(', ') + (gaps.length > MOST_NAMED ? '…' : '');
    return contradiction(`не хватает ${counted(lacking, 'строки', 'строк', 'строк')}: нет № ${named}`);
  });
}
