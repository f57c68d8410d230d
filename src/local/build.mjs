// Builds dist/ (what clasp pushes) and the local programs in build/.
import { build } from 'esbuild';
import { buildAddOn, replacing } from './build-add-on.mjs';

const buildLocal = (entryPoints, plugins = []) =>
  build({
    entryPoints,
    plugins,
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

const PROGRAMS = {
  local: 'src/local/main.ts',
  demo: 'src/local/demo.ts',
  bench: 'src/local/bench.ts',
  preview: 'src/local/preview.ts',
  proof: 'src/local/proof.ts',
};

/** What is proved point by point is played with four forms: at a tenth of the time. */
const FOUR_FORMS = { 'proof-four-forms': 'src/local/proof.ts' };

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
const size = await buildAddOn({ school: 'src/local/demonstration/one-school.ts' });
await buildLocal(PROGRAMS);
await buildLocal(FOUR_FORMS, [replacing('programme', 'src/local/proof/four-forms/programme.ts')]);
await buildPreviewPage();
console.log(`dist/Code.js ${size} KB, build/*.cjs: ${Date.now() - started} ms`);
