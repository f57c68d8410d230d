import type { ServiceHost } from '../runtime/execution';
import type { World } from '../runtime/world';
import { strict } from './strict';

/** A simple trigger, which runs without authorisation, learns no address [D]. */
export const createUser = (host: ServiceHost) =>
  strict('User', {
    getEmail: () => (host.execution() === 'simple-trigger' ? '' : host.user()),
    toString: () => (host.execution() === 'simple-trigger' ? '' : host.user()),
  });

export const createSession = (host: ServiceHost, world: World) =>
  strict('Session', {
    getActiveUser: () => host.handle('Session.getActiveUser', () => createUser(host)),
    getEffectiveUser: () => host.handle('Session.getEffectiveUser', () => createUser(host)),
    getScriptTimeZone: () => host.handle('Session.getScriptTimeZone', () => host.scriptTimeZone),
    getActiveUserLocale: () => host.handle('Session.getActiveUserLocale', () => world.bound.locale.slice(0, 2)),
    // Stable for a user for thirty days, tells nothing of who it is [D].
    getTemporaryActiveUserKey: () =>
      host.handle('Session.getTemporaryActiveUserKey', () =>
        Buffer.from(`key of ${host.user()}`).toString('base64url').slice(0, 40),
      ),
  });
