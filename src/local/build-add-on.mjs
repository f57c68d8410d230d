// Builds the add-on: what clasp pushes, or the same with some of its modules replaced by others.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const MAIN = 'src/appsscript/main.ts';

/** Names that main.ts exports: Apps Script finds only top-level functions, so each gets a stub. */
async function entryPoints(plugins) {
  const { metafile } = await build({
    entryPoints: [MAIN],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    metafile: true,
    write: false,
    plugins,
  });
  return Object.values(metafile.outputs)[0].exports;
}

/** Quoted function names in menus, triggers and sidebars must be entry points, or a click would find nothing. */
function checkNames(code, names) {
  const used = [...code.matchAll(/\.(?:addItem\([^,]+,|newTrigger\()\s*["'`](\w+)["'`]/g)].map((match) => match[1]);
  const missing = used.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`main.ts does not export ${missing.join(', ')}`);
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

/** `instead`: files by the module of src whose place they take, e.g. `{ programme: 'src/local/bench/programme.ts' }`. */
export async function buildAddOn({ outdir = 'dist', instead = {} } = {}) {
  const plugins = Object.entries(instead).map(([module, file]) => replacing(module, file));
  const names = await entryPoints(plugins);
  const stubs = names.map((name) => `function ${name}() { return App.${name}.apply(this, arguments); }`);
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
    footer: { js: stubs.join('\n') },
    write: false,
    plugins,
  });
  const code = outputFiles[0].text;
  checkNames(code, names);
  writeFileSync(join(outdir, 'Code.js'), code);
  copyFileSync('appsscript.json', join(outdir, 'appsscript.json'));
  return Math.round(readFileSync(join(outdir, 'Code.js')).length / 1024);
}
