import { programme } from '../../programme';
import { rowsOf, rowsTabName, schoolOf } from '../../workbook';
import type { SheetState } from '../google/book';
import { gridOf, tabOf } from './school-tab';

/** A row as a school typed it. */
export interface TypedRow {
  readonly school: string;
  readonly form: string;
  readonly cells: string;
}

const OLD_TAB = 'head/old';
const SOMEWHERE = '?';
const joined = (cells: readonly unknown[]): string => `|${cells.join('|')}|`;

/** Every row of every school's tab that can be read. */
export function typedRows(sheets: readonly SheetState[]): TypedRow[] {
  return sheets.flatMap((sheet) => {
    if (schoolOf(sheet.cells[0]?.[0]?.value ?? '') === '') return [];
    const tab = tabOf(sheet);
    if (tab.trouble.length > 0) return [];
    return [...tab.blocks.values()].flatMap((block) =>
      rowsOf(tab, block).map(({ raw }) => {
        const cells = Object.keys(block.form.fields).map((key) => raw.cells[key] ?? '');
        return { school: tab.school, form: block.form.key, cells: joined(cells) };
      }),
    );
  });
}

/** Typed rows that stand neither on a tab of the school's nor among the consolidated rows. */
export function lostRows(typed: readonly TypedRow[], sheets: readonly SheetState[]): TypedRow[] {
  const lines = new Map<string, string>();
  const add = (school: string, form: string, cells: readonly unknown[]) => {
    const key = `${school}/${form}`;
    lines.set(key, `${lines.get(key) ?? ''}${joined(cells)}\n`);
  };
  const formOfTab = new Map(programme.forms.map((form) => [rowsTabName(form), form.key]));
  for (const sheet of sheets) {
    const grid = gridOf(sheet);
    const form = formOfTab.get(sheet.name);
    if (form) for (const row of grid) add(String(row[1] ?? ''), form, row);
    else addSchoolTab(grid, add);
  }
  return typed.filter(({ school, form, cells }) =>
    [`${school}/${form}`, `${school}/${SOMEWHERE}`, `${SOMEWHERE}/${SOMEWHERE}`].every(
      (key) => !lines.get(key)?.includes(cells),
    ),
  );
}

type Add = (school: string, form: string, cells: readonly unknown[]) => void;

/** A healed tab's old rows count too: they are kept, hidden, and nobody's. */
function addSchoolTab(grid: readonly (readonly unknown[])[], add: Add): void {
  const first = String(grid[0]?.[0] ?? '');
  const old = first === OLD_TAB;
  const school = old ? SOMEWHERE : schoolOf(first);
  if (school === '') return;
  let form = SOMEWHERE;
  for (const row of grid) {
    const title = /^([\w-]+)\/title$/.exec(String(row[0] ?? ''));
    if (title) form = title[1]!;
    add(school, old ? SOMEWHERE : form, row);
  }
}
