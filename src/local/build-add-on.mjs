// Builds the add-on: what clasp pushes, or the same with some of its modules replaced by others.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { pageOf } from './build-page.mjs';

const MAIN = 'src/appsscript/main.ts';
const RENDERER = 'src/report/docx/index.ts';

/** Names of entry points and pages, from the built lists: nothing at the top level may call a service, so it runs here too. */
function listsOf(code) {
  const context = createContext({});
  runInContext(`${code}; globalThis.lists = { entries: Object.keys(App.entries), pages: [...App.pages] }`, context);
  return context.lists;
}

/** Whoever imports a module of src gets another file in its place; only that file and its neighbours see the first. */
function replacing(module, file) {
  const first = resolve('src', module);
  const other = resolve(file);
  return {
    name: `replace ${module}`,
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
        const target = resolve(resolveDir, path).replace(/\/index$/, '');
        return target === first && dirname(importer) !== dirname(other) ? { path: other } : undefined;
      }),
  };
}

/**
 * What makes DOCX files, as text in an HTML file: Apps Script runs every script file with every keystroke in the
 * workbook, this one only when a report is built. In Base64, which no reader or writer of HTML changes.
 */
async function renderer() {
  const { outputFiles } = await build({
    entryPoints: [RENDERER],
    bundle: true,
    format: 'iife',
    globalName: 'Renderer',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2019',
    charset: 'ascii',
    legalComments: 'inline',
    minify: true,
    write: false,
  });
  return Buffer.from(outputFiles[0].contents)
    .toString('base64')
    .replace(/.{1,120}/g, '$&\n');
}

/** `instead`: files by the module of src whose place they take, e.g. `{ programme: 'src/local/bench/programme.ts' }`. */
export async function buildAddOn({ outdir = 'dist', instead = {} } = {}) {
  const plugins = Object.entries(instead).map(([module, file]) => replacing(module, file));
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const { outputFiles } = await build({
    entryPoints: [MAIN],
    bundle: true,
    format: 'iife',
    globalName: 'App',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'inline',
    define: { ADD_ON_VERSION: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version) },
    write: false,
    plugins,
  });
  const code = outputFiles[0].text;
  // Apps Script finds only top-level functions.
  const { entries, pages } = listsOf(code);
  const stubs = entries.map((name) => `function ${name}() { return App.entries.${name}.apply(this, arguments); }\n`);
  writeFileSync(join(outdir, 'Code.js'), code + stubs.join(''));
  writeFileSync(join(outdir, 'docx.html'), await renderer());
  for (const page of pages)
    writeFileSync(join(outdir, `${page.key}.html`), await pageOf(page, instead[`sidebar/${page.key}`]));
  copyFileSync('appsscript.json', join(outdir, 'appsscript.json'));
  return Math.round(readFileSync(join(outdir, 'Code.js')).length / 1024);
}
