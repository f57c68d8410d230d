import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Results } from '../../../src/pipeline';

const ROOT = resolve(__dirname, '../../..');
const PLACE = mkdtempSync(join(tmpdir(), 'restore-'));
const at = (name: string): string => join(PLACE, name);

/** Runs the demo as `npm run demo -- …` does after building. */
const demo = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'build/demo.cjs'), ...args], { cwd: PLACE, encoding: 'utf8' });
const resultsIn = (folder: string): string => readFileSync(join(at(folder), 'results.json'), 'utf8');

const exported = demo('--data', join(ROOT, 'test/fixtures/uci'), '--out', at('first'), '--export', at('all.zip'));
const files = (): Record<string, Uint8Array> => unzipSync(readFileSync(at('all.zip')));

test('an archive brought back into an empty workbook gives the same results, to the byte', () => {
  expect(exported.status).toBe(0);
  expect(demo('--restore', at('all.zip'), '--out', at('second')).status).toBe(0);
  expect(resultsIn('second')).toBe(resultsIn('first'));
});

test('the tables of an archive are read as any others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csv-'));
  for (const [name, bytes] of Object.entries(files()))
    if (name.endsWith('.csv')) writeFileSync(join(folder, name), bytes);
  const { status, stderr } = demo('--data', folder, '--out', at('third'));
  expect([status, stderr]).toEqual([0, '']);
  const figures = (text: string) => (JSON.parse(text) as Results).results;
  expect(figures(resultsIn('third'))).toEqual(figures(resultsIn('first')));
});

test('an archive that was changed is refused in one line, and nothing is written', () => {
  const changed = files();
  changed['marks.csv'] = strToU8(strFromU8(changed['marks.csv']!).replace(/\d(?=\r\n$)/, '7'));
  writeFileSync(at('changed.zip'), zipSync(changed));
  const { status, stderr } = demo('--restore', at('changed.zip'), '--out', at('fourth'));
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(/changed\.zip: .*контрольная сумма файла marks\.csv/);
  expect(existsSync(at('fourth'))).toBe(false);
});

test('what is no archive is refused in one line', () => {
  writeFileSync(at('words.zip'), 'слова');
  const { status, stderr } = demo('--restore', at('words.zip'));
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^\S*words\.zip: это не архив \.zip.*\n$/)]);
});
