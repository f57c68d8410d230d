import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Dataset } from '../../../src/local/demo/dataset';
import { DistrictRun } from '../../../src/local/demo/district-run';
import { demonstration } from '../../../src/local/demonstration';
import { programme } from '../../../src/programme';
import { API, AppsScriptApi, type ScriptFile } from './apps-script-api';
import { clasp, projectCopy, type Said } from './clasp';

const ROOT = resolve(__dirname, '../../..');
const ID = 'script-of-the-district';
const TOKEN = 'far-future-token';
const TYPES: Readonly<Record<string, ScriptFile['type']>> = { '.js': 'SERVER_JS', '.html': 'HTML', '.json': 'JSON' };

const api = new AppsScriptApi(TOKEN);
const folders: string[] = [];
let proxy = '';

/** The push of `npm run deploy`, word for word, as its script in package.json has it. */
const PUSH = /clasp (.+)$/.exec(require(join(ROOT, 'package.json')).scripts.deploy)![1]!.split(' ');

function push(folder: string, token = TOKEN): Promise<Said> {
  return clasp(folder, PUSH, { proxy, token, cert: api.certificate.cert });
}

function project(scriptId: string): string {
  const folder = projectCopy({ scriptId });
  folders.push(folder);
  return folder;
}

/** What `dist` holds, as a project's files. */
const filesOf = (folder: string): ScriptFile[] =>
  readdirSync(folder)
    .sort()
    .map((file) => ({
      name: file.slice(0, -extname(file).length),
      type: TYPES[extname(file)]!,
      source: readFileSync(join(folder, file), 'utf8'),
    }));

const sorted = (files: readonly ScriptFile[]): ScriptFile[] => [...files].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Writes a project's files as a `dist` folder. */
function dist(files: readonly ScriptFile[], folder: string): string {
  mkdirSync(folder);
  const extensions = Object.fromEntries(Object.entries(TYPES).map(([extension, type]) => [type, extension]));
  for (const { name, type, source } of files) writeFileSync(join(folder, name + extensions[type]), source);
  return folder;
}

/** Two schools, two quarters of the demonstration district: enough to consolidate, close, and report with a change. */
function smallDistrict(): Dataset {
  const whole = demonstration(programme.forms, ['2022-Q4', '2023-Q1']);
  const schools = whole.schools.slice(0, 2);
  const keys = schools.map(({ key }) => key);
  const rows = whole.rows.filter(({ school }) => keys.includes(school));
  return { ...whole, schools, rows };
}

/** The main job, through the entry points of the bundle in `folder`. */
function mainJob(folder: string): { results: string; report: string; figures: number } {
  const data = smallDistrict();
  const [first, last] = data.periods as [string, string];
  const run = new DistrictRun(programme, data, folder);
  run.setUp();
  run.enter(first);
  run.consolidate();
  run.close(first);
  run.enter(last);
  run.consolidate();
  const results = run.results();
  const { bytes, ...report } = run.report('district', last, 'служебная');
  return {
    results: JSON.stringify(results),
    report: JSON.stringify({ ...report, sha: createHash('sha256').update(bytes).digest('hex') }),
    figures: results.results.filter(({ value }) => value !== null).length,
  };
}

beforeAll(async () => {
  api.projects.set(ID, []);
  proxy = await api.start();
});

afterAll(async () => {
  await api.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('npm run deploy', () => {
  let folder = '';
  /** The copy that was pushed: the repository's own may be rebuilt meanwhile. */
  let built = '';
  let said: Said;

  beforeAll(async () => {
    folder = project(ID);
    built = join(folder, 'dist');
    said = await push(folder);
  });

  test('says which files it pushed', () => {
    expect(said.error).toBe('');
    expect(said.code).toBe(0);
    expect(said.out).toMatch(new RegExp(`^Pushed ${filesOf(built).length} files at `));
  });

  test('brings to Google what dist holds, byte for byte, and nothing else', () => {
    const arrived = sorted(api.projects.get(ID)!);
    const titled = (files: readonly ScriptFile[]) => files.map(({ name, type }) => `${type} ${name}`);
    expect(titled(arrived)).toEqual(titled(sorted(filesOf(built))));
    const pushed = dist(arrived, join(folder, 'pushed'));
    expect(readdirSync(pushed).sort()).toEqual(readdirSync(built).sort());
    const differing = readdirSync(built).filter(
      (file) => !readFileSync(join(pushed, file)).equals(readFileSync(join(built, file))),
    );
    expect(differing).toEqual([]);
  });

  test('pushes a script, and a manifest that asks for the five scopes', () => {
    const arrived = new Map(api.projects.get(ID)!.map((file) => [file.name, file]));
    expect(arrived.get('Code')?.type).toBe('SERVER_JS');
    const { oauthScopes, runtimeVersion } = JSON.parse(arrived.get('appsscript')!.source);
    expect(runtimeVersion).toBe('V8');
    expect(oauthScopes.map((scope: string) => scope.replace(/^.*\/auth\//, '')).sort()).toEqual([
      'drive.file',
      'script.container.ui',
      'script.scriptapp',
      'script.send_mail',
      'spreadsheets.currentonly',
    ]);
  });

  test('pushes the page of each panel as HTML, with its script and its style in it', () => {
    const page = api.projects.get(ID)!.find(({ name }) => name === 'help');
    expect(page?.type).toBe('HTML');
    expect(page?.source).toMatch(/<style>[\s\S]+<\/style>[\s\S]+<script>[\s\S]+panelCall/);
  });

  test('talks to the Apps Script API and to nobody else', () => {
    const content = `${API}/v1/projects/${ID}/content`;
    expect(api.requests).toEqual([`GET ${content}`, `PUT ${content}`]);
  });

  test('what arrived does the main job with the same results as dist', () => {
    const pushed = mainJob(join(folder, 'pushed'));
    expect(pushed.figures).toBeGreaterThan(100);
    expect(pushed).toEqual(mainJob(built));
  });

  test('a second push finds nothing to do', async () => {
    const again = await push(folder);
    expect(again).toMatchObject({ code: 0, error: '' });
    expect(again.out).toContain('Script is already up to date.');
    expect(api.requests.filter((request) => request.startsWith('PUT'))).toHaveLength(1);
  });
});

describe('a push that cannot be made', () => {
  const asked = () => api.requests.length;

  test('with an empty scriptId, as in the repository, fails before anything is sent and says why', async () => {
    const before = asked();
    const said = await push(project(''));
    expect(said).toEqual({ code: 1, out: '', error: 'Project settings not found.\n' });
    expect(asked()).toBe(before);
  });

  test('to a script that is not there fails with the words of the API', async () => {
    const said = await push(project('another-script'));
    expect(said).toEqual({ code: 1, out: '', error: 'Requested entity was not found.\n' });
  });

  test('with a token that Google does not know fails', async () => {
    const said = await push(project(ID), 'stale');
    expect(said.code).toBe(1);
    expect(said.error).not.toBe('');
  });
});
