/** Members JavaScript itself asks of any object: coercion, promises, serialising, test printers. */
const ASKED_BY_JAVASCRIPT = new Set([
  'then',
  'toJSON',
  'toString',
  'valueOf',
  'constructor',
  'inspect',
  'nodeType',
  '$$typeof',
  'asymmetricMatch',
  'hasOwnProperty',
]);

/**
 * Shows `members` as the Google class `className`: asking for a member it has not, or setting one, throws an error that
 * names it, so that a script never goes on with an `undefined` where Google has a method.
 */
export const strict = <T extends object>(className: string, members: T): T =>
  new Proxy(members, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) {
        if (key === 'toString' && !Object.hasOwn(target, 'toString')) return () => className;
        return Reflect.get(target, key);
      }
      if (ASKED_BY_JAVASCRIPT.has(key)) return undefined;
      throw new Error(`${className}.${key} is not implemented`);
    },
    set(_target, key) {
      throw new Error(`${className}.${String(key)} is not implemented: it cannot be set`);
    },
  });

/** An enumeration of Google's: each member prints as its own name and equals only itself. */
export const enumeration = <K extends string>(className: string, names: readonly K[]): Record<K, EnumMember<K>> => {
  const members = {} as Record<K, EnumMember<K>>;
  names.forEach((name, order) => {
    members[name] = Object.freeze({
      name: () => name,
      ordinal: () => order,
      toString: () => name,
      toJSON: () => name,
      compareTo: (other: { ordinal(): number }) => order - other.ordinal(),
    });
  });
  return strict(className, members);
};

export interface EnumMember<K extends string = string> {
  name(): K;
  ordinal(): number;
  toString(): string;
  toJSON(): string;
  compareTo(other: { ordinal(): number }): number;
}
