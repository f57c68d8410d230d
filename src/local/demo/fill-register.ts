import { type Cell, type Register, textOf } from '../../model';
import { layoutOf, registerTabOf } from '../../workbook';

/** What a person pastes over a register's rows: the whole of them at once, as typed. */
export interface RegisterPaste {
  readonly row: number;
  readonly cells: string[][];
}

/** A line of a register's CSV file, as typed. */
export type RegisterLine = Readonly<Record<string, string>>;

const sameWords = (a: string, b: string): boolean => textOf(a).toLowerCase() === textOf(b).toLowerCase();

/**
 * Lays lines of a CSV file over the rows that stand on the tab (`shown` are its visible words): a line goes to the row
 * that agrees with it in the fields that tell rows apart, as far as the line fills them; others go below.
 */
export function pasteOver(
  register: Register,
  registers: readonly Register[],
  shown: string[][],
  lines: readonly RegisterLine[],
): RegisterPaste {
  const layout = layoutOf(registerTabOf(register, registers), shown as Cell[][]);
  if (!layout) throw new Error(`${register.title}: no keys`);
  const first = layout.keysRow + 1;
  const at = (row: readonly string[], key: string) => row[layout.order.indexOf(key)] ?? '';
  const standing = shown.slice(first).filter((row) => register.identity.some((key) => at(row, key) !== ''));
  const rows = standing.map((row) => [...row]);
  for (const line of lines) {
    const named = register.identity.filter((key) => (line[key] ?? '') !== '');
    const found = named.length > 0 && rows.find((row) => named.every((key) => sameWords(at(row, key), line[key]!)));
    const row = found || layout.order.map(() => '');
    layout.order.forEach((key, column) => {
      if ((line[key] ?? '') !== '') row[column] = line[key]!;
    });
    if (!found) rows.push(row);
  }
  return { row: first + 1, cells: rows };
}
