import * as vm from 'node:vm';

/** Where the virtual time starts, or a function asked at the beginning of every execution. */
export type StartOfTime = Date | string | number | (() => Date | string | number);

export interface Clock {
  now(): number;
  advance(milliseconds: number): void;
  /** Moves to what the given function says, never backwards. */
  follow(): void;
}

const milliseconds = (time: Date | string | number): number => {
  const moment = new Date(time).getTime();
  if (Number.isNaN(moment)) throw new Error(`Not a time: ${String(time)}`);
  return moment;
};

/** A clock moved by service calls alone, so that a run takes the same virtual time on every machine. */
export const makeClock = (start: StartOfTime = Date.now()): Clock => {
  let time = milliseconds(typeof start === 'function' ? start() : start);
  return {
    now: () => time,
    advance: (span) => {
      time += Math.max(0, Math.round(span));
    },
    follow: () => {
      if (typeof start === 'function') time = Math.max(time, milliseconds(start()));
    },
  };
};

/**
 * Does `work` with the script's time zone as the process's own: a script's `new Date(2023, 0, 1)` is midnight there [D].
 * V8 has one zone for all contexts, and only a write to the real `process.env.TZ` changes it: a test runner shows a copy.
 */
export const inTimeZone = <T>(zone: string, work: () => T): T => {
  const environment = (vm.runInThisContext('process') as NodeJS.Process).env;
  const before = environment.TZ;
  if (before === zone) return work();
  environment.TZ = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete environment.TZ;
    else environment.TZ = before;
  }
};
