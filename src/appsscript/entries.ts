import { answerEditOf } from './answer-edit';
import { type AnyCommand, entryOf } from './command';
import { buildMenu } from './menu';
import { type AnyPanel, panelCallOf } from './panel';

type Entries = Record<string, (...args: never[]) => unknown>;

/** Everything that Google calls by name: simple triggers, the call of every panel, and the commands. */
export function entriesOf(commands: readonly AnyCommand[], panels: readonly AnyPanel[]): Readonly<Entries> {
  const entries: Entries = {
    /** Simple trigger: the menu, for coordinators only. */
    onOpen: () => buildMenu(commands),
    /** Simple trigger: remarks, calculated columns, completeness, «Проверить», «Сдать». */
    onEdit: answerEditOf,
    panelCall: panelCallOf(panels),
  };
  for (const command of commands) {
    // Seen when the add-on is built: that evaluates it.
    if (command.name in entries) throw new Error(`two entry points are called ${command.name}`);
    entries[command.name] = entryOf(command);
  }
  return entries;
}
