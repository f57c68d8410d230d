// Builds the add-on: what clasp pushes, or the same with some of its modules replaced by others.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, transform } from 'esbuild';
import { pageOf } from './build-page.mjs';
import { programmeAsData } from './programme-as-data.mjs';
import { withoutCases } from './without-cases.mjs';

/** Run at every keystroke. */
const MAIN = 'src/appsscript/main.ts';
/** The programme in its code is data; modules of the programme's own would all be run with it. */
const AS_DATA = 'src/appsscript/keystroke/programme.ts';
/** Run when something of it is asked for: files of code by their names in dist/. */
const ON_CALL = {
  commands: 'src/appsscript/on-call.ts',
  docx: 'src/report/docx/index.ts',
  archive: 'src/appsscript/zip.ts',
};

/** What Google calls by name, the menu and the pages, from the lists: nothing at the top level may call a service, so it runs here too. */
function listsOf(code) {
  const context = createContext({});
  runInContext(
    `${code}; globalThis.lists = { entries: Object.keys(Code.entries), menu: Code.menu, pages: Code.pages }`,
    context,
  );
  return JSON.parse(JSON.stringify(context.lists));
}

/** Other programmes of src are built on the first one, and others again on them. */
const OTHER_PROGRAMME = /[\\/]local[\\/].*programme\.ts$/;

/** Whoever in src imports one of its modules gets another file in its place; only that file, its neighbours, other programmes and tests see the first. */
export function replacing(module, file) {
  const first = resolve('src', module);
  const other = resolve(file);
  return {
    name: `replace ${module}`,
    setup: ({ onResolve }) =>
      onResolve({ filter: /^\./ }, ({ path, importer, resolveDir }) => {
        const target = resolve(resolveDir, path).replace(/\/index$/, '');
        const sees =
          dirname(importer) === dirname(other) ||
          OTHER_PROGRAMME.test(importer) ||
          !importer.startsWith(join(resolve('src'), sep));
        return target === first && !sees ? { path: other } : undefined;
      }),
  };
}

/**
 * Modules of src declare and do nothing else when they are run, so one of which nothing is used may be left out whole: an
 * index that names it would bring it along.
 */
const declaring = {
  name: 'declaring',
  setup: ({ onResolve, resolve: find }) =>
    onResolve({ filter: /^\./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === declaring) return undefined;
      const found = await find(path, { importer, resolveDir, kind, pluginData: declaring });
      return { ...found, sideEffects: false };
    }),
};

const OPTIONS = {
  bundle: true,
  format: 'iife',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2019',
  // A field is assigned; defining each costs many times as much in code that runs cold.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  charset: 'utf8',
  legalComments: 'inline',
  write: false,
};

const bundled = async (entry, options) => {
  const from = typeof entry === 'string' ? { entryPoints: [entry] } : { stdin: entry };
  const { outputFiles } = await build({ ...OPTIONS, ...from, ...options });
  return outputFiles[0].text;
};

/** As every keystroke gets it. */
async function lean(entry, options) {
  const whole = await bundled(entry, { ...options, plugins: [declaring, ...options.plugins] });
  const { code } = await transform(withoutCases(whole), { minify: true, charset: 'utf8', target: 'es2019' });
  return code;
}

/** What the programme's place in the code of every keystroke is filled with. */
async function asDefined(declared, plugins) {
  const codeOf = (entry) => lean(entry, { globalName: 'Code', plugins });
  const data = await programmeAsData({ declared, options: { ...OPTIONS, plugins }, codeOf });
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]));
}

const TRIGGERS = ['onOpen', 'onEdit'];

/** What HTML gives a meaning to, and what cannot be seen: some editor would change it. */
const SIGN = /@@|[&<>]|(?! )[\p{C}\p{Z}]/gu;
const inDigits = (sign) =>
  [...sign].map((letter) => `@@${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/**
 * Code as text that no reader or writer of HTML changes, as src/appsscript/code-file.ts reads it: signs by their numbers,
 * in lines of a length that editors bear.
 */
const asPage = (code) => code.replace(SIGN, inDigits).replace(/.{1,150}[\w;,](?=[\w(])/gu, '$&\n');

/** `instead`: files by the module of src whose place they take, e.g. `{ programme: 'src/local/bench/programme.ts' }`. */
export async function buildAddOn({ outdir = 'dist', instead = {} } = {}) {
  const plugins = Object.entries(instead).map(([module, file]) => replacing(module, file));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const define = { ADD_ON_VERSION: JSON.stringify(version) };
  const commands = await bundled(ON_CALL.commands, { globalName: 'Code', minifyWhitespace: true, plugins, define });
  const archive = await bundled(ON_CALL.archive, { globalName: 'Code', minify: true, charset: 'ascii' });
  const docx = await bundled(ON_CALL.docx, { globalName: 'Code', minify: true, charset: 'ascii' });
  const { entries, menu, pages } = listsOf(commands);
  const taken = entries.find((name) => TRIGGERS.includes(name));
  if (taken) throw new Error(`two entry points are called ${taken}`);
  const main = await lean(MAIN, {
    globalName: 'App',
    plugins: [replacing('programme', AS_DATA), ...plugins],
    define: { ...define, MENU: JSON.stringify(menu), ...(await asDefined(instead.programme, plugins)) },
  });
  // Apps Script finds only top-level functions.
  const stubs = [
    ...TRIGGERS.map((name) => `function ${name}() { return App.triggers.${name}.apply(this, arguments); }\n`),
    ...entries.map((name) => `function ${name}() { return App.call('${name}', arguments); }\n`),
  ];
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, 'Code.js'), main + stubs.join(''));
  writeFileSync(join(outdir, 'commands.html'), asPage(commands));
  writeFileSync(join(outdir, 'docx.html'), asPage(docx));
  writeFileSync(join(outdir, 'archive.html'), asPage(archive));
  for (const page of pages) {
    if (page.key in ON_CALL) throw new Error(`a panel cannot be called ${page.key}`);
    writeFileSync(join(outdir, `${page.key}.html`), await pageOf(page, instead[`sidebar/${page.key}`]));
  }
  copyFileSync('appsscript.json', join(outdir, 'appsscript.json'));
  return Math.round(readFileSync(join(outdir, 'Code.js')).length / 1024);
}
