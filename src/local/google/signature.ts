import type { Host } from './host';

const typeName = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'Array' : `${typeName(value[0])}[]`;
  if (typeof value === 'string') return 'String';
  if (typeof value === 'object') return Object.prototype.toString.call(value).slice(8, -1);
  return typeof value;
};

/** Throws what Google says when no overload of a method fits the arguments [K]. */
export const mismatch = (host: Host, method: string, args: readonly unknown[]): never =>
  host.fail(`The parameters (${args.map(typeName).join(',')}) don't match the method signature for ${method}.`);

export const isText = (value: unknown): value is string => typeof value === 'string';
