import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Runtime } from '../runtime';

const SERVICES = [
  'SpreadsheetApp',
  'Utilities',
  'PropertiesService',
  'CacheService',
  'LockService',
  'Session',
  'HtmlService',
  'ScriptApp',
];

/** Runs before the add-on in its context: whatever a service answers goes to a log, in order. */
const RECORDER = `
var recorded = [];
var record = (() => {
  const targets = new WeakMap();
  // One for each: values of an enumeration are compared.
  const proxies = new WeakMap();
  const isHandle = (value) => typeof value === 'object' && value !== null && !(value instanceof Date);
  const noted = (value) => {
    if (value === undefined) return { nothing: true };
    if (value instanceof Date) return { date: value.getTime() };
    if (Array.isArray(value)) return value.map(noted);
    return isHandle(value) ? { handle: true } : value;
  };
  const given = (value) => targets.get(value) ?? value;
  const wrapped = (value) => {
    if (Array.isArray(value)) return value.map(wrapped);
    return isHandle(value) ? shown(value) : value;
  };
  const shown = (target) => {
    if (proxies.has(target)) return proxies.get(target);
    const proxy = new Proxy({}, { get: (_, key) => {
      const member = target[key];
      if (typeof key === 'symbol') return member;
      if (typeof member !== 'function') {
        recorded.push({ key, value: noted(member) });
        return wrapped(member);
      }
      return (...all) => {
        const value = member.apply(target, all.map(given));
        recorded.push({ call: true, value: noted(value) });
        return wrapped(value);
      };
    } });
    targets.set(proxy, target);
    proxies.set(target, proxy);
    return proxy;
  };
  return shown;
})();
for (const name of ${JSON.stringify(SERVICES)}) if (name in globalThis) globalThis[name] = record(globalThis[name]);
`;

/** Runs after it: the log of the next edit is written out. */
const LISTENER = `
var answer = onEdit;
onEdit = (event) => {
  recorded.length = 0;
  answer(record(event));
  console.log(JSON.stringify(recorded));
};
`;

/** Gives out what was recorded, in order, to whoever asks. */
const PLAYER = `(log) => {
  let at = 0;
  const value = (noted) => {
    if (Array.isArray(noted)) return noted.map(value);
    if (typeof noted !== 'object' || noted === null) return noted;
    if ('date' in noted) return new Date(noted.date);
    return 'handle' in noted ? handle() : undefined;
  };
  const answers = () => played[at++].value;
  const handle = () => new Proxy({}, { get: (_, key) => {
    if (typeof key === 'symbol') return undefined;
    return played[at]?.key === key ? played[at++].value : answers;
  } });
  const played = log.map((entry) => ({ key: entry.key, value: value(entry.value) }));
  for (const name of ${JSON.stringify(SERVICES)}) globalThis[name] = handle();
  globalThis.theEvent = handle();
  globalThis.allPlayed = () => {
    if (at !== played.length) throw new Error('played ' + at + ' of ' + played.length);
  };
}`;

/** The same add-on, which writes out what Google answers it during an edit. */
export function recordingAddOn(dist: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  cpSync(dist, folder, { recursive: true });
  writeFileSync(join(folder, '0-recorder.js'), RECORDER);
  writeFileSync(join(folder, 'Z-listener.js'), LISTENER);
  return folder;
}

/** Keeps the last edit made in `runtime` for `cold.mjs`; gives the file's path. */
export function keepRecording(runtime: Runtime): string {
  const file = join(mkdtempSync(join(tmpdir(), 'recording-')), 'edit.json');
  const { text } = runtime.logs[runtime.logs.length - 1]!;
  writeFileSync(file, JSON.stringify({ player: PLAYER, log: JSON.parse(text) }));
  return file;
}
