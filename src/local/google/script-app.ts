import type { ServiceHost } from '../runtime/execution';
import { grantedScopes, type InstalledTrigger, type World } from '../runtime/world';
import { mismatch } from './signature';
import { type EnumMember, enumeration, strict } from './strict';

export const AuthMode = enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL'] as const);
const AuthorizationStatus = enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED'] as const);
const TriggerSource = enumeration('TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
] as const);
const EVENTS = ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED'] as const;
const EventType = enumeration('EventType', EVENTS);
const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const WeekDay = enumeration('Weekday', DAYS);
const InstallationSource = enumeration('InstallationSource', [
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
] as const);

const MOST_TRIGGERS = 20;
const stored = new WeakMap<object, InstalledTrigger>();

const createTrigger = (world: World, trigger: InstalledTrigger): object => {
  const handle = strict('Trigger', {
    getEventType: () => EventType[trigger.event],
    getHandlerFunction: () => trigger.handler,
    getTriggerSource: () => TriggerSource[trigger.source],
    getTriggerSourceId: () => (trigger.source === 'SPREADSHEETS' ? world.bound.id : null),
    getUniqueId: () => trigger.id,
  });
  stored.set(handle, trigger);
  return handle;
};

const install = (host: ServiceHost, world: World, builder: string, rest: Omit<InstalledTrigger, 'id' | 'creator'>) =>
  host.call(`${builder}.create`, () => {
    const mine = world.triggers.filter((trigger) => trigger.creator === host.user());
    if (mine.length >= MOST_TRIGGERS) {
      host.fail(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const trigger = { id: world.id(20), creator: host.user(), ...rest };
    world.triggers.push(trigger);
    return createTrigger(world, trigger);
  });

type Schedule = Record<string, number | string>;
/** One of these says when; the rest refines it. */
const RECURRENCES = ['everyMinutes', 'everyHours', 'everyDays', 'everyWeeks', 'onMonthDay', 'after', 'at', 'atDate'];
const ALLOWED: Record<string, number[]> = { everyMinutes: [1, 5, 10, 15, 30], everyHours: [1, 2, 4, 6, 8, 12] };

const checkSchedule = (host: ServiceHost, schedule: Schedule): void => {
  const chosen = RECURRENCES.filter((name) => name in schedule);
  if (chosen.length === 0) host.fail('The clock trigger needs a time or a recurrence.');
  if (chosen.length > 1) host.fail(`The clock trigger has more than one recurrence: ${chosen.join(', ')}.`);
  const within = (name: string, least: number, most: number) => {
    const value = schedule[name];
    if (typeof value === 'number' && (value < least || value > most)) {
      host.fail(`The value you passed to ${name} was invalid. It must be between ${least} and ${most}.`);
    }
  };
  within('atHour', 0, 23);
  within('nearMinute', 0, 59);
  within('onMonthDay', 1, 31);
  if ('atHour' in schedule && ('everyHours' in schedule || 'everyMinutes' in schedule)) {
    host.fail('atHour cannot be used with everyHours or everyMinutes.');
  }
};

const createClockBuilder = (host: ServiceHost, world: World, handler: string) => {
  const schedule: Schedule = {};
  const count = (name: string) => (value: number) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) mismatch(host, `ClockTriggerBuilder.${name}`, [value]);
    const allowed = ALLOWED[name];
    if (allowed && !allowed.includes(value)) {
      host.fail(`The value you passed to ${name} was invalid. It must be one of ${allowed.join(', ')}.`);
    }
    schedule[name] = value;
    return builder;
  };
  const builder: object = strict('ClockTriggerBuilder', {
    ...Object.fromEntries(
      ['everyMinutes', 'everyHours', 'everyDays', 'everyWeeks', 'atHour', 'nearMinute', 'onMonthDay', 'after'].map(
        (name) => [name, count(name)],
      ),
    ),
    onWeekDay: (day: EnumMember) => {
      schedule.onWeekDay = String(day);
      return builder;
    },
    at: (date: Date) => {
      schedule.at = date.getTime();
      return builder;
    },
    inTimezone: (zone: string) => {
      schedule.inTimezone = zone;
      return builder;
    },
    create: () => {
      checkSchedule(host, schedule);
      const trigger = { handler, source: 'CLOCK', event: 'CLOCK', schedule: { ...schedule } } as const;
      return install(host, world, 'ClockTriggerBuilder', trigger);
    },
  });
  return builder;
};

const createSheetBuilder = (host: ServiceHost, world: World, handler: string) => {
  let event: InstalledTrigger['event'] | undefined;
  const on = (which: InstalledTrigger['event']) => () => {
    event = which;
    return builder;
  };
  const builder: object = strict('SpreadsheetTriggerBuilder', {
    onOpen: on('ON_OPEN'),
    onEdit: on('ON_EDIT'),
    onChange: on('ON_CHANGE'),
    onFormSubmit: on('ON_FORM_SUBMIT'),
    create: () => {
      const chosen = event ?? host.fail('The spreadsheet trigger needs an event.');
      const trigger = { handler, source: 'SPREADSHEETS', event: chosen, schedule: {} } as const;
      return install(host, world, 'SpreadsheetTriggerBuilder', trigger);
    },
  });
  return builder;
};

/** Of the scopes asked for, or of all in the manifest [D: AuthorizationInfo.getAuthorizedScopes]. */
const authorizationInfo = (host: ServiceHost, world: World, scopes: readonly string[] = [...world.scopes]) => {
  const granted = world.granted.has(host.user()) ? grantedScopes(world) : new Set<string>();
  const all = [...scopes].every((scope) => granted.has(scope));
  return strict('AuthorizationInfo', {
    getAuthorizationStatus: () => AuthorizationStatus[all ? 'NOT_REQUIRED' : 'REQUIRED'],
    getAuthorizationUrl: () => (all ? null : 'https://script.google.com/local/authorise'),
    getAuthorizedScopes: () => host.give([...scopes].filter((scope) => granted.has(scope))),
  });
};

/** Triggers belong to whoever made them; other accounts neither see nor delete them [D]. */
export const createScriptApp = (host: ServiceHost, world: World) => {
  const mine = () => world.triggers.filter((trigger) => trigger.creator === host.user());
  const list = (method: string) =>
    host.call(`ScriptApp.${method}`, () => host.give(mine().map((trigger) => trigger.id)).map(byId));
  const byId = (id: string) => createTrigger(world, world.triggers.find((trigger) => trigger.id === id)!);
  const enumerations = { AuthMode, AuthorizationStatus, TriggerSource, EventType, WeekDay, InstallationSource };
  return strict('ScriptApp', {
    ...enumerations,
    newTrigger: (handler: string) =>
      host.handle('ScriptApp.newTrigger', () =>
        strict('TriggerBuilder', {
          timeBased: () => createClockBuilder(host, world, handler),
          forSpreadsheet: (_book: unknown) => createSheetBuilder(host, world, handler),
        }),
      ),
    getProjectTriggers: () => list('getProjectTriggers'),
    getUserTriggers: () => list('getUserTriggers'),
    deleteTrigger: (handle: object) =>
      host.call('ScriptApp.deleteTrigger', () => {
        const trigger = stored.get(handle);
        const at = trigger ? world.triggers.findIndex((each) => each === trigger && each.creator === host.user()) : -1;
        if (at < 0)
          host.fail('Unexpected error while getting the method or property deleteTrigger on object ScriptApp.');
        world.triggers.splice(at, 1);
      }),
    getScriptId: () => 'local-script',
    getInstallationSource: () => InstallationSource.NONE,
    getAuthorizationInfo: (_mode: unknown, scopes?: readonly string[]) =>
      host.handle('ScriptApp.getAuthorizationInfo', () => authorizationInfo(host, world, scopes)),
  });
};
