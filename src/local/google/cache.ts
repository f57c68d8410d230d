import type { ServiceHost } from '../runtime/execution';
import type { World } from '../runtime/world';
import { strict } from './strict';

const KEY_LIMIT = 250;
const VALUE_LIMIT = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MOST_SECONDS = 21600;

const createCache = (host: ServiceHost, world: World, name: string) => {
  const entries = () => {
    const cache = world.cache.get(name) ?? new Map<string, { value: string; expires: number }>();
    world.cache.set(name, cache);
    return cache;
  };
  const read = (key: unknown): string | null => {
    const text = checkedKey(key);
    const entry = entries().get(text);
    if (!entry || entry.expires > host.now()) return entry?.value ?? null;
    entries().delete(text);
    return null;
  };
  const checkedKey = (key: unknown): string => {
    const text = String(key);
    return text.length > KEY_LIMIT ? host.fail('Argument too large: key') : text;
  };
  const write = (key: unknown, value: unknown, seconds: number): void => {
    const text = checkedKey(key);
    if (value === null || value === undefined) host.fail('Invalid argument: value');
    if (Buffer.byteLength(String(value), 'utf8') > VALUE_LIMIT) host.fail('Argument too large: value');
    // Longer than six hours is cut to six hours [D]; at or under zero is as good as gone.
    const expires = host.now() + Math.min(seconds, MOST_SECONDS) * 1000;
    entries().set(text, { value: String(value), expires });
  };
  return strict('Cache', {
    get: (key: unknown) => host.call('Cache.get', () => read(key)),
    getAll: (keys: unknown[]) =>
      host.call('Cache.getAll', () => {
        const found = keys.map((key) => [String(key), read(key)] as const).filter(([, value]) => value !== null);
        return host.give(Object.fromEntries(found));
      }),
    put: (key: unknown, value: unknown, seconds = DEFAULT_SECONDS) =>
      host.call('Cache.put', () => write(key, value, seconds)),
    putAll: (values: Record<string, unknown>, seconds = DEFAULT_SECONDS) =>
      host.call('Cache.putAll', () => {
        for (const [key, value] of Object.entries(values)) write(key, value, seconds);
      }),
    remove: (key: unknown) => host.call('Cache.remove', () => void entries().delete(checkedKey(key))),
    removeAll: (keys: unknown[]) =>
      host.call('Cache.removeAll', () => {
        for (const key of keys) entries().delete(checkedKey(key));
      }),
  });
};

export const createCacheService = (host: ServiceHost, world: World) =>
  strict('CacheService', {
    getDocumentCache: () => createCache(host, world, 'document'),
    getScriptCache: () => createCache(host, world, 'script'),
    getUserCache: () => createCache(host, world, `user:${host.user()}`),
  });
