import { format } from 'node:util';
import type { World } from '../runtime/world';

/** The execution log. Kept, not printed: `runtime.logs`. */
export const createConsole = (world: World) => {
  const write =
    (level: string) =>
    (...values: unknown[]): void =>
      void world.logs.push({ level, text: format(...values) });
  const since = new Map<string, number>();
  return {
    log: write('log'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    time: (label: string) => void since.set(label, world.clock.now()),
    timeEnd: (label: string) =>
      write('log')(`${label}: ${world.clock.now() - (since.get(label) ?? world.clock.now())}ms`),
  };
};

export const createLogger = (world: World) => {
  const lines: string[] = [];
  const logger = {
    log: (...values: unknown[]) => {
      lines.push(format(...values));
      world.logs.push({ level: 'log', text: format(...values) });
      return logger;
    },
    getLog: () => lines.join('\n'),
    clear: () => void lines.splice(0),
  };
  return logger;
};
