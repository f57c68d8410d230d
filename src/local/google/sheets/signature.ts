import { isDate } from '../../../model';
import type { Host } from '../host';
import { classOf } from './mark';

/** One parameter of a method's signature: its type as the reference writes it; `?` lets null through. */
type Accepts = (value: unknown) => boolean;

const isInteger: Accepts = (value) => typeof value === 'number' && Number.isInteger(value);

const PLAIN: Record<string, Accepts> = {
  Object: () => true,
  String: (value) => typeof value === 'string',
  Integer: isInteger,
  Number: (value) => typeof value === 'number' && Number.isFinite(value),
  Boolean: (value) => typeof value === 'boolean',
  Date: isDate,
  Options: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !classOf(value),
  Enum: (value) =>
    typeof value === 'object' && value !== null && typeof (value as { ordinal?: unknown }).ordinal === 'function',
};

function parseType(type: string): Accepts {
  if (type.endsWith('?')) {
    const inner = parseType(type.slice(0, -1));
    return (value) => value === null || inner(value);
  }
  if (type.endsWith('[]')) {
    const inner = parseType(type.slice(0, -2));
    return (value) => Array.isArray(value) && Array.prototype.every.call(value, inner);
  }
  return PLAIN[type] ?? ((value) => classOf(value) === type);
}

/** A method and the lists of parameters it takes, from `getRange(String) (Integer, Integer)`. */
export interface Signature {
  name: string;
  overloads: Accepts[][];
}

export function parseSignature(text: string): Signature {
  const name = text.slice(0, text.indexOf('('));
  const overloads = [...text.matchAll(/\(([^)]*)\)/g)].map((match) =>
    match[1]!
      .split(',')
      .map((type) => type.trim())
      .filter((type) => type !== '')
      .map(parseType),
  );
  return { name, overloads };
}

/** As Google names what it was given: `(SpreadsheetApp.Range,String,null)`. */
function describe(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'String';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `${describe(value[0])}[]`;
  const handle = classOf(value);
  if (handle) return `SpreadsheetApp.${handle}`;
  return typeof value === 'object' || typeof value === 'function' ? '(class)' : typeof value;
}

export function refuseArguments(host: Host, method: string, given: unknown[]): never {
  const types = Array.from(given, describe).join(',');
  const full = method.startsWith('SpreadsheetApp.') ? method : `SpreadsheetApp.${method}`;
  host.fail(`The parameters (${types}) don't match the method signature for ${full}.`);
}

/** Refuses arguments that no overload takes, with Google's words. */
export function checkArguments(host: Host, method: string, signature: Signature, given: unknown[]): void {
  const fits = signature.overloads.some(
    (accepts) => accepts.length === given.length && accepts.every((accept, index) => accept(given[index])),
  );
  if (!fits) refuseArguments(host, method, given);
}
