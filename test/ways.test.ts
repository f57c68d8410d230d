import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

/**
 * One cell's way from a school's tab to the district's document: what somebody has to open who asks «where does this
 * number come from?». Imports are followed name by name, through the index of a folder to the file that defines the name.
 */
const ROOT = join(__dirname, '..', 'src');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const TEXTS = new Map(
  filesUnder(ROOT)
    .map((file) => relative(ROOT, file).split('\\').join('/'))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('local/'))
    .map((path) => [path.replace(/\.ts$/, ''), readFileSync(join(ROOT, path), 'utf8')]),
);

/** Where a folder's names are defined. */
const DEFINED = new Map<string, string>();
for (const [path, text] of TEXTS)
  for (const [, name] of text.matchAll(/^export (?:const|function|class) (\w+)/gm))
    for (const key of [`${path.split('/')[0]} ${name}`, name!]) if (!DEFINED.has(key)) DEFINED.set(key, path);

/** The files of whose values a file makes use. */
function usedBy(path: string): string[] {
  const imports = TEXTS.get(path)!.matchAll(/^import (?!type)([^;]*?) from '(\.[^']+)';/gms);
  return [...imports].flatMap(([, clause, specifier]) => {
    const target = posix.normalize(posix.join(dirname(path), specifier!));
    if (TEXTS.has(target)) return [target];
    const names = clause!.replace(/[{}]/g, '').split(',');
    const values = names.map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '));
    // A folder's index may hand on what another folder defines.
    const definedIn = (name: string) => DEFINED.get(`${target.split('/')[0]} ${name}`) ?? DEFINED.get(name);
    return values.flatMap((name) => definedIn(name.split(' ')[0]!) ?? []);
  });
}

/** The files that a cell passes on each way; each but the first is used by one that stands before it. */
const WAYS = {
  edit: [
    'appsscript/answer-edit',
    'pipeline/answer-edit',
    'pipeline/check-tab',
    'pipeline/tab-rows',
    'domain/validate',
    'domain/parse',
    'pipeline/tab-patches',
  ],
  consolidate: [
    'appsscript/consolidate',
    'pipeline/consolidate',
    'pipeline/check-tab',
    'pipeline/tab-rows',
    'domain/validate',
    'domain/parse',
    'domain/compute',
    'workbook/tables',
    'appsscript/publish',
  ],
  report: [
    'appsscript/build-report',
    'appsscript/stored',
    'pipeline/stored-periods',
    'workbook/tables',
    'pipeline/report-data',
    'report/compose',
    'appsscript/documents',
  ],
} as const;

test.each(Object.entries(WAYS))('on the way of %s each file hands the cell to the next', (_, files) => {
  const astray = files.filter(
    (file, index) => index > 0 && !files.slice(0, index).some((before) => usedBy(before).includes(file)),
  );
  expect(astray).toEqual([]);
});

test('from a tab to the document a cell passes fifteen files of the core and the shell', () => {
  expect(new Set([...WAYS.consolidate, ...WAYS.report]).size).toBe(15);
});

test.each(Object.entries(WAYS))('README tells the way of %s in the same files', (way, files) => {
  const readme = readFileSync(join(ROOT, '..', 'README.md'), 'utf8');
  const [, told = ''] = new RegExp(`^${way}: ([^\`:]*)$`, 'm').exec(readme) ?? [];
  expect(told.match(/[a-z]+\/[\w-]+/g)).toEqual(files);
});
