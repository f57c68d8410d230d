import { formatNumber } from '../../model';
import type { Runtime } from '../runtime';

export interface Measure {
  readonly calls: number;
  /** Milliseconds of this process's time. */
  readonly cpu: number;
  /** Milliseconds on Google as `latency.ts` has them. */
  readonly modelled: number;
}

export function measured(runtime: Runtime, work: () => void): Measure {
  const before = { calls: runtime.calls.service, clock: runtime.now(), cpu: process.cpuUsage() };
  work();
  const { user, system } = process.cpuUsage(before.cpu);
  return {
    calls: runtime.calls.service - before.calls,
    cpu: (user + system) / 1000,
    modelled: runtime.now() - before.clock,
  };
}

/** The most this process has held so far, in megabytes; sizes are measured from the smallest up. */
export const peakMemory = (): number => process.resourceUsage().maxRSS / 1024;

export const inWords = ({ calls, cpu, modelled }: Measure): string =>
  [
    `${formatNumber(calls).padStart(9)} calls`,
    `${formatNumber(modelled / 1000, 1).padStart(9)} s on Google`,
    `${formatNumber(cpu).padStart(7)} ms CPU`,
  ].join(' ');
