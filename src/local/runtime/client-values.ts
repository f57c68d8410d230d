const tag = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** Says why a value may not cross between the browser and the server; undefined when it may. */
const refusal = (value: unknown, path: string, within: unknown[]): string | undefined => {
  if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return undefined;
  if (typeof value !== 'object') return path;
  if (within.includes(value)) return path;
  const kind = tag(value);
  if (kind !== 'Array' && kind !== 'Object') return path;
  if (kind === 'Object' && !isPlain(value)) return path;
  for (const [key, member] of Object.entries(value)) {
    const found = refusal(member, path === '' ? key : `${path}.${key}`, [...within, value]);
    if (found !== undefined) return found;
  }
  return undefined;
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** What arrives on the other side: fields that are undefined are null in an array, absent in an object [D]. */
const copy = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => (member === undefined ? null : copy(member)));
  const fields = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(fields.map(([key, member]) => [key, copy(member)]));
};

/**
 * Arguments of `google.script.run`, copied: numbers, strings, booleans, null, arrays and plain objects of these. A Date,
 * a function or anything else in them makes the call fail [D].
 */
export const clientArguments = (args: unknown[]): unknown[] =>
  args.map((value, at) => {
    const bad = refusal(value, '', []);
    if (bad === undefined) return copy(value);
    throw new TypeError(`Failed due to illegal value in property: ${bad === '' ? at : bad}`);
  });

/** What `google.script.run` hands to the success handler, by the same rules. */
export const clientResult = (value: unknown): unknown => {
  const bad = refusal(value, '', []);
  if (bad === undefined) return copy(value);
  const where = bad === '' ? '' : ` (at ${bad})`;
  throw new TypeError(`The script completed but the returned value is not a supported return type${where}.`);
};

/** A menu click throws its result away, whatever it is. */
export const menuResult = (value: unknown): unknown => (refusal(value, '', []) === undefined ? copy(value) : undefined);
