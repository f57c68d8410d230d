import { createCacheService } from '../google/cache';
import { createCharts } from '../google/charts';
import { createConsole, createLogger } from '../google/console';
import { createDrive } from '../google/drive';
import { createHtmlService } from '../google/html';
import { createLockService, hasDocument } from '../google/lock';
import { createMailApp } from '../google/mail';
import { createPropertiesService } from '../google/properties';
import { createScriptApp } from '../google/script-app';
import { createSession } from '../google/session';
import { type ActiveState, type Cloud, createSpreadsheetApp } from '../google/sheets';
import { createUi } from '../google/ui';
import { createUtilities } from '../google/utilities';
import type { Execution } from './execution';
import type { World } from './world';

/** What the user has selected: cell A1 of the first sheet until told otherwise; nothing in a time trigger. */
export const selectionOf = (world: World, user: string): ActiveState => {
  const sheetId = world.bound.sheets[0]?.id ?? 0;
  const kept = world.selections.get(user);
  if (kept && world.bound.sheets.some((sheet) => sheet.id === kept.sheetId)) return kept;
  const fresh = { sheetId, area: { sheetId, row: 0, column: 0, rows: 1, columns: 1 } };
  world.selections.set(user, fresh);
  return fresh;
};

/** The workbooks as the services of one execution reach them. */
export const cloudOf = ({ world, kind, user, host }: Execution): Cloud => {
  const nothing: ActiveState = { sheetId: null, area: null };
  return {
    books: world.books,
    bound: world.bound,
    active: () => (kind === 'time-trigger' || kind === 'open-trigger' ? nothing : selectionOf(world, user)),
    isThere: () => hasDocument(host, world),
    domainEditors: () => world.uncertain.domainEditors,
    listsMirror: () => world.uncertain.listsMirror,
    ui: () => createUi(host, world),
    toast: (message, title = '', seconds) => {
      if (kind === 'time-trigger' || kind === 'open-trigger') return;
      world.shown.push({ kind: 'toast', user, title, message, seconds: seconds ?? null });
    },
  };
};

/** The globals a script finds besides ECMAScript's. */
export const createServices = (execution: Execution): Record<string, unknown> => {
  const { host, world } = execution;
  const spend = (milliseconds: number) => execution.spend(milliseconds);
  const services: Record<string, unknown> = {
    SpreadsheetApp: createSpreadsheetApp(host, cloudOf(execution)),
    Utilities: createUtilities(host, world, spend),
    PropertiesService: createPropertiesService(host, world),
    CacheService: createCacheService(host, world),
    LockService: createLockService(host, world, spend),
    Session: createSession(host, world),
    HtmlService: createHtmlService(host, world),
    ScriptApp: createScriptApp(host, world),
    Charts: createCharts(host, world),
    MailApp: createMailApp(host, world),
    console: createConsole(world),
    Logger: createLogger(world),
  };
  // An advanced service is a name the manifest gives it; without that line there is no such name.
  const advanced = world.project.manifest.dependencies?.enabledAdvancedServices ?? [];
  const drive = advanced.find((service) => service.serviceId === 'drive' && service.version === 'v3');
  if (drive) services[drive.userSymbol] = createDrive(host, world);
  return services;
};
