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
  /** '' where a person has written something of their own, or an older programme did. */
  readonly key: string;
  /** It is not what stands there. */
  readonly lost: boolean;
}

interface Standing {
  readonly row: number;
  readonly cells: KeyedRow;
  /** The key that stands there, and the one that the title says; '' for none of the tab's. */
  readonly own: string;
  readonly titled: string;
  /** What it is one of with that key, or by that title. */
  readonly id: string;
  readonly titledId: string;
}

/**
 * Lines as they stand. Keys are out of sight, and stay behind when people sort what they see, or fill it down: where key and
 * title are those of two lines the title decides, unless it was typed over another line's. Beside the line that has a title
 * the same words without a key are a note; over a key whose title stands elsewhere so are any others.
 */
export function declaredLines(of: DeclaredLines, grid: Grid): DeclaredLine[] {
  const rows = standingLines(of, grid);
  const right = new Set(rows.flatMap(({ own, titled, id }) => (own !== '' && own === titled ? [id] : [])));
  const titled = new Set(rows.flatMap((row) => (row.titled === '' ? [] : [row.titledId])));
  const isCopied = (row: Standing): boolean =>
    rows.some((other) => other.own === row.titled && other.titledId === row.titledId && isFilledAlike(of, other, row));
  const keyOf = (row: Standing): string => {
    const { own } = row;
    if (row.titled === '') return own !== '' && !titled.has(row.id) ? own : '';
    if (own === row.titled || !right.has(row.titledId)) return isNote(of, rows, row) ? '' : row.titled;
    if (own !== '') return titled.has(row.id) ? row.titled : own;
    return isCopied(row) ? row.titled : '';
  };
  return rows.map((row) => {
    const key = keyOf(row);
    return { row: row.row, cells: row.cells, key, lost: key !== row.own };
  });
}

function standingLines({ tab, key, titles, beside }: DeclaredLines, grid: Grid): Standing[] {
  const byTitle = new Map([...titles].map(([own, title]) => [plainTitle(title), own]));
  const { rows, rowNumbers } = readKeyed(tab, grid);
  return rows.map((cells, index): Standing => {
    const own = titles.has(textOf(cells[key])) ? textOf(cells[key]) : '';
    const said = byTitle.get(plainTitle(textOf(cells.title))) ?? '';
    const of = beside ? canonicalText(textOf(cells[beside])) : '';
    return { row: rowNumbers[index]!, cells, own, titled: said, id: `${own}|${of}`, titledId: `${said}|${of}` };
  });
}

const isFilledAlike = ({ filled }: DeclaredLines, a: Standing, b: Standing): boolean =>
  textOf(b.cells[filled]) !== '' && textOf(a.cells[filled]) === textOf(b.cells[filled]);

/** Words under a line's title without what each line has, while a line stands that has it. */
const isNote = ({ filled }: DeclaredLines, rows: readonly Standing[], row: Standing): boolean =>
  row.own === '' &&
  textOf(row.cells[filled]) === '' &&
  rows.some(
    (other) =>
      other !== row && other.titled === row.titled && (other.own === row.titled || textOf(other.cells[filled]) !== ''),
  );

/** The declared lines by what they are: one of each where all is well. */
function ofOneKind(of: DeclaredLines, grid: Grid): DeclaredLine[][] {
  const kinds = new Map<string, DeclaredLine[]>();
  for (const line of declaredLines(of, grid)) {
    const id = `${line.key}|${of.beside ? canonicalText(textOf(line.cells[of.beside])) : ''}`;
    if (line.key !== '') kinds.set(id, [...(kinds.get(id) ?? []), line]);
  }
  return [...kinds.values()];
}

const saysOther = (of: DeclaredLines, lines: readonly DeclaredLine[]): boolean =>
  new Set(lines.map((line) => of.meaning(line))).size > 1;

/** Lines that do not say whose they are. */
export const unnamedLines = (of: DeclaredLines, grid: Grid): DeclaredLine[] =>
  declaredLines(of, grid).filter(
    ({ key, cells }) => of.beside !== undefined && key !== '' && textOf(cells[of.beside]) === '',
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

/** Keys of lines that are known by their titles, and titles of those that are known by their keys. A note keeps no key. */
export function planLines(of: DeclaredLines, grid: Grid): LinePlan {
  const order = layoutOf(of.tab, grid)?.order ?? [];
  const lines = declaredLines(of, grid);
  const keys = new Map(lostLines(of, grid).map(([line]) => [line!.row, line!.key]));
  const notes = lines.flatMap(({ row, key, cells }) =>
    key === '' && of.titles.has(textOf(cells[of.key])) ? [[row, ''] as const] : [],
  );
  const titles = new Map(
    lines.flatMap(({ row, key, cells, lost }) =>
      key !== '' && !lost && isOther(of, key, cells) ? [[row, of.titles.get(key)!] as const] : [],
    ),
  );
  const patchOf = (key: string, cells: ReadonlyMap<number, string>): Patch[] => {
    const column = order.indexOf(key);
    const patch =
      column < 0 ? null : columnPatch(of.tab.key, grid, column, (standing, row) => cells.get(row) ?? standing);
    return patch ? [patch] : [];
  };
  return {
    patches: [...patchOf(of.key, new Map([...notes, ...keys])), ...patchOf('title', titles)],
    keys: keys.size,
    titles: titles.size,
  };
}

/** No title, or another line's: what a person has reworded stays. */
function isOther({ titles }: DeclaredLines, key: string, { title }: KeyedRow): boolean {
  const said = plainTitle(textOf(title));
  return said === '' || [...titles].some(([own, words]) => own !== key && plainTitle(words) === said);
}
