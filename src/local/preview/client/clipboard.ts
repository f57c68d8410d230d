import { areaOf } from './cells';
import type { Model } from './model';

/** Rows of a table as spreadsheets put it on the clipboard: tabs, line breaks, quotes around what holds them. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  for (cell.lastIndex = 0; cell.lastIndex <= text.length; ) {
    const found = cell.exec(text);
    if (!found) break;
    const [, quoted, plain = '', end] = found;
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  // A copied table ends with a line break, which begins no row.
  return rows.length > 1 && rows.at(-1)!.join('') === '' ? rows.slice(0, -1) : rows;
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** What is selected, as far as it has been fetched. */
export function selectedText(model: Model): string {
  const { row, column, rows, columns } = areaOf(model.state.selection);
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_, right) => quoted(model.cell(row + down, column + right)?.text ?? '')).join(
      '\t',
    ),
  ).join('\n');
}

/** Pastes at the selection; one value fills all of it. */
export function paste(model: Model, text: string): void {
  const table = readTable(text);
  const { row, column, rows, columns } = areaOf(model.state.selection);
  const one = table.length === 1 && table[0]!.length === 1 ? table[0]![0]! : undefined;
  if (one === undefined) void model.type(row, column, table);
  else if (rows * columns === 1) void model.type(row, column, one);
  else
    void model.type(
      row,
      column,
      Array.from({ length: rows }, () => Array<string>(columns).fill(one)),
    );
}
