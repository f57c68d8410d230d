import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import { toDocx } from '../../src/report/to-docx';
import { SAMPLE_DOCUMENT } from './sample-document';

/** Marks in the global object that a line of `docx` or `fflate` has run. */
const PROBE: Plugin = {
  name: 'probe',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/(docx|fflate)\// }, ({ path }) => ({
      contents: `globalThis.docxHasRun = true;\n${readFileSync(path, 'utf8')}`,
    }));
  },
};

/** As the add-on is built; only Apps Script's own globals are there when it runs. */
async function loadedBundle() {
  const { outputFiles } = await build({
    entryPoints: [resolve(__dirname, '../../src/report/to-docx.ts')],
    bundle: true,
    format: 'iife',
    globalName: 'App',
    target: 'es2019',
    platform: 'neutral',
    write: false,
    logLevel: 'silent',
    plugins: [PROBE],
  });
  const context = createContext({});
  runInContext(outputFiles[0]!.text, context);
  return (expression: string) => runInContext(expression, context);
}

test('loading the bundle does not initialise docx, the first report does', async () => {
  const run = await loadedBundle();
  expect(run('typeof docxHasRun')).toBe('undefined');
  run(`App.toDocx(${JSON.stringify(SAMPLE_DOCUMENT)})`);
  expect(run('typeof docxHasRun')).toBe('boolean');
});

test('a bare V8 context without TextEncoder gives the very bytes Node gives', async () => {
  const run = await loadedBundle();
  expect(run('typeof TextEncoder + typeof setTimeout + typeof crypto')).toBe('undefined'.repeat(3));
  const bytes = run(`App.toDocx(${JSON.stringify(SAMPLE_DOCUMENT)})`) as Uint8Array;
  expect(Buffer.from(bytes).equals(Buffer.from(toDocx(SAMPLE_DOCUMENT)))).toBe(true);
});
