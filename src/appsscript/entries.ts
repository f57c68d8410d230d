import { type AnyCommand, entryOf } from './command';
import { type AnyPanel, panelCallOf } from './panel';
import { begin } from './run';

type Entry = (...args: never[]) => unknown;
type Entries = Record<string, Entry>;

const timed =
  (entry: Entry): Entry =>
  (...args) => {
    begin();
    return entry(...args);
  };

/** Everything that Google calls by name but simple triggers: the call of every panel, and the commands. */
export function entriesOf(commands: readonly AnyCommand[], panels: readonly AnyPanel[]): Readonly<Entries> {
  const entries: Entries = {
    panelCall: timed(panelCallOf(panels)),
  };
  for (const command of commands) {
    // Seen when the add-on is built: that evaluates it.
    if (command.name in entries) throw new Error(`two entry points are called ${command.name}`);
    entries[command.name] = timed(entryOf(command));
  }
  return entries;
}
