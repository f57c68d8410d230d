import { answerEditOf } from './answer-edit';
import { type AnyCommand, entryOf } from './command';
import { buildMenu } from './menu';

/** Everything that Google calls by name: simple triggers, and whatever the lists hold. */
export function entriesOf(commands: readonly AnyCommand[]): Readonly<Record<string, (...args: never[]) => unknown>> {
  const own = {
    /** Simple trigger: the menu, for coordinators only. */
    onOpen: () => buildMenu(commands),
    /** Simple trigger: remarks, calculated columns, completeness, «Проверить», «Сдать». */
    onEdit: answerEditOf,
  };
  const entries: Record<string, (...args: never[]) => unknown> = { ...own };
  for (const command of commands) {
    // Seen when the add-on is built: that evaluates it.
    if (command.name in entries) throw new Error(`two entry points are called ${command.name}`);
    entries[command.name] = entryOf(command);
  }
  return entries;
}
