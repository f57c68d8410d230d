import type { Workbench } from './workbench';

/** One belief about Google that the add-on or the local runtime rests on, and how to try it. */
export interface Probe {
  /** Permanent; unique among all probes. */
  readonly key: string;
  readonly belief: string;
  /** What `find` gives where the belief holds. */
  readonly expected: string;
  /** What is so here, in words; throws `NotTried` where it cannot be told. */
  find(bench: Workbench): string;
}

/** A theme of probes, by its Russian title. */
export interface Theme {
  readonly title: string;
  readonly probes: readonly Probe[];
}

/** Why a belief could not be tried, in words. */
export class NotTried extends Error {}
