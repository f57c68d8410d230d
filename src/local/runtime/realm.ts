import * as vm from 'node:vm';

/** The intrinsics of one V8 context: values given to a script are made of these, as Google's are of the script's own. */
export interface Realm {
  global: Record<string, unknown>;
  date(milliseconds: number): Date;
  error(message: string, name: string): Error;
  /** Copies arrays, plain objects and dates of any realm; anything else goes through as it is. */
  give<T>(value: T): T;
  isOwnError(value: unknown): boolean;
  /** Lets the promises a script left behind run to their end, as Google does before an execution ends. */
  settle(): void;
}

// Runs inside the context: whatever it makes belongs to the script's realm. `now` is the virtual clock, so that
// `new Date()` and `Date.now()` in a script agree with the time its services see.
const PRELUDE = `(now) => {
  const RealDate = Date;
  if (now) {
    function VirtualDate(...parts) {
      if (new.target === undefined) return new RealDate(now()).toString();
      const target = new.target === VirtualDate ? RealDate : new.target;
      return Reflect.construct(RealDate, parts.length === 0 ? [now()] : parts, target);
    }
    Object.defineProperty(VirtualDate, 'name', { value: 'Date' });
    Object.defineProperty(VirtualDate, 'length', { value: 7 });
    VirtualDate.prototype = RealDate.prototype;
    VirtualDate.now = () => now();
    VirtualDate.parse = RealDate.parse;
    VirtualDate.UTC = RealDate.UTC;
    Object.defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate, writable: true, configurable: true });
    Object.defineProperty(globalThis, 'Date', { value: VirtualDate, writable: true, configurable: true });
  }
  const tag = (value) => Object.prototype.toString.call(value);
  const isPlain = (value) => {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
  };
  const give = (value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return Array.from(value, give);
    if (tag(value) === '[object Date]') return new RealDate(value.getTime());
    if (tag(value) !== '[object Object]' || !isPlain(value)) return value;
    const copy = {};
    for (const key of Object.keys(value)) copy[key] = give(value[key]);
    return copy;
  };
  return {
    date: (milliseconds) => new RealDate(milliseconds),
    error: (message, name) => {
      const error = new Error(message);
      Object.defineProperty(error, 'name', { value: name, writable: true, configurable: true });
      return error;
    },
    give,
    isOwnError: (value) => value instanceof Error,
  };
}`;

type Intrinsics = Pick<Realm, 'date' | 'error' | 'give' | 'isOwnError'>;
let prelude: vm.Script | undefined;
let nothing: vm.Script | undefined;
let outside: Realm | undefined;

/** A fresh bare V8 context, with only what ECMAScript has: no timers, no `fetch`, no `Buffer`, as in Apps Script. */
export const makeRealm = (now: () => number): Realm => {
  prelude ??= new vm.Script(PRELUDE, { filename: 'realm-prelude.js' });
  nothing ??= new vm.Script('0', { filename: 'settle.js' });
  const settle = nothing;
  // An ordinary global (Node 20.18 and later) is some ten times faster than one intercepted on behalf of a sandbox object.
  const context = vm.createContext(vm.constants?.DONT_CONTEXTIFY ?? {}, { microtaskMode: 'afterEvaluate' });
  const intrinsics = (prelude.runInContext(context) as (now: () => number) => Intrinsics)(now);
  return {
    ...intrinsics,
    global: context as Record<string, unknown>,
    settle: () => settle.runInContext(context),
  };
};

/** The realm of the test or demo itself, for services used outside an execution. */
export const hostRealm = (): Realm => {
  outside ??= {
    ...(new Function(`return (${PRELUDE})`)() as (now: null) => Intrinsics)(null),
    global: globalThis as unknown as Record<string, unknown>,
    settle: () => {},
  };
  return outside;
};
