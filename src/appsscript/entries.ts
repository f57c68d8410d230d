import { type AnyCommand, entryOf } from './command';
import { type AnyPanel, panelCallOf } from './panel';

type Entries = Record<string, (...args: never[]) => unknown>;

/** Everything that Google calls by name but simple triggers: the call of every panel, and the commands. */
export function entriesOf(commands: readonly AnyCommand[], panels: readonly AnyPanel[]): Readonly<Entries> {
  const entries: Entries = {
    panelCall: panelCallOf(panels),
  };
  for (const command of commands) {
    // Seen when the add-on is built: that evaluates it.
    if (command.name in entries) throw new Error(`two entry points are called ${command.name}`);
    entries[command.name] = entryOf(command);
  }
  return entries;
}
