import { AuthMode } from '../google/script-app';
import { createUser } from '../google/session';
import { createRange, createSpreadsheet, type EditResult } from '../google/sheets';
import type { Execution } from './execution';
import { cloudOf } from './globals';

/** An event object of the script's realm; members that are undefined are absent, as on Google. */
const makeEvent = ({ realm }: Execution, members: Record<string, unknown>): object => {
  const event = realm.give({}) as Record<string, unknown>;
  for (const [name, value] of Object.entries(members)) if (value !== undefined) event[name] = value;
  return event;
};

export const openEvent = (execution: Execution): object => {
  const { host, world } = execution;
  const source = createSpreadsheet(host, cloudOf(execution), world.bound);
  return makeEvent(execution, { authMode: AuthMode.LIMITED, source, user: createUser(host) });
};

export const editEvent = (execution: Execution, edit: EditResult): object => {
  const { host, world } = execution;
  const cloud = cloudOf(execution);
  const source = createSpreadsheet(host, cloud, world.bound);
  const range = createRange(host, cloud, world.bound, edit.area);
  const { value, oldValue } = edit;
  return makeEvent(execution, { authMode: AuthMode.LIMITED, source, range, value, oldValue, user: createUser(host) });
};

/** The clock's event gives its parts in UTC [D]. */
export const timeEvent = (execution: Execution, triggerUid: string): object => {
  const time = new Date(execution.world.clock.now());
  const firstOfYear = Date.UTC(time.getUTCFullYear(), 0, 1);
  return makeEvent(execution, {
    authMode: AuthMode.FULL,
    'day-of-month': time.getUTCDate(),
    'day-of-week': time.getUTCDay() || 7,
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    month: time.getUTCMonth() + 1,
    second: time.getUTCSeconds(),
    'week-of-year': Math.ceil((time.getTime() - firstOfYear) / 604_800_000),
    year: time.getUTCFullYear(),
    timezone: 'UTC',
    triggerUid,
  });
};
