/** Told of each service call; may throw, which cuts the execution there (see `Execution.call`). */
export type OnCall = (call: { index: number; method: string; phase: 'before' | 'after' }) => void;

/** How often scripts turned to Google: `service` are the calls that cost time, `handles` the free ones. */
export interface Calls {
  service: number;
  handles: number;
  byMethod: Record<string, number>;
  reset(): void;
}

/** `index` of a call is its number since the last `reset`, from 1. */
export const makeCalls = (): Calls & { count(method: string, kind: 'service' | 'handles'): number } => {
  const calls = {
    service: 0,
    handles: 0,
    byMethod: {} as Record<string, number>,
    count(method: string, kind: 'service' | 'handles') {
      calls.byMethod[method] = (calls.byMethod[method] ?? 0) + 1;
      calls[kind] += 1;
      return calls[kind];
    },
    reset() {
      calls.service = 0;
      calls.handles = 0;
      calls.byMethod = {};
    },
  };
  return calls;
};
