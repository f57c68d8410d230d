// Builds dist/ (what clasp pushes) and the local programs in build/.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const MAIN = 'src/appsscript/main.ts';

/** Names that main.ts exports: Apps Script finds only top-level functions, so each gets a stub. */
async function entryPoints() {
  const { metafile } = await build({
    entryPoints: [MAIN],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    metafile: true,
    write: false,
  });
  return Object.values(metafile.outputs)[0].exports;
}

/** Quoted function names in menus, triggers and sidebars must be entry points, or a click would find nothing. */
function checkNames(code, names) {
  const used = [...code.matchAll(/\.(?:addItem\([^,]+,|newTrigger\()\s*["'`](\w+)["'`]/g)].map((match) => match[1]);
  const missing = used.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`main.ts does not export ${missing.join(', ')}`);
}

async function buildAddOn() {
  const names = await entryPoints();
  const stubs = names.map((name) => `function ${name}() { return App.${name}.apply(this, arguments); }`);
  rmSync('dist', { recursive: true, force: true });
  mkdirSync('dist');
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
  });
  const code = outputFiles[0].text;
  checkNames(code, names);
  writeFileSync('dist/Code.js', code);
  copyFileSync('appsscript.json', 'dist/appsscript.json');
}

const buildLocal = () =>
  build({
    entryPoints: {
      local: 'src/local/main.ts',
      demo: 'src/local/demo.ts',
      bench: 'src/local/bench.ts',
      preview: 'src/local/preview.ts',
      proof: 'src/local/proof.ts',
    },
    outdir: 'build',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logOverride: { 'empty-import-meta': 'silent' },
  });

/** The browser side of the preview; the server gives these files out. */
const buildPreviewPage = () =>
  build({
    entryPoints: {
      page: 'src/local/preview/client/page.tsx',
      bridge: 'src/local/preview/client/bridge.ts',
      looks: 'src/local/preview/client/looks.css',
    },
    outdir: 'build/preview',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'utf8',
  });

const started = Date.now();
await buildAddOn();
await buildLocal();
await buildPreviewPage();
const size = Math.round(readFileSync('dist/Code.js').length / 1024);
console.log(`dist/Code.js ${size} KB, build/*.cjs: ${Date.now() - started} ms`);
