import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { toDocx } from '../../../src/report/docx';
import { SAMPLE_DOCUMENT } from './sample-document';

const DIST = resolve(__dirname, '../../../dist');
const page = readFileSync(join(DIST, 'docx.html'), 'utf8');

/** The renderer as the add-on gets it; only Apps Script's own globals are there when it runs. */
function rendererIn(text: string): (expression: string) => unknown {
  const context = createContext({});
  runInContext(Buffer.from(text, 'base64').toString('utf8'), context);
  return (expression) => runInContext(expression, context);
}

test('dist/Code.js, which every keystroke loads, holds nothing of docx', () => {
  const code = readFileSync(join(DIST, 'Code.js'), 'utf8');
  expect(code).not.toMatch(/word\/document\.xml|schemas\.openxmlformats\.org\/wordprocessingml/);
});

test('the file of the renderer has only letters that no reader or writer of HTML changes', () => {
  expect(page).toMatch(/^[A-Za-z0-9+/=\n]+$/);
});

test('with its lines broken elsewhere it is the same code', () => {
  const code = Buffer.from(page, 'base64');
  const rewritten = page.replace(/\n/g, '').replace(/.{76}/g, '$&\r\n  ');
  expect(Buffer.from(rewritten.replace(/\s+/g, ''), 'base64').equals(code)).toBe(true);
});

test('a bare V8 context without TextEncoder gives the very bytes Node gives', () => {
  const run = rendererIn(page);
  expect(run('typeof TextEncoder + typeof setTimeout + typeof crypto')).toBe('undefined'.repeat(3));
  const bytes = run(`Renderer.toDocx(${JSON.stringify(SAMPLE_DOCUMENT)})`) as Uint8Array;
  expect(Buffer.from(bytes).equals(Buffer.from(toDocx(SAMPLE_DOCUMENT)))).toBe(true);
});
