import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The sections that tell how something is added, by title. */
const ADDING = README.split(/^## /m)
  .filter((section) => section.startsWith('Add '))
  .map((section) => [section.split('\n')[0]!, section] as const);

const SNIPPETS = ADDING.flatMap(([title, section]) =>
  [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => [title, code!] as const),
);

/** What the linter and the formatter make of a file with this text. */
function mended(code: string): { text: string; said: string; status: number | null } {
  const args = ['check', '--write', '--error-on-warnings', '--stdin-file-path=src/programme/forms/x.ts'];
  const run = spawnSync(join(ROOT, 'node_modules/.bin/biome'), args, { cwd: ROOT, input: code, encoding: 'utf8' });
  return { text: run.stdout, said: run.stderr, status: run.status };
}

test('README tells how to add whatever a district may ask for', () => {
  expect(ADDING.map(([title]) => title)).toEqual(
    ['indicator', 'form', 'check', 'setting', 'register', 'report', 'command', 'panel'].map((what) =>
      expect.stringMatching(new RegExp(`^Add an? ${what}$`)),
    ),
  );
  expect(SNIPPETS).toHaveLength(7);
});

test.each(SNIPPETS)('«%s» shows code that passes the check as it is printed', (_, code) => {
  expect(mended(code)).toEqual({ text: code, said: '', status: 0 });
});
