import type { Host } from '../host';
import { CLASS, classOf, STATE, stateOf } from './mark';
import { checkArguments, parseSignature, type Signature } from './signature';

export { classOf, stateOf };

/** What every handle knows: who answers for it. */
export interface Hosted {
  host: Host;
}

type Member<S> = (state: S, ...given: never[]) => unknown;

/**
 * The members of one service class by signature, in four kinds: `handle` is free and gives what the function gives, `fluent` is free and gives
 * the object itself; `call` and `change` are the same, but service calls.
 */
export interface Members<S> {
  handle?: Record<string, Member<S>>;
  fluent?: Record<string, Member<S>>;
  call?: Record<string, Member<S>>;
  change?: Record<string, Member<S>>;
}

const ASKED_BY_JAVASCRIPT = new Set(['then', 'toJSON', 'inspect', 'nodeType', '$$typeof', 'asymmetricMatch']);

/** Stands behind every class: whatever is not found before it is reached, Google may have and we have not. */
const guard: object = new Proxy(Object.prototype, {
  get(target, key, receiver: { [STATE]?: Hosted; [CLASS]?: string }) {
    if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
    if (ASKED_BY_JAVASCRIPT.has(key)) return undefined;
    const message = `${receiver[CLASS]}.${key} is not implemented`;
    const host = receiver[STATE]?.host;
    if (!host) throw new Error(message);
    return host.fail(message, 'Error');
  },
});

type Invoke = (state: Hosted, method: string, run: () => unknown, self: unknown, given: unknown[]) => unknown;

const INVOKE: Record<keyof Members<never>, Invoke> = {
  handle: (state, method, run) => state.host.handle(method, run),
  call: (state, method, run, _self, given) => state.host.call(method, run, given),
  fluent: (state, method, run, self) => {
    state.host.handle(method, run);
    return self;
  },
  change: (state, method, run, self, given) => {
    state.host.call(method, run, given);
    return self;
  },
};

function bindMember(className: string, signature: Signature, invoke: Invoke, member: Member<never>) {
  const method = `${className}.${signature.name}`;
  return function (this: { [STATE]: Hosted }, ...given: unknown[]) {
    const state = this[STATE];
    checkArguments(state.host, method, signature, given);
    return invoke(state, method, () => (member as (...all: unknown[]) => unknown)(state, ...given), this, given);
  };
}

/**
 * Makes handles of the class `className`: plain objects over one prototype, since a sheet may be asked for thousands of them. `parts` are asked
 * for at the first handle: classes name each other, and so do their files.
 */
export function defineService<S extends Hosted>(
  className: string,
  parts: () => Members<S>[],
  constants: object = {},
): (state: S) => object {
  let prototype: object | undefined;
  return (state) => {
    prototype ??= makePrototype(className, parts(), constants);
    return Object.create(prototype, { [STATE]: { value: state } });
  };
}

function makePrototype<S>(className: string, parts: Members<S>[], constants: object): object {
  const prototype: object = Object.create(guard, {
    [CLASS]: { value: className },
    toString: { value: () => className, writable: true },
  });
  for (const part of parts) {
    for (const kind of ['handle', 'fluent', 'call', 'change'] as const) {
      for (const [text, member] of Object.entries(part[kind] ?? {})) {
        const signature = parseSignature(text);
        const value = bindMember(className, signature, INVOKE[kind], member);
        Object.defineProperty(prototype, signature.name, { value, writable: true, enumerable: true });
      }
    }
  }
  for (const [name, value] of Object.entries(constants)) {
    Object.defineProperty(prototype, name, { value, enumerable: true });
  }
  return prototype;
}
