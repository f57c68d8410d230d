import type { Where } from './indicator';

/** Where a requirement of the order is answered: something that a user opens. */
export type Answer =
  | { readonly form: string; readonly field: string }
  /** `where` names the rows that answer it; all rows where it does not. */
  | { readonly register: string; readonly field: string; readonly where?: Where }
  | { readonly indicator: string }
  | { readonly target: string }
  | { readonly setting: string }
  | { readonly tab: 'status' | 'overview' | 'targets' | 'schools' }
  /** `waits` marks a report that is not built yet. */
  | { readonly report: string; readonly section?: string; readonly waits?: true };

/** What the order demands, in its words, and everything that answers it. */
export interface Requirement {
  readonly id: string;
  readonly words: string;
  readonly answers: readonly Answer[];
}
