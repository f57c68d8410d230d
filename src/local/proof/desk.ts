import { createRuntime, type Runtime } from '../runtime';
import type { OnCall } from '../runtime/calls';
import { type KeptWorld, keepWorld, reviveWorld } from './kept-world';

/** One thing a coordinator or the clock starts. */
export interface Action {
  readonly by: 'menu' | 'client' | 'trigger';
  readonly name: string;
  readonly args?: readonly unknown[];
  /** What is selected before, on which tab. */
  readonly selected?: readonly [tab: string, cell: string];
  /** Buttons pressed in the questions to come, or words typed. */
  readonly answers?: readonly string[];
}

/** What came of it: it ended with words, or it died. */
export interface Ending {
  readonly died: boolean;
  readonly title: string;
  readonly words: string;
  /** It stopped in time and asks to be started again. */
  readonly more: boolean;
  readonly value?: unknown;
}

/** Thrown from `onCall`: ends the execution as a killed run ends, nothing in it can catch it. */
export class Cut extends Error {
  override readonly name = 'Cut';
}

const UNFINISHED = new Set(['Вкладки готовы не все', 'Вкладки прочитаны не все', 'Период закрывается']);
const MINUTE = 60_000;
const STARTED = Date.UTC(2023, 0, 2, 1);

/** A runtime with a workbook in it, and whoever works at it. */
export class Desk {
  readonly runtime: Runtime;
  onCall: OnCall | undefined;
  private moment = STARTED;
  private ids = 0;

  constructor(
    readonly dist: string,
    kept?: KeptWorld,
  ) {
    this.runtime = createRuntime({ dist, now: () => this.moment, onCall: (call) => this.onCall?.(call) });
    if (kept) this.turnTo(kept);
  }

  keep(): KeptWorld {
    return keepWorld(this.runtime, this.ids);
  }

  /** Puts another world in place of what is there; time goes on. */
  turnTo(kept: KeptWorld): void {
    this.onCall = undefined;
    this.moment = Math.max(this.moment, this.runtime.now(), kept.now) + 10 * MINUTE;
    reviveWorld(this.runtime, kept, this.ids);
    this.ids = Math.max(this.ids, kept.ids);
  }

  /** Later the same day. */
  wait(minutes = 10): void {
    this.moment = Math.max(this.moment, this.runtime.now()) + minutes * MINUTE;
  }

  /** Does an action to its end; a cut, too, is an end. */
  act({ by, name, args, selected, answers }: Action): Ending {
    const { runtime } = this;
    const before = runtime.shown.length;
    runtime.answers.length = 0;
    runtime.answers.push(...(answers ?? []));
    if (selected) runtime.select(...selected);
    try {
      if (by === 'trigger') runtime.trigger(name);
      const value = by === 'trigger' ? undefined : runtime.run(name, by === 'client' ? [...(args ?? [])] : undefined);
      return { ...this.said(before), ...outcomeOf(value) };
    } catch (error) {
      if (error instanceof Cut) return { died: true, title: '', words: '', more: false };
      return { died: false, title: 'Не выполнено', words: (error as Error).message, more: false };
    }
  }

  private said(before: number): Ending {
    const shown = this.runtime.shown.slice(before).filter((each) => each.kind !== 'toast');
    const last = shown[shown.length - 1];
    const title = last?.title ?? '';
    const words = last && 'message' in last ? last.message : '';
    return { died: false, title, words, more: UNFINISHED.has(title) };
  }

  /** Starts again and again while it says that it has not finished. */
  finish(action: Action): Ending {
    for (let times = 0; ; times += 1) {
      this.wait();
      const ending = this.act(action);
      if (!ending.more || times > 20) return ending;
    }
  }

  spreadsheet(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return (this.runtime.globals.SpreadsheetApp as GoogleAppsScript.Spreadsheet.SpreadsheetApp).getActive();
  }
}

const WORLDS_AT_A_DESK = 12;
/** A clock never goes back: past this, what a run takes from the date would differ. */
const LATE = 10 * 60 * MINUTE;

/** Desks to try worlds at: a new runtime for each world would take most of the time, one for all would remember too much. */
export class Desks {
  private desk: Desk | undefined;
  private used = 0;

  constructor(readonly dist: string) {}

  /** A desk with this world; the one given before is turned to it or gone. */
  with(kept: KeptWorld): Desk {
    this.used += 1;
    const late = this.desk && this.desk.runtime.now() > kept.now + LATE;
    if (!this.desk || late || this.used % WORLDS_AT_A_DESK === 0) this.desk = new Desk(this.dist, kept);
    else this.desk.turnTo(kept);
    return this.desk;
  }
}

const outcomeOf = (value: unknown): Partial<Ending> => {
  if (typeof value !== 'object' || value === null) return {};
  const { title, more, lines } = value as { title?: string; more?: boolean; lines?: string[] };
  return { value, ...(title && lines ? { title, words: lines.join(' '), more: more === true } : {}) };
};
