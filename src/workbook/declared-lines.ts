import { canonicalText, type Grid, type Patch, quoted, shortList, textOf } from '../model';
import { columnPatch } from './column-patch';
import { type KeyedRow, type KeyedTab, layoutOf, readKeyed } from './keyed-tab';
import { plainTitle } from './plain-title';

/** A tab whose lines are declared, each known by its title and a hidden key. */
export interface DeclaredLines {
  readonly tab: KeyedTab;
  /** The column of that key. */
  readonly key: string;
  /** Titles by key. */
  readonly titles: ReadonlyMap<string, string>;
  /** The column that names a line beside its key, where one does: no line is without it. */
  readonly beside?: string;
  /** A column in which something stands in every line, and not in what a person notes under one of their titles. */
  readonly filled: string;
  /** What is decided in a line, in one spelling. */
  meaning(line: DeclaredLine): string;
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

/**
 * Lines as they stand. Where key and title are those of two lines the title decides: keys are out of sight, and stay behind
 * when people sort what they see, or fill it down.
 */
export function declaredLines({ tab, key, titles, filled }: DeclaredLines, grid: Grid): DeclaredLine[] {
  const byTitle = new Map([...titles].map(([own, title]) => [plainTitle(title), own]));
  const { rows, rowNumbers } = readKeyed(tab, grid);
  const lines = rows.map((cells, index): DeclaredLine => {
    const own = textOf(cells[key]);
    const known = byTitle.get(plainTitle(textOf(cells.title))) ?? own;
    return { row: rowNumbers[index]!, cells, key: known, lost: known !== own };
  });
  const standing = new Set(lines.filter(({ lost }) => !lost).map((line) => line.key));
  const isNote = (line: DeclaredLine): boolean =>
    textOf(line.cells[key]) === '' && textOf(line.cells[filled]) === '' && standing.has(line.key);
  return lines.filter((line) => !isNote(line));
}

/** The declared lines by what they are: one of each where all is well. */
function ofOneKind(of: DeclaredLines, grid: Grid): DeclaredLine[][] {
  const kinds = new Map<string, DeclaredLine[]>();
  for (const line of declaredLines(of, grid)) {
    const id = `${line.key}|${of.beside ? canonicalText(textOf(line.cells[of.beside])) : ''}`;
    if (of.titles.has(line.key)) kinds.set(id, [...(kinds.get(id) ?? []), line]);
  }
  return [...kinds.values()];
}

const saysOther = (of: DeclaredLines, lines: readonly DeclaredLine[]): boolean =>
  new Set(lines.map((line) => of.meaning(line))).size > 1;

/** Lines that do not say whose they are. */
export const unnamedLines = (of: DeclaredLines, grid: Grid): DeclaredLine[] =>
  declaredLines(of, grid).filter(
    ({ key, cells }) => of.beside !== undefined && of.titles.has(key) && textOf(cells[of.beside]) === '',
  );

const lostLines = (of: DeclaredLines, grid: Grid): DeclaredLine[][] =>
  ofOneKind(of, grid).filter((lines) => lines.every(({ lost }) => lost) && !saysOther(of, lines));

/** Russian sentences about lines that cannot be told for what they are, or say two things at once. */
export function lineTrouble(of: DeclaredLines, grid: Grid): string[] {
  const named = ({ key }: DeclaredLine, rows: string): string => `${quoted(of.titles.get(key)!)} (${rows})`;
  const alone = (line: DeclaredLine): string => named(line, `строка ${line.row}`);
  const twice = ofOneKind(of, grid)
    .filter((lines) => saysOther(of, lines))
    .map((lines) => named(lines[0]!, `строки ${lines.map(({ row }) => row).join(' и ')}`));
  const unnamed = unnamedLines(of, grid);
  const column = of.tab.columns.find(({ key }) => key === of.beside)?.title ?? '';
  const told = (what: string, places: readonly string[], advice: string): string[] =>
    places.length === 0 ? [] : [`Вкладка ${quoted(of.tab.name)}, ${what}: ${shortList(places)}. ${advice}`];
  return [
    ...told(
      'пропал служебный ключ',
      lostLines(of, grid)
        .filter(([line]) => !unnamed.some(({ row }) => row === line!.row))
        .map(([line]) => alone(line!)),
      'Нажмите «Настройка», «Создать или починить вкладки»: он вернётся.',
    ),
    ...told(
      `пусто в столбце ${quoted(column)}`,
      unnamed.map(alone),
      'Впишите, что там было, или удалите строку, если она лишняя.',
    ),
    ...told('указано дважды по-разному', twice, 'Оставьте по одной строке, лишние удалите.'),
  ];
}

export interface LinePlan {
  readonly patches: readonly Patch[];
  /** How many keys, and how many titles, come back. */
  readonly keys: number;
  readonly titles: number;
}

/** Keys of lines that are known by their titles, and titles of those that are known by their keys. */
export function planLines(of: DeclaredLines, grid: Grid): LinePlan {
  const order = layoutOf(of.tab, grid)?.order ?? [];
  const keys = new Map(lostLines(of, grid).map(([line]) => [line!.row, line!.key]));
  const titles = new Map(
    declaredLines(of, grid).flatMap(({ row, key, cells }) =>
      textOf(cells.title) === '' && of.titles.has(key) ? [[row, of.titles.get(key)!] as const] : [],
    ),
  );
  const patchOf = (key: string, cells: ReadonlyMap<number, string>): Patch[] => {
    const column = order.indexOf(key);
    const patch =
      column < 0 ? null : columnPatch(of.tab.key, grid, column, (standing, row) => cells.get(row) ?? standing);
    return patch ? [patch] : [];
  };
  return { patches: [...patchOf(of.key, keys), ...patchOf('title', titles)], keys: keys.size, titles: titles.size };
}
