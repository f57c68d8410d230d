import { commands } from './commands';
import { entriesOf } from './entries';

/** The build gives each a top-level function of its name: Apps Script finds nothing else. */
export const entries = entriesOf(commands);
