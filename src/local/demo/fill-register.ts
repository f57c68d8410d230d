import { type Cell, handOf, namesOf, type Register, type School, textOf } from '../../model';
import { layoutOf, registerTabOf } from '../../workbook';

/** What a person pastes over a register's rows: the whole of them at once, as typed. */
export interface RegisterPaste {
  readonly row: number;
  readonly cells: string[][];
}

/** A line of a register's CSV file, as typed; `since`, if there is one, is the ISO day from which it is known. */
export type RegisterLine = Readonly<Record<string, string>>;

const sameWords = (a: string, b: string): boolean => textOf(a).toLowerCase() === textOf(b).toLowerCase();

/** Schools as people see them. */
function namesForKeys(register: Register, line: RegisterLine, schools: readonly School[]): RegisterLine {
  const names = new Map(schools.map(({ key, name }) => [key, name]));
  return Object.fromEntries(
    Object.entries(line).map(([key, words]) => [key, register.fields[key]?.schools ? namesOf(words, names) : words]),
  );
}

/**
 * Lays lines of a CSV file over the rows that stand on the tab (`shown` are its visible words): a line goes to the row
 * that agrees with it in the fields that tell rows apart, as far as the line fills them; others go below.
 */
export function pasteOver(
  register: Register,
  registers: readonly Register[],
  shown: string[][],
  lines: readonly RegisterLine[],
  schools: readonly School[] = [],
): RegisterPaste {
  const layout = layoutOf(registerTabOf(register, registers), shown as Cell[][]);
  if (!layout) throw new Error(`${register.title}: no keys`);
  const first = layout.keysRow + 1;
  const at = (row: readonly string[], key: string) => row[layout.order.indexOf(key)] ?? '';
  const isFilled = (row: readonly string[]): boolean => register.identity.some((key) => at(row, key) !== '');
  const below = shown.slice(first);
  const standing = below.reduce((last, row, index) => (isFilled(row) ? index + 1 : last), 0);
  // Blank rows among them stay where they are: pasted without them, the last row would stand twice.
  const rows = below.slice(0, standing).map((row) => [...row]);
  const isFixed = (key: string): boolean => handOf(register, key) === 'order';
  for (const typed of lines) {
    const line = namesForKeys(register, typed, schools);
    const named = register.identity.filter((key) => (line[key] ?? '') !== '');
    const agrees = (row: readonly string[]) => named.every((key) => sameWords(at(row, key), line[key]!));
    const says = (row: readonly string[], key: string) => sameWords(at(row, key), line[key] ?? '');
    // A row of the order waits for what only people can say of it.
    const waits = (row: readonly string[]) =>
      named.some(isFixed) && register.identity.every((key) => says(row, key) || (!isFixed(key) && at(row, key) === ''));
    const found = named.length > 0 && (rows.find(agrees) ?? rows.find(waits));
    const row = found || layout.order.map(() => '');
    layout.order.forEach((key, column) => {
      if ((line[key] ?? '') !== '') row[column] = line[key]!;
    });
    if (!found) rows.push(row);
  }
  return { row: first + 1, cells: rows };
}
