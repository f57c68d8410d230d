import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { codeIn, pageOf } from './code-files';
import { DIST, District } from './district';

const ROOT = resolve(__dirname, '../..');
const TYPES = join(ROOT, 'node_modules/gas-types-detailed');
const AUTH = 'https://www.googleapis.com/auth/';
const manifest = JSON.parse(readFileSync(join(DIST, 'appsscript.json'), 'utf8')) as {
  oauthScopes: string[];
  runtimeVersion: string;
  dependencies: { enabledAdvancedServices: object[]; libraries?: object[] };
};
const asked = manifest.oauthScopes.map((scope) => scope.replace(AUTH, ''));

/** The families of classes that a container-bound Sheets script can meet. */
const FILES = [
  'base',
  'charts',
  'html',
  'lock',
  'mail',
  'properties',
  'script',
  'spreadsheet',
  'utilities',
  'cache',
  'drive',
  'document',
];

/** Scopes by method, any one of which is enough, as the reference gives them: `Range.setValues` → […]. */
function readScopes(): Map<string, string[]> {
  const scopes = new Map<string, string[]>();
  for (const file of FILES) {
    let owner = '';
    let comment = '';
    for (const line of readFileSync(join(TYPES, `google-apps-script.${file}.d.ts`), 'utf8').split('\n')) {
      const declared = /^\s*interface (\w+)/.exec(line)?.[1];
      if (declared) owner = declared;
      if (/^\s*\/\*\*/.test(line)) comment = '';
      comment += line;
      const method = /^\s+(\w+)\(.*\): .*;$/.exec(line)?.[1];
      if (!method) continue;
      const found = [...comment.matchAll(/googleapis\.com\/auth\/([\w.]+)/g)].map(([, scope]) => scope!);
      const known = scopes.get(`${owner}.${method}`);
      scopes.set(`${owner}.${method}`, known ? known.filter((scope) => found.includes(scope)) : found);
      comment = '';
    }
  }
  return scopes;
}

const scopesOf = readScopes();

/**
 * Not in those types: advanced services. drive.file is enough for files the script itself makes:
 * https://developers.google.com/workspace/drive/api/reference/rest/v3/files/create, …/update, …/get.
 */
for (const method of ['create', 'update', 'get'])
  scopesOf.set(`Drive.Files.${method}`, ['drive', 'drive.file', 'drive.appdata']);
scopesOf.set('Drive.Revisions.list', ['drive', 'drive.file', 'drive.appdata']);
// Its example names scopes; it needs none.
scopesOf.set('AuthorizationInfo.getAuthorizedScopes', []);

const isAllowed = (scopes: readonly string[]): boolean =>
  scopes.length === 0 || scopes.some((scope) => asked.includes(scope));

/** Every service method that a coordinator's and a school's day really calls. */
function calledMethods(): string[] {
  const district = District.ready();
  const { runtime } = district;
  runtime.open();
  district.fill('s1');
  district.fill('s2', 1);
  district.enter('s1', 'marks', 1, 'five', 'x');
  district.type('s1', 'D3', true);
  district.type('s1', 'D4', true);
  runtime.select('Школа №1', 'A1');
  for (const name of ['checkActiveTab', 'consolidateWorkbook', 'buildDistrictReport', 'enableAutomation', 'openHelp'])
    runtime.run(name);
  district.enter('s1', 'marks', 1, 'five', '4');
  runtime.trigger('consolidateOnSchedule');
  runtime.run('buildDistrictReport');
  runtime.answers.push('YES');
  runtime.run('closeOpenPeriod');
  runtime.run('closePeriod', ['2023-Q3']);
  runtime.run('exportResults', []);
  expect(runtime.failures).toEqual([]);
  return Object.keys(runtime.calls.byMethod);
}

/** Words called as methods anywhere in src/appsscript. */
function writtenMethods(): string[] {
  const folder = join(ROOT, 'src/appsscript');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const code = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  return [...new Set([...code.matchAll(/\.(\w+)\(/g)].map(([, name]) => name!))];
}

describe('the manifest', () => {
  test('asks for exactly five scopes, each as narrow as there is', () => {
    expect([...asked].sort()).toEqual([
      'drive.file',
      'script.container.ui',
      'script.scriptapp',
      'script.send_mail',
      'spreadsheets.currentonly',
    ]);
  });

  test('is pushed as it stands, with the V8 runtime, Drive v3 and no libraries', () => {
    expect(manifest).toEqual(JSON.parse(readFileSync(join(ROOT, 'appsscript.json'), 'utf8')));
    expect(manifest.runtimeVersion).toBe('V8');
    expect(manifest.dependencies.enabledAdvancedServices).toEqual([
      { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
    ]);
    expect(manifest.dependencies.libraries ?? []).toEqual([]);
  });
});

describe('the reference of Google’s classes, as gas-types-detailed gives it', () => {
  test('is read with its scopes', () => {
    expect(scopesOf.size).toBeGreaterThan(1000);
    expect(scopesOf.get('Range.setValues')).toEqual(['spreadsheets.currentonly', 'spreadsheets']);
    expect(scopesOf.get('SpreadsheetApp.openById')).toEqual(['spreadsheets']);
    expect(scopesOf.get('MailApp.sendEmail')).toEqual(['script.send_mail']);
    expect(scopesOf.get('Lock.tryLock')).toEqual([]);
  });
});

describe('what the add-on calls', () => {
  const called = calledMethods();

  test('is called under the scopes of the manifest alone', () => {
    expect(called.length).toBeGreaterThan(40);
    expect(called.filter((method) => !isAllowed(scopesOf.get(method) ?? []))).toEqual([]);
  });

  test('is known to the reference, so that its scopes are', () => {
    expect(called.filter((method) => !scopesOf.has(method))).toEqual([]);
  });

  test('even where no run reaches it, names no method that only a wider scope allows', () => {
    const byName = new Map<string, string[]>();
    for (const method of scopesOf.keys()) {
      const name = method.split('.').at(-1)!;
      byName.set(name, [...(byName.get(name) ?? []), method]);
    }
    const wrong = writtenMethods().filter((name) => {
      const methods = byName.get(name);
      return methods !== undefined && !methods.some((method) => isAllowed(scopesOf.get(method)!));
    });
    expect(wrong).toEqual([]);
  });

  test('names no service that needs a sensitive scope', () => {
    const code = readFileSync(join(DIST, 'Code.js'), 'utf8') + codeIn(pageOf('commands'));
    const names = [
      'DriveApp',
      'DocumentApp',
      'GmailApp',
      'UrlFetchApp',
      'CalendarApp',
      'SlidesApp',
      'FormApp',
      'Jdbc',
      'ContactsApp',
    ];
    expect(names.filter((name) => new RegExp(`\\b${name}\\.`).test(code))).toEqual([]);
    expect(code).not.toMatch(/SpreadsheetApp\.(openById|openByUrl|create|open)\b|Session\.get(Active|Effective)User\b/);
  });

  test.each(['spreadsheets.currentonly', 'drive.file', 'script.scriptapp', 'script.container.ui'])(
    'needs the scope %s',
    (scope) => {
      const needing = called.filter((method) => scopesOf.get(method)?.includes(scope));
      expect(needing.length).toBeGreaterThan(0);
    },
  );

  test('does not need script.send_mail yet: it is asked for now so that reminders need no second consent', () => {
    expect(called.filter((method) => method.startsWith('MailApp.'))).toEqual([]);
    expect(asked).toContain('script.send_mail');
  });
});
