import type { ServiceHost } from '../runtime/execution';
import type { World } from '../runtime/world';
import { hasDocument } from './lock';
import { mismatch } from './signature';
import { strict } from './strict';

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;
const size = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Values are text; anything else is turned into text as Java would: a whole number gets no fraction in V8 [K]. */
const textOf = (value: unknown): string => String(value);

const createStore = (host: ServiceHost, world: World, name: string) => {
  const entries = (): Map<string, string> => {
    const store = world.properties.get(name) ?? new Map<string, string>();
    world.properties.set(name, store);
    return store;
  };
  const put = (store: Map<string, string>, key: string, value: unknown): void => {
    const text = textOf(value);
    if (size(text) > VALUE_LIMIT) host.fail('Argument too large: value');
    store.set(key, text);
    const total = [...store].reduce((sum, [each, held]) => sum + size(each) + size(held), 0);
    if (total <= STORE_LIMIT) return;
    host.fail('You have exceeded the property storage quota. Please remove some properties and try again.');
  };
  /** All or nothing: what would break a limit is not stored. */
  const change = (method: string, edit: (store: Map<string, string>) => void) =>
    host.call(`Properties.${method}`, () => {
      const copy = new Map(entries());
      edit(copy);
      world.properties.set(name, copy);
      return store;
    });
  const store: Record<string, unknown> = strict('Properties', {
    getProperty: (key: unknown) => host.call('Properties.getProperty', () => entries().get(textOf(key)) ?? null),
    getProperties: () => host.call('Properties.getProperties', () => host.give(Object.fromEntries(entries()))),
    getKeys: () => host.call('Properties.getKeys', () => host.give([...entries().keys()])),
    setProperty: (...args: unknown[]) => {
      if (args.length !== 2) mismatch(host, 'PropertiesService.Properties.setProperty', args);
      return change('setProperty', (copy) => put(copy, textOf(args[0]), args[1]));
    },
    setProperties: (values: Record<string, unknown>, deleteAllOthers = false) => {
      if (typeof values !== 'object' || values === null) {
        mismatch(host, 'PropertiesService.Properties.setProperties', [values]);
      }
      return change('setProperties', (copy) => {
        if (deleteAllOthers) copy.clear();
        for (const [key, value] of Object.entries(values)) put(copy, key, value);
      });
    },
    deleteProperty: (key: unknown) => change('deleteProperty', (copy) => void copy.delete(textOf(key))),
    deleteAllProperties: () => change('deleteAllProperties', (copy) => copy.clear()),
  });
  return store;
};

export const createPropertiesService = (host: ServiceHost, world: World) =>
  strict('PropertiesService', {
    getDocumentProperties: () => (hasDocument(host, world) ? createStore(host, world, 'document') : null),
    getScriptProperties: () => createStore(host, world, 'script'),
    getUserProperties: () => createStore(host, world, `user:${host.user()}`),
  });
