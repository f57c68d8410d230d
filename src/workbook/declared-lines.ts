import { type Grid, type Patch, quoted, shortList, textOf } from '../model';
import { columnPatch } from './column-patch';
import { type KeyedRow, type KeyedTab, layoutOf, readKeyed } from './keyed-tab';
import { plainTitle } from './plain-title';

/** A tab whose lines are declared, each known by a hidden key. */
export interface DeclaredLines {
  readonly tab: KeyedTab;
  /** The column of that key. */
  readonly key: string;
  /** Titles by key: a line whose key was cleared or typed over is known by its title. */
  readonly titles: ReadonlyMap<string, string>;
  /** Columns that name a line beside its key. */
  readonly beside: readonly string[];
  /** Columns in which people decide. */
  readonly decided: readonly string[];
}

export interface DeclaredLine {
  /** From 1. */
  readonly row: number;
  readonly cells: KeyedRow;
  /** Of none of the declared lines where a person has written something of their own, or an older programme did. */
  readonly key: string;
  /** It is not what stands there: the line was known by its title. */
  readonly lost: boolean;
}

/** Lines as they stand; of two of a kind the one with its key is the last, so that it counts. */
export function declaredLines({ tab, key, titles }: DeclaredLines, grid: Grid): DeclaredLine[] {
  const byTitle = new Map([...titles].map(([own, title]) => [plainTitle(title), own]));
  const { rows, rowNumbers } = readKeyed(tab, grid);
  const lines = rows.map((cells, index): DeclaredLine => {
    const own = textOf(cells[key]);
    const known = titles.has(own) ? own : (byTitle.get(plainTitle(textOf(cells.title))) ?? own);
    return { row: rowNumbers[index]!, cells, key: known, lost: known !== own };
  });
  return lines.sort((a, b) => Number(b.lost) - Number(a.lost));
}

/** The declared lines by what they are: one of each where all is well. */
function ofOneKind(of: DeclaredLines, grid: Grid): DeclaredLine[][] {
  const kinds = new Map<string, DeclaredLine[]>();
  for (const line of declaredLines(of, grid)) {
    const id = JSON.stringify([line.key, ...of.beside.map((column) => textOf(line.cells[column]))]);
    if (of.titles.has(line.key)) kinds.set(id, [...(kinds.get(id) ?? []), line]);
  }
  return [...kinds.values()];
}

const saysOther = ({ decided }: DeclaredLines, lines: readonly DeclaredLine[]): boolean =>
  new Set(lines.map(({ cells }) => JSON.stringify(decided.map((column) => textOf(cells[column]))))).size > 1;

/** Russian sentences about lines that cannot be told for what they are, or say two things at once. */
export function lineTrouble(of: DeclaredLines, grid: Grid): string[] {
  const kinds = ofOneKind(of, grid);
  const name = ([line]: readonly DeclaredLine[], rows: string): string =>
    `${quoted(of.titles.get(line!.key)!)} (${rows})`;
  const lost = kinds.filter((lines) => lines.every((line) => line.lost) && !saysOther(of, lines));
  const twice = kinds.filter((lines) => saysOther(of, lines));
  const tab = `Вкладка ${quoted(of.tab.name)}`;
  return [
    ...(lost.length === 0
      ? []
      : [
          `${tab}, пропал служебный ключ: ${shortList(lost.map((lines) => name(lines, `строка ${lines[0]!.row}`)))}. Нажмите «Настройка», «Создать или починить вкладки»: он вернётся.`,
        ]),
    ...(twice.length === 0
      ? []
      : [
          `${tab}, указано дважды по-разному: ${shortList(twice.map((lines) => name(lines, `строки ${rowsOf(lines)}`)))}. Оставьте по одной строке, лишние удалите.`,
        ]),
  ];
}

const rowsOf = (lines: readonly DeclaredLine[]): string =>
  lines
    .map(({ row }) => row)
    .sort((a, b) => a - b)
    .join(' и ');

/** Keys as lines without them are to get them; those apart of which another line has the key already. */
export function planLineKeys(of: DeclaredLines, grid: Grid): { readonly patch: Patch; readonly count: number } | null {
  const column = layoutOf(of.tab, grid)?.order.indexOf(of.key) ?? -1;
  const alone = ofOneKind(of, grid).filter((lines) => lines.every((line) => line.lost) && !saysOther(of, lines));
  const keys = new Map(alone.map(([line]) => [line!.row, line!.key]));
  if (column < 0) return null;
  const patch = columnPatch(of.tab.key, grid, column, (standing, row) => keys.get(row) ?? standing);
  return patch && { patch, count: keys.size };
}
