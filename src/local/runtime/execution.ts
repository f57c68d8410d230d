import type { ExecutionKind, Host } from '../google/host';
import { CELL_READ, CELL_WRITTEN, cellsIn, cellsOf, latencyOf } from '../latency';
import { type Refusal, refusalOf } from './permissions';
import type { Realm } from './realm';
import { grantedScopes, type World } from './world';

/** What the services other than SpreadsheetApp are given besides. */
export interface ServiceHost extends Host {
  /** The same arrays, plain objects and dates, made anew in the running script's realm. */
  give<T>(value: T): T;
  /** Number of the running execution, which owns the locks it takes. */
  readonly executionId: number;
}

const MINUTE = 60_000;
const LIMITS: Record<ExecutionKind, number> = {
  outside: Number.POSITIVE_INFINITY,
  'simple-trigger': MINUTE / 2,
  menu: 6 * MINUTE,
  client: 6 * MINUTE,
  'time-trigger': 6 * MINUTE,
  'open-trigger': 6 * MINUTE,
};

let executions = 0;

/** One run of a script: who runs it, since when, in which realm; it counts and times what the script asks of Google. */
export class Execution {
  readonly id = ++executions;
  readonly host: ServiceHost;
  /** What ended the execution from outside the script: a cut or the time limit. Thrown again at every later call. */
  end: { error: unknown } | undefined;
  private readonly since: number;
  private depth = 0;
  private readonly refusals = new Map<string, Refusal | undefined>();

  constructor(
    readonly world: World,
    readonly realm: Realm,
    readonly kind: ExecutionKind,
    readonly user: string,
  ) {
    this.since = world.clock.now();
    this.host = this.makeHost();
  }

  private makeHost(): ServiceHost {
    const { world, realm } = this;
    return {
      call: (method, change, given) => this.call(method, change, given),
      handle: (method, make) => this.handle(method, make),
      fail: (message, name = 'Exception') => {
        throw realm.error(message, name);
      },
      date: realm.date,
      give: realm.give,
      now: () => world.clock.now(),
      user: () => this.user,
      owner: world.owner,
      scriptTimeZone: world.project.manifest.timeZone,
      execution: () => this.kind,
      executionId: this.id,
    };
  }

  private call<T>(method: string, change: () => T, given: readonly unknown[] = []): T {
    if (this.depth > 0) return change();
    this.enter(method);
    const index = this.world.calls.count(method, 'service');
    this.tell(index, method, 'before');
    this.spend(latencyOf(method) + CELL_WRITTEN * cellsIn(given));
    const result = this.silently(change);
    this.spend(CELL_READ * cellsOf(result));
    this.tell(index, method, 'after');
    return result;
  }

  private handle<T>(method: string, make: () => T): T {
    if (this.depth > 0) return make();
    this.enter(method);
    this.world.calls.count(method, 'handles');
    return this.silently(make);
  }

  /** Does `work` without counting or timing the calls made inside it. */
  silently<T>(work: () => T): T {
    this.depth += 1;
    try {
      return work();
    } finally {
      this.depth -= 1;
    }
  }

  /** Moves the clock; ends the execution when its time is over, as Google does in the middle of a call [D]. */
  spend(milliseconds: number): void {
    this.world.clock.advance(milliseconds);
    if (this.world.clock.now() - this.since <= LIMITS[this.kind]) return;
    this.stop(this.realm.error('Exceeded maximum execution time', 'Exception'));
  }

  private enter(method: string): void {
    if (this.end) throw this.end.error;
    if (!this.refusals.has(method)) this.refusals.set(method, refusalOf(method, this.kind, grantedScopes(this.world)));
    const refusal = this.refusals.get(method);
    if (refusal) throw this.realm.error(refusal.message, refusal.name);
  }

  private tell(index: number, method: string, phase: 'before' | 'after'): void {
    const { onCall } = this.world;
    if (!onCall) return;
    try {
      onCall({ index, method, phase });
    } catch (error) {
      // An `Exception` stands for a service that failed, which a script may catch; anything else cuts the execution.
      if (error instanceof Error && error.name === 'Exception') throw this.realm.error(error.message, 'Exception');
      this.stop(error);
    }
  }

  private stop(error: unknown): never {
    // Outside an execution there is nothing to end: the next call is as good as the first.
    if (this.kind !== 'outside') this.end = { error };
    throw error;
  }
}
