import type { AnyCommand } from './command';
import { isCoordinator } from './coordinator';

const CAPTION = 'Качество образования';

export type MenuEntry = { readonly title: string } & ({ readonly name: string } | { readonly items: MenuEntry[] });

/** The menu that a list of commands makes: in its order, a group where its first command stands. */
export function menuOf(commands: readonly AnyCommand[]): MenuEntry[] {
  const entries: MenuEntry[] = [];
  const groups = new Map<string, MenuEntry[]>([['', entries]]);
  for (const { name, menu } of commands) {
    if (!menu) continue;
    const [group, title] = menu;
    if (!groups.has(group)) {
      const items: MenuEntry[] = [];
      groups.set(group, items);
      entries.push({ title: group, items });
    }
    groups.get(group)!.push({ title, name });
  }
  return entries;
}

function built(caption: string, entries: readonly MenuEntry[]): GoogleAppsScript.Base.Menu {
  const menu = SpreadsheetApp.getUi().createMenu(caption);
  for (const entry of entries) {
    if ('name' in entry) menu.addItem(entry.title, entry.name);
    else menu.addSubMenu(built(entry.title, entry.items));
  }
  return menu;
}

/** Any menu item would ask a school for the manifest's scopes, so the menu is built only for a coordinator; true for one. */
export function buildMenu(entries: readonly MenuEntry[]): boolean {
  const coordinator = mayBeCoordinator();
  if (coordinator) built(CAPTION, entries).addToUi();
  return coordinator;
}

function mayBeCoordinator(): boolean {
  try {
    return isCoordinator();
  } catch {
    // If Google refuses the question to a simple trigger, a menu too many is better than none.
    return true;
  }
}
