import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative } from 'node:path';

const ROOT = join(__dirname, '..', 'src');

interface Source {
  /** Path under src, with slashes: `report/compose.ts`. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1');

/** What a file names after `from`, `import`, `import(` and `require(`. */
function importsOf(text: string): string[] {
  const found = [
    ...text.matchAll(/\b(?:import|export)\b[^'"`;=]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bimport\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g),
  ];
  return found.map((match) => match[1]!);
}

const SOURCES: readonly Source[] = filesUnder(ROOT)
  .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file))
  .map((file) => {
    const path = relative(ROOT, file).split('\\').join('/');
    const text = withoutComments(readFileSync(file, 'utf8'));
    return { path, folder: path.split('/')[0]!, text, imports: importsOf(text) };
  });

/** A relative import as a path under src, without extension; null for a package. */
const inSource = (source: Source, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.normalize(posix.join(dirname(source.path), specifier)) : null;

const folderOf = (target: string): string => target.split('/')[0]!;

const offences = (sources: readonly Source[], isWrong: (source: Source, specifier: string) => boolean): string[] =>
  sources.flatMap((source) =>
    source.imports
      .filter((specifier) => isWrong(source, specifier))
      .map((specifier) => `${source.path} → ${specifier}`),
  );

const of = (...folders: string[]): Source[] => SOURCES.filter(({ folder }) => folders.includes(folder));

test('the imports are found at all', () => {
  expect(SOURCES.length).toBeGreaterThan(50);
  expect(SOURCES.find(({ path }) => path === 'report/compose.ts')!.imports).toContain('./references');
  expect(SOURCES.find(({ path }) => path === 'pipeline/index.ts')!.imports).toContain('./answer-edit');
});

/** One district's programme is data: another one's people must not meet its names. */
test('the core names no district, no order and no office', () => {
  const ours =
    /магдагач|magdagachi|дактуй|ушумун|толбузин|кузнецовск|гудачин|№ ?341|\bИМЦ|участниц|'(участник|ведущая)'/iu;
  const core = SOURCES.filter(({ folder }) => !['programme', 'local'].includes(folder));
  expect(core.filter(({ text }) => ours.test(text)).map(({ path }) => path)).toEqual([]);
});

/** The table of design.md 1. `local` may import anything it starts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  domain: ['model'],
  workbook: ['model'],
  report: ['model'],
  programme: ['model'],
  messages: ['model'],
  import: ['model'],
  pipeline: ['model', 'domain', 'workbook', 'report', 'messages'],
  appsscript: ['pipeline', 'programme', 'workbook', 'messages', 'model'],
  sidebar: ['model', 'import'],
};

test.each(Object.entries(MAY_IMPORT))('%s imports only %j', (folder, allowed) => {
  const wrong = offences(of(folder), (source, specifier) => {
    const target = inSource(source, specifier);
    if (target === null || folderOf(target) === folder) return false;
    return !allowed.includes(folderOf(target));
  });
  expect(wrong).toEqual([]);
});

test('the sidebar takes nothing but types from the model', () => {
  const values = /\b(?:import|export)\b(?!\s+type\b)[^'"`;=]*?\bfrom\s*['"][./]+model(?:\/[^'"]*)?['"]/;
  expect(values.test("import { isDate } from '../model';")).toBe(true);
  expect(values.test("import type { Cell } from '../../model';")).toBe(false);
  expect(
    of('sidebar')
      .filter(({ text }) => values.test(text))
      .map(({ path }) => path),
  ).toEqual([]);
});

/** Google's classes give each other (a range its sheet, a sheet its ranges), so whoever makes one of these may be used by them. */
const GIVEN_BY_EACH_OTHER = /^local\/google\/sheets\/(range\/range|sheet\/sheet|book\/spreadsheet)\.ts$/;

/** Which files of src each file imports, types included. */
const GRAPH: ReadonlyMap<string, readonly string[]> = (() => {
  const known = new Map(SOURCES.map(({ path }) => [path.replace(/(\/index)?\.(tsx?|mjs|js)$/, ''), path]));
  const excused = (from: string, to: string) => from.startsWith('local/google/sheets/') && GIVEN_BY_EACH_OTHER.test(to);
  return new Map(
    SOURCES.map((source) => {
      const targets = source.imports.flatMap((specifier) => known.get(inSource(source, specifier) ?? '') ?? []);
      return [source.path, targets.filter((to) => !excused(source.path, to))];
    }),
  );
})();

/** One circle for every import that leads back to a file the way has come through. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) circles.push([...way.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) follow(target, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) follow(path, []);
  return circles;
}

test('no two files import each other, directly or round others', () => {
  expect(GRAPH.get('pipeline/index.ts')).toContain('pipeline/answer-edit.ts');
  const made = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', ['d']],
    ['d', ['b']],
  ]);
  expect(circlesIn(made)).toEqual(['b → c → d → b']);
  expect(circlesIn(GRAPH)).toEqual([]);
});

test('every folder of src is in the table', () => {
  const folders = new Set(SOURCES.map(({ folder }) => folder));
  expect([...folders].filter((folder) => !(folder in MAY_IMPORT) && folder !== 'local')).toEqual([]);
});

test('nothing but src/local imports src/local', () => {
  const others = SOURCES.filter(({ folder }) => folder !== 'local');
  expect(offences(others, (source, specifier) => inSource(source, specifier)?.startsWith('local') ?? false)).toEqual(
    [],
  );
});

test('the core needs no packages but those that make a DOCX file and open an archive', () => {
  const core = of('model', 'domain', 'workbook', 'report', 'programme', 'messages', 'import', 'pipeline');
  const packages = offences(core, (_, specifier) => !specifier.startsWith('.'));
  const known = /^(report\/docx\/[\w-]+\.ts → (docx|fflate)|import\/[\w/-]+\.ts → fflate)$/;
  const wrong = packages.filter((line) => !known.test(line));
  expect(wrong).toEqual([]);
});

test('only report/docx touches docx, and the add-on reaches it by its text alone', () => {
  const addOn = SOURCES.filter(({ folder }) => folder !== 'local');
  const others = addOn.filter(({ path }) => !path.startsWith('report/docx/'));
  const touching = offences(others, (source, specifier) => {
    const target = inSource(source, specifier);
    return specifier === 'docx' || target === 'report/docx' || (target ?? '').startsWith('report/docx/');
  });
  expect(touching).toEqual([]);
});

const SERVICES =
  /\b(GoogleAppsScript|SpreadsheetApp|DocumentApp|DriveApp|Drive|HtmlService|ScriptApp|PropertiesService|CacheService|LockService|MailApp|GmailApp|UrlFetchApp|Utilities|Session|Charts|Logger)\b/;

test('Google services are named only in src/appsscript and src/local', () => {
  const wrong = SOURCES.filter(({ folder, text }) => !['appsscript', 'local'].includes(folder) && SERVICES.test(text));
  expect(wrong.map(({ path, text }) => `${path}: ${SERVICES.exec(text)![0]}`)).toEqual([]);
});

test('folders and files are named after stages of the work, not after patterns', () => {
  const patterns = /^(utils?|helpers?|common|managers?|services?|repositor(y|ies)|infrastructure)(\.|$)/i;
  const inside = /(^|-)(utils?|helpers?|manager)(-|\.|$)/i;
  const parts = new Set(SOURCES.flatMap(({ path }) => path.split('/')));
  expect([...parts].filter((part) => patterns.test(part) || inside.test(part))).toEqual([]);
});

test('file names are in kebab case', () => {
  const wrong = SOURCES.filter(({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*\.(ts|tsx|mjs)$/.test(basename(path)));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no file is above 300 lines and few are above 200', () => {
  const lines = SOURCES.map(({ path }) => ({
    path,
    lines: readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1,
  }));
  expect(lines.filter((file) => file.lines > 300)).toEqual([]);
  expect(lines.filter((file) => file.lines > 200).length / lines.length).toBeLessThan(0.05);
});
