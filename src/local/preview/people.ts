import type { Cell } from '../../model';
import { programme } from '../../programme';
import { readSchools, schoolOf, TABS } from '../../workbook';
import type { Runtime } from '../runtime';
import type { Person } from './messages';

/** The coordinator, who owns the workbook, and one account for each school of the register, which may edit it. */
export function peopleOf({ book }: Runtime): Person[] {
  const register = book.sheets.find(({ name }) => name === TABS.schools);
  const grid = (register?.cells ?? []).map((row) => Array.from(row ?? [], (cell): Cell => cell?.value ?? ''));
  const schools = readSchools(programme, grid).schools.map(({ key, name }): Person => {
    const tab = book.sheets.find(({ cells }) => schoolOf(cells[0]?.[0]?.value ?? '') === key)?.id;
    return { user: `${key}@school.example`, title: name, ...(tab !== undefined && { tab }) };
  });
  for (const { user } of schools) book.editors.add(user);
  return [{ user: book.owner, title: 'Координатор района' }, ...schools];
}
