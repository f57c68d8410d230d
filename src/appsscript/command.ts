import { refuseOthers } from './coordinator';
import { exclusively, type Outcome, refuseBusy, shown, stepByStep } from './run';
import { refuseUnauthorised, type Scope } from './scopes';

/** One thing that can be started by name: from the menu, by a trigger, by a panel or by an archive. */
export interface Command<Args extends readonly unknown[] = [], Result = Outcome | null> {
  /** Permanent: triggers and archives keep it. */
  readonly name: string;
  /** Group and title; '' is the menu itself. Without it the command is started by name alone. */
  readonly menu?: readonly [group: string, title: string];
  /** Title in the menus of former versions, which stand until a workbook is opened anew: it shows what came of it, too. */
  readonly formerly?: string;
  /** Runs alone in this workbook; in `steps` it may stop in time, and the next start goes on. */
  readonly needs?: 'lock' | 'steps';
  /** Said of what changes nothing but the caller's own screen: everything else is for coordinators alone. */
  readonly changes?: 'nothing';
  /** What has to be granted beside the workbook and, from the menu, windows. */
  readonly scopes?: readonly Scope[];
  run(...args: Args): Result;
}

export type AnyCommand = Command<never[], unknown>;
type Demands = Pick<Command, 'needs' | 'changes'>;
type Entry = (...args: never[]) => unknown;

/** `work` as a command or a panel's action needs it run, by whoever may. */
export function alone({ needs, changes }: Demands, work: () => unknown, busy?: () => never): unknown {
  if (changes !== 'nothing') refuseOthers();
  if (needs === 'steps') return stepByStep(work as () => Outcome);
  return needs === 'lock' ? exclusively(work, busy) : work();
}

/** What Google calls by the command's name: what has stood in a menu shows what came of it, others give it back. */
export function entryOf(command: AnyCommand): Entry {
  if (titleOf(command) === undefined)
    return (...args) => granted(command, () => alone(command, () => command.run(...args), refuseBusy));
  return () => shown(() => granted(command, () => alone(command, () => command.run())) as Outcome | null);
}

const granted = (command: AnyCommand, work: () => unknown): unknown => {
  refuseUngranted(command);
  return work();
};

/** People may grant some of what the manifest asks for: asked before anything is begun. */
export function refuseUngranted(command: Pick<AnyCommand, 'name' | 'menu' | 'formerly' | 'scopes'>): void {
  const { name, scopes = [] } = command;
  const title = titleOf(command);
  refuseUnauthorised(title === undefined ? `Команда ${name}` : `«${title}»`, [
    'book',
    ...(title === undefined ? [] : (['windows'] as const)),
    ...scopes,
  ]);
}

const titleOf = ({ menu, formerly }: Pick<AnyCommand, 'menu' | 'formerly'>): string | undefined =>
  menu?.[1] ?? formerly;
