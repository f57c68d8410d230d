import { commands } from './commands';
import { entriesOf } from './entries';
import { menuOf } from './menu';
import { panels } from './panels';

/** The build gives each a top-level function of its name: Apps Script finds nothing else. */
export const entries = entriesOf(commands, panels);
/** The build hands it to the script that is run at every opening. */
export const menu = menuOf(commands);
/** The build makes the page of each from src/sidebar. */
export const pages = panels.map(({ key, title }) => ({ key, title }));

export interface Called {
  readonly entries: typeof entries;
}
