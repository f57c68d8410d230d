import type { ExecutionKind } from '../google/host';
import { releaseLocks } from '../google/lock';
import { inTimeZone } from './clock';
import { inContext, type LoadedContext } from './contexts';
import { Execution } from './execution';
import { createServices } from './globals';
import type { World } from './world';

type ScriptFunction = (...args: unknown[]) => unknown;
type Invoke<T> = (find: (name: string) => ScriptFunction | undefined, execution: Execution) => T;

/** Runs one script function in a fresh context; `invoke` is given the function, or undefined when the script has none. */
export const execute = <T>(world: World, kind: ExecutionKind, user: string, invoke: Invoke<T>): T => {
  if (world.running === 0) world.clock.follow();
  return inTimeZone(world.project.manifest.timeZone, () =>
    inContext(
      world.project,
      () => world.clock.now(),
      (context) => executeIn(context, new Execution(world, context.realm, kind, user), invoke),
    ),
  );
};

function executeIn<T>(context: LoadedContext, execution: Execution, invoke: Invoke<T>): T {
  const { realm, world } = execution;
  world.running += 1;
  try {
    for (const [name, service] of Object.entries(createServices(execution))) realm.global[name] = service;
    context.load();
    const result = invoke((name) => scriptFunction(realm.global, name), execution);
    realm.settle();
    // A script that swallowed the error has been ended all the same.
    if (execution.end) throw execution.end.error;
    return result;
  } catch (error) {
    throw execution.end ? hostError(execution, execution.end.error) : hostError(execution, error);
  } finally {
    world.running -= 1;
    releaseLocks(world, execution.id);
  }
}

const scriptFunction = (global: Record<string, unknown>, name: string): ScriptFunction | undefined =>
  Object.hasOwn(global, name) && typeof global[name] === 'function' ? (global[name] as ScriptFunction) : undefined;

/** An error of the caller's realm, so that `instanceof Error` holds outside. */
const hostError = (execution: Execution, error: unknown): unknown => {
  if (error instanceof Error || !execution.realm.isOwnError(error)) return error;
  const { message, name, stack } = error as Error;
  const copy = new Error(message, { cause: error });
  copy.name = name;
  copy.stack = stack;
  return copy;
};
