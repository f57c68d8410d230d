import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The sections that tell how something is added, by title. */
const ADDING = README.split(/^## /m)
  .filter((section) => section.startsWith('Add '))
  .map((section) => [section.split('\n')[0]!, section] as const);

const lines = (section: string): string[] => section.split('\n').slice(1).filter(Boolean);

test('README tells how to add whatever a district may ask for', () => {
  expect(ADDING.map(([title]) => title)).toEqual(
    ['indicator', 'form', 'check', 'setting', 'register', 'report', 'command', 'panel'].map((what) =>
      expect.stringMatching(new RegExp(`^Add an? ${what}$`)),
    ),
  );
});

test.each(ADDING)('«%s» takes at most five lines', (_, section) => {
  expect(lines(section).length).toBeLessThanOrEqual(5);
  for (const line of lines(section)) expect(line.length).toBeLessThanOrEqual(130);
});

test.each(ADDING)('«%s» names files that are there', (_, section) => {
  const named = [...section.matchAll(/`((?:src|test)\/[^`<]*)`/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
