import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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
  const before = { calls: runtime.calls.service, clock: runtime.now() };
  const cpu = cpuOf(work);
  return { calls: runtime.calls.service - before.calls, cpu, modelled: runtime.now() - before.clock };
}

setFlagsFromString('--expose-gc');
/** What was made before is cleared away before, not in threads of V8 while something else is measured. */
const clearAway: () => void = runInNewContext('gc');

/** What the add-on spends in its executions; what the bench itself asks of Google in between is not counted. */
export class Meter {
  private total: Measure = { calls: 0, cpu: 0, modelled: 0 };

  constructor(private readonly runtime: Runtime) {
    const { run, edit } = runtime;
    runtime.run = (...given) => this.count(() => run(...given));
    runtime.edit = (...given) => this.count(() => edit(...given));
  }

  private count<T>(work: () => T): T {
    const before = { calls: this.runtime.calls.service, clock: this.runtime.now(), cpu: process.cpuUsage() };
    try {
      return work();
    } finally {
      const { total, runtime } = this;
      this.total = {
        calls: total.calls + runtime.calls.service - before.calls,
        cpu: total.cpu + spentSince(before.cpu),
        modelled: total.modelled + runtime.now() - before.clock,
      };
    }
  }

  of(work: () => void): Measure {
    clearAway();
    const before = this.total;
    work();
    const { calls, cpu, modelled } = this.total;
    return { calls: calls - before.calls, cpu: cpu - before.cpu, modelled: modelled - before.modelled };
  }
}

/** Milliseconds of this process's time. */
export function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return spentSince(before);
}

function spentSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The most this process has held so far, in megabytes; sizes are measured from the smallest up. */
const peakMemory = (): number => process.resourceUsage().maxRSS / 1024;

/** For reading; the lines that programs look for are in `lines.ts`. */
export const tell = (what: string, { calls, cpu, modelled }: Measure, more = ''): void =>
  console.log(
    `  ${[
      what.padEnd(14),
      `${formatNumber(calls).padStart(9)} calls`,
      `${formatNumber(modelled / 1000, 1).padStart(9)} s on Google`,
      `${formatNumber(cpu).padStart(7)} ms CPU`,
      `${formatNumber(peakMemory()).padStart(6)} MB`,
    ].join(' ')}${more}`,
  );
