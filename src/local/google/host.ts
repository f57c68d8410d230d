/** What each faked service is given: who runs, what time it is, in whose realm values are made, where service calls are told. */
export interface Host {
  /**
   * Does `change` as one service call named `Class.method`: checks the scopes and the time limit, moves the virtual clock,
   * counts it, tells `onCall` before and after. Calls made inside `change` are not counted again. Cells of the grids among
   * `given` and in what comes back take their time too.
   */
  call<T>(method: string, change: () => T, given?: readonly unknown[]): T;
  /** Counts the making of a handle or builder (`Sheet.getRange`), which is free of service cost. */
  handle<T>(method: string, make: () => T): T;
  /** Throws as Google does: an Error of the running script's realm whose `name` is `Exception`. */
  fail(message: string, name?: string): never;
  /** A date of the running script's realm. */
  date(milliseconds: number): Date;
  /** Milliseconds of the virtual clock. */
  now(): number;
  /** E-mail of whoever runs. */
  user(): string;
  readonly owner: string;
  /** The bound script's time zone (manifest). */
  readonly scriptTimeZone: string;
  execution(): ExecutionKind;
}

/** `open-trigger` is an installed one, which runs as its creator; `outside` — the test or the demo itself, acting as the owner. */
export type ExecutionKind = 'outside' | 'simple-trigger' | 'menu' | 'client' | 'time-trigger' | 'open-trigger';
