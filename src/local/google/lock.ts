import type { ServiceHost } from '../runtime/execution';
import type { World } from '../runtime/world';
import { strict } from './strict';

const createLock = (host: ServiceHost, world: World, name: string, spend: (milliseconds: number) => void) => {
  const isMine = () => world.locks.get(name) === host.executionId;
  /** Whoever holds the lock cannot go on while this execution waits, so waiting uses up the whole patience. */
  const take = (patience: number): boolean => {
    if (world.locks.has(name) && !isMine()) {
      spend(patience);
      return false;
    }
    world.locks.set(name, host.executionId);
    return true;
  };
  return strict('Lock', {
    tryLock: (patience: number) => host.call('Lock.tryLock', () => take(patience)),
    waitLock: (patience: number) =>
      host.call('Lock.waitLock', () => {
        if (!take(patience)) host.fail('Lock timeout: another process was holding the lock for too long.');
      }),
    hasLock: () => host.handle('Lock.hasLock', isMine),
    releaseLock: () =>
      host.call('Lock.releaseLock', () => {
        if (isMine()) world.locks.delete(name);
      }),
  });
};

export const hasDocument = (host: ServiceHost, { uncertain }: World): boolean =>
  host.execution() !== 'time-trigger' || uncertain.bookAtNight;

export const createLockService = (host: ServiceHost, world: World, spend: (milliseconds: number) => void) =>
  strict('LockService', {
    // None where there is no document [D].
    getDocumentLock: () => (hasDocument(host, world) ? createLock(host, world, 'document', spend) : null),
    getScriptLock: () => createLock(host, world, 'script', spend),
    getUserLock: () => createLock(host, world, `user:${host.user()}`, spend),
  });

/** What an execution still holds is released when it ends [D]. */
export const releaseLocks = (world: World, executionId: number): void => {
  for (const [name, holder] of world.locks) if (holder === executionId) world.locks.delete(name);
};
