import { type Cell, type Grid, textOf } from '../../model';
import { programme } from '../../programme';
import { EXPLANATION, RETIRED_TAB, rowsTabName, schoolOf } from '../../workbook';
import type { SheetState } from '../google/book';
import { gridOf } from './school-tab';

/** A row as a school typed it: the fields that the programme has from the start, or an explanation. */
export interface TypedRow {
  readonly school: string;
  readonly form: string;
  readonly cells: string;
}

const SOMEWHERE = '?';
const FIELD = 'field:';

type Cells = Readonly<Record<string, Cell>>;

const fieldsOf = new Map(programme.forms.map((form) => [form.key, form.fields]));
const formOfTab = new Map(programme.forms.map((form) => [rowsTabName(form), form.key]));

/** A form's fields in its order, wherever their columns stand. */
export const inWords = (form: string, cells: Cells): string =>
  `|${Object.keys(fieldsOf.get(form) ?? {})
    .map((key) => cells[key] ?? '')
    .join('|')}|`;

export const explained = (words: string): string => `explanation|${words}|`;

interface FoundRow {
  readonly form: string;
  readonly cells: Cells;
}

const isFilled = ({ form, cells }: FoundRow): boolean =>
  Object.keys(fieldsOf.get(form)!).some((key) => textOf(cells[key]) !== '');

const isCaption = ({ form, cells }: FoundRow): boolean =>
  Object.entries(fieldsOf.get(form)!).every(([key, { title }]) => ['', title].includes(textOf(cells[key])));

/**
 * Rows with anything in them of a school's tab, whole or damaged, of this version or an older one: by the hidden keys,
 * without them by the titles.
 */
function rowsOnTab(grid: Grid): FoundRow[] {
  const rows: FoundRow[] = [];
  let form = '';
  let keys: string[] | undefined;
  for (const line of grid) {
    const [, key = '', part = ''] = /^([\w-]+)\/(title|keys|header|end)$/.exec(String(line[0] ?? '')) ?? [];
    if (part === 'title' || part === 'end') keys = undefined;
    else if (part !== '' && fieldsOf.has(key)) {
      form = key;
      if (part === 'keys') keys = line.map(textOf);
      else keys ??= keysByTitle(form, line);
    } else if (keys) {
      const row = { form, cells: byKey(keys, line) };
      if (isFilled(row) && !isCaption(row)) rows.push(row);
    }
  }
  return rows;
}

const byKey = (keys: readonly string[], line: readonly Cell[]): Cells =>
  Object.fromEntries(keys.flatMap((key, index) => (key === '' ? [] : [[key, line[index] ?? '']])));

function keysByTitle(form: string, header: readonly Cell[]): string[] {
  const keys = new Map(Object.entries(fieldsOf.get(form)!).map(([key, { title }]) => [title, key]));
  return header.map((title) => keys.get(textOf(title)) ?? '');
}

/** Every row of every school's tab, of damaged ones as far as a row can be told. */
export const typedRows = (sheets: readonly SheetState[]): TypedRow[] =>
  sheets.flatMap((sheet) => {
    const school = schoolOf(sheet.cells[0]?.[0]?.value ?? '');
    if (school === '') return [];
    return rowsOnTab(gridOf(sheet)).flatMap(({ form, cells }): TypedRow[] => {
      const words = textOf(cells[EXPLANATION]);
      const row = { school, form, cells: inWords(form, cells) };
      return words === '' ? [row] : [row, { school, form, cells: explained(words) }];
    });
  });

/** Typed rows that stand neither on a tab of the school's nor among the consolidated rows. */
export function lostRows(typed: readonly TypedRow[], sheets: readonly SheetState[]): TypedRow[] {
  const found = new Set<string>();
  const add = (school: string, { form, cells }: FoundRow): void => {
    found.add(`${school}/${form}${inWords(form, cells)}`);
    // Words typed among the remarks are added to an explanation.
    const words = textOf(cells[EXPLANATION]);
    for (const part of [words, ...words.split('; ')]) found.add(`${school}/${form}${explained(part)}`);
  };
  for (const sheet of sheets) {
    const form = formOfTab.get(sheet.name);
    const first = sheet.cells[0]?.[0]?.value ?? '';
    // A repaired tab's old rows count too: they are kept, hidden, and nobody's.
    const school = first === RETIRED_TAB ? SOMEWHERE : schoolOf(first);
    if (form) for (const cells of publishedOn(gridOf(sheet))) add(textOf(cells.school), { form, cells });
    else if (school !== '') for (const row of rowsOnTab(gridOf(sheet))) add(school, row);
  }
  return typed.filter(
    ({ school, form, cells }) => ![school, SOMEWHERE].some((one) => found.has(`${one}/${form}${cells}`)),
  );
}

/** Rows of a consolidated tab by their keys, those of fields without their mark. */
function publishedOn(grid: Grid): Cells[] {
  const at = grid.findIndex((line) => line.some((cell) => String(cell).startsWith(FIELD)));
  const keys = (grid[at] ?? []).map((cell) => textOf(cell).replace(FIELD, ''));
  return grid.slice(at + 1).map((line) => byKey(keys, line));
}
