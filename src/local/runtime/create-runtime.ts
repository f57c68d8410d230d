import { join } from 'node:path';
import { editDocument, shareDocument } from '../google/drive-revisions';
import { createBook, typeInto } from '../google/sheets';
import { parseArea } from '../google/sheets/formula/a1';
import { isListed } from '../google/sheets/rules/permission';
import { loadXlsx } from '../xlsx/load';
import { saveXlsx } from '../xlsx/save';
import type { Calls, OnCall } from './calls';
import { clientArguments, clientResult, menuResult } from './client-values';
import type { StartOfTime } from './clock';
import { editEvent, openEvent, timeEvent } from './events';
import { execute } from './execute';
import { Execution } from './execution';
import { createServices } from './globals';
import { loadProject } from './project';
import { hostRealm } from './realm';
import type { Uncertain } from './uncertain';
import { type Ask, createWorld, type DriveFile, type Menu, type Shown, type World } from './world';

export interface RuntimeOptions {
  /** Where the virtual clock starts; a function is asked before every execution, and never moves the clock back. */
  now?: StartOfTime;
  /** Who runs when nobody is named; the owner by default. */
  user?: string;
  owner?: string;
  /** The Google Workspace domain of the workbook's owner, whose people every new protection lets in; none by default. */
  domain?: string;
  onCall?: OnCall;
  /** Folder with `Code.js` and `appsscript.json`; the `dist` beside `build/` by default. */
  dist?: string;
  /** Further users who granted the manifest's scopes. */
  granted?: string[];
  uncertain?: Partial<Uncertain>;
}

interface As {
  user?: string;
}

export interface Runtime {
  /** Google's services outside an execution, acting as the owner. */
  globals: Record<string, unknown>;
  /** A click on a menu item; with `args`, a call by `google.script.run`, whose type rules then hold. */
  run(name: string, args?: unknown[], as?: As): unknown;
  /** Opens the workbook: `onOpen` runs; gives the menus it built. An editor only; others get no menus. */
  open(as?: As): { menus: Menu[]; toasts: Shown[]; error?: Error };
  /** Types a text into a cell, or pastes rows of texts, as a person would; `onEdit` runs. */
  edit(sheet: string, a1: string, typed: Typed, as?: As): { toasts: Shown[]; error?: Error };
  /** Fires the installed clock trigger that calls `name`, as whoever created it. */
  trigger(name: string, as?: As): void;
  calls: Calls;
  loadXlsx(path: string): Promise<void>;
  saveXlsx(path: string): Promise<void>;
  /** Lets a user grant the manifest's scopes. */
  grant(user: string): void;
  revoke(user: string): void;
  /** Answers to coming alerts and prompts, in order: a button's name, or the text for a prompt. */
  answers: string[];
  /** Has a person answer the alerts and prompts that no answer is prepared for; the run waits meanwhile. */
  answerWith(ask: Ask): void;
  shown: World['shown'];
  /** Errors of simple triggers, which Google hides from the user. */
  failures: World['failures'];
  files: World['files'];
  mail: World['mail'];
  /** May be changed at any time. */
  uncertain: Uncertain;
  /** A person types into a document, or, without bytes, changes nothing that counts but is told as a revision. */
  editDocument(id: string, bytes?: Buffer): void;
  shareDocument(id: string): void;
  logs: World['logs'];
  triggers: World['triggers'];
  readonly book: World['bound'];
  /** Between executions it is as late as the next one will find it. */
  now(): number;
  advance(milliseconds: number): void;
  /** Selects cells on a user's screen. */
  select(sheet: string, a1: string, as?: As): void;
  /** The sheet somebody has before them; null for who has not been there yet. */
  sheetOf(user: string): string | null;
}

export type Typed = string | boolean | string[][];

const OWNER = 'owner@example.org';

/** A Google account's worth of Apps Script in this process: one workbook, the add-on bound to it, and everything around. */
export const createRuntime = (options: RuntimeOptions = {}): Runtime => {
  const project = loadProject(options.dist ?? join(__dirname, '../dist'));
  const owner = options.owner ?? OWNER;
  const { timeZone } = project.manifest;
  const book = createBook({ name: 'Качество образования', locale: 'ru_RU', timeZone, owner });
  book.id = 'local-workbook';
  if (options.domain !== undefined) book.domain = options.domain;
  const world = createWorld(project, book, {
    now: options.now,
    onCall: options.onCall,
    owner,
    uncertain: options.uncertain,
  });
  for (const user of options.granted ?? []) world.granted.add(user);
  const globals = createServices(new Execution(world, hostRealm(), 'outside', owner));
  return makeRuntime(world, globals, options.user ?? owner);
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const isEditor = (world: World, user: string): boolean =>
  user === world.owner || isListed(world.bound, world.bound.editors, user);

const runFunction = (world: World, name: string, args: unknown[] | undefined, user: string): unknown => {
  const kind = args === undefined ? 'menu' : 'client';
  if (!isEditor(world, user)) throw new Error('You do not have permission to access the requested document.');
  if (kind === 'client' && name.endsWith('_')) throw new TypeError(`google.script.run.${name} is not a function`);
  if (!world.granted.has(user)) throw new Error('Authorization is required to perform that action.');
  return execute(world, kind, user, (find, { realm }) => {
    const called = find(name);
    if (!called) throw new Error(`Script function not found: ${name}`);
    if (args === undefined) return menuResult(called());
    return clientResult(called(...realm.give(clientArguments(args))));
  });
};

/** Runs `onOpen` or `onEdit`; an error in it is silent on Google, here it is kept and given back. */
const runSimpleTrigger = (world: World, name: string, user: string, event: (execution: Execution) => unknown) => {
  try {
    execute(world, 'simple-trigger', user, (find, execution) => {
      const handler = find(name);
      if (handler) handler(event(execution));
    });
    return undefined;
  } catch (error) {
    world.failures.push({ name, kind: 'simple-trigger', user, error: asError(error) });
    return asError(error);
  }
};

const openBook = (world: World, user: string): ReturnType<Runtime['open']> => {
  if (!isEditor(world, user)) return { menus: [], toasts: [] };
  world.menus.set(user, []);
  const before = world.shown.length;
  const error = runSimpleTrigger(world, 'onOpen', user, (execution) => openEvent(execution));
  fireOpenTriggers(world);
  return { menus: world.menus.get(user) ?? [], toasts: toastsSince(world, before), ...(error ? { error } : {}) };
};

/** Installed ones run as their creators, whoever opens the workbook, and show nothing. */
const fireOpenTriggers = (world: World): void => {
  for (const { handler, creator } of world.triggers.filter(({ event }) => event === 'ON_OPEN')) {
    try {
      if (!world.granted.has(creator)) throw new Error('Authorization is required to perform that action.');
      execute(world, 'open-trigger', creator, (find, execution) => find(handler)!(openEvent(execution)));
    } catch (error) {
      world.failures.push({ name: handler, kind: 'open-trigger', user: creator, error: asError(error) });
    }
  }
};

const toastsSince = (world: World, at: number): Shown[] =>
  world.shown.slice(at).filter((each) => each.kind === 'toast');

const editBook = (world: World, sheet: string, a1: string, typed: Typed, user: string): ReturnType<Runtime['edit']> => {
  if (!isEditor(world, user)) throw new Error(`${user} may not edit the workbook.`);
  const hand = new Execution(world, hostRealm(), 'outside', user);
  const text = typeof typed === 'boolean' ? String(typed).toUpperCase() : typed;
  const result = hand.silently(() => typeInto(hand.host, world.bound, sheet, a1, text));
  world.selections.set(user, { sheetId: result.area.sheetId, area: result.area });
  const before = world.shown.length;
  const error = runSimpleTrigger(world, 'onEdit', user, (execution) => editEvent(execution, result));
  return { toasts: toastsSince(world, before), ...(error ? { error } : {}) };
};

const fireTrigger = (world: World, name: string, as?: As): void => {
  const fits = (creator: string) => as?.user === undefined || as.user === creator;
  const trigger = world.triggers.find((each) => each.source === 'CLOCK' && each.handler === name && fits(each.creator));
  if (!trigger) throw new Error(`No clock trigger calls ${name}`);
  if ('after' in trigger.schedule || 'at' in trigger.schedule)
    world.triggers.splice(world.triggers.indexOf(trigger), 1);
  if (!world.granted.has(trigger.creator)) throw new Error('Authorization is required to perform that action.');
  execute(world, 'time-trigger', trigger.creator, (find, execution) => {
    const handler = find(name);
    if (!handler) throw new Error(`Script function not found: ${name}`);
    handler(timeEvent(execution, trigger.id));
  });
};

const fileOf = (world: World, id: string): DriveFile => {
  const file = world.files.find((each) => each.id === id);
  if (!file) throw new Error(`No file ${id}`);
  return file;
};

const makeRuntime = (world: World, globals: Record<string, unknown>, user: string): Runtime => ({
  globals,
  run: (name, args, as) => runFunction(world, name, args, as?.user ?? user),
  open: (as) => openBook(world, as?.user ?? user),
  edit: (sheet, a1, typed, as) => editBook(world, sheet, a1, typed, as?.user ?? user),
  trigger: (name, as) => fireTrigger(world, name, as),
  calls: world.calls,
  loadXlsx: (path) => loadXlsx(world.bound, path),
  saveXlsx: (path) => saveXlsx(world.bound, path),
  grant: (who) => void world.granted.add(who),
  revoke: (who) => void world.granted.delete(who),
  answers: world.answers,
  answerWith: (ask) => {
    world.ask = ask;
  },
  shown: world.shown,
  failures: world.failures,
  files: world.files,
  mail: world.mail,
  uncertain: world.uncertain,
  editDocument: (id, bytes) => editDocument(world, fileOf(world, id), bytes),
  shareDocument: (id) => shareDocument(world, fileOf(world, id)),
  logs: world.logs,
  triggers: world.triggers,
  book: world.bound,
  now: () => {
    if (world.running === 0) world.clock.follow();
    return world.clock.now();
  },
  advance: (milliseconds) => world.clock.advance(milliseconds),
  sheetOf: (who) => {
    const id = world.selections.get(who)?.sheetId;
    return world.bound.sheets.find((sheet) => sheet.id === id)?.name ?? null;
  },
  select: (sheetName, a1, as) => {
    const sheet = world.bound.sheets.find((each) => each.name === sheetName);
    if (!sheet) throw new Error(`No sheet is called ${sheetName}`);
    const area = parseArea(a1, sheet);
    if (!area) throw new Error(`Not a range: ${a1}`);
    world.selections.set(as?.user ?? user, { sheetId: sheet.id, area: { sheetId: sheet.id, ...area } });
  },
});
