import { clientArguments } from '../../runtime/client-values';

// Stands in a panel's page before its own scripts: `google.script` as Google gives it, over messages to the page around.

interface Handlers {
  success?: (result: unknown, userObject: unknown) => void;
  failure?: (error: Error, userObject: unknown) => void;
  userObject?: unknown;
}

interface Answer {
  call: number;
  result?: unknown;
  error?: string;
}

const waiting = new Map<number, Handlers>();
let calls = 0;

const tell = (message: object): void => parent.postMessage({ panel: true, ...message }, '*');

const runner = (handlers: Handlers): unknown =>
  new Proxy(Object.freeze({}), {
    get: (_, name) => {
      if (typeof name !== 'string') return undefined;
      if (name === 'withSuccessHandler') return (success: Handlers['success']) => runner({ ...handlers, success });
      if (name === 'withFailureHandler') return (failure: Handlers['failure']) => runner({ ...handlers, failure });
      if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject });
      return (...args: unknown[]) => {
        const given = clientArguments(args);
        calls += 1;
        waiting.set(calls, handlers);
        tell({ call: calls, name, args: given });
      };
    },
  });

addEventListener('message', ({ data, source }: MessageEvent<Answer>) => {
  const handlers = source === parent && waiting.get(data.call);
  if (!handlers) return;
  waiting.delete(data.call);
  if (data.error === undefined) handlers.success?.(data.result, handlers.userObject);
  else if (handlers.failure) handlers.failure(new Error(data.error), handlers.userObject);
  else console.error(data.error);
});

// A link would leave for the network; the page around knows the documents by their addresses.
addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.('a[href]');
  const address = link?.getAttribute('href') ?? '';
  if (!/^(https?:|#gid=)/.test(address)) return;
  event.preventDefault();
  tell({ open: address });
});

Object.assign(window, {
  google: {
    script: {
      run: runner({}),
      host: {
        close: () => tell({ close: true }),
        setHeight: (height: number) => tell({ height }),
        setWidth: (width: number) => tell({ width }),
        editor: { focus: () => tell({ focus: true }) },
      },
    },
  },
});
