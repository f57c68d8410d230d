// Builds the add-on: what clasp pushes, or the same with some of its modules replaced by others.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build, transform } from 'esbuild';
import { compiledFor, forEdits } from './asleep.mjs';
import { pageOf } from './build-page.mjs';
import { programmeAsData } from './programme-as-data.mjs';
import { withoutCases } from './without-cases.mjs';

/** Run whenever anything of the add-on is. */
const MAIN = 'src/appsscript/main.ts';
/** Run when somebody types on a school's tab. */
const EDIT = 'src/appsscript/answer-edit.ts';
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

/** Only V8 reads what lies in comments and pages; what lies open the editor of Google's scripts reads, too. */
const ASLEEP = 'es2020';

const bundled = async (entry, options) => {
  const from = typeof entry === 'string' ? { entryPoints: [entry] } : { stdin: entry };
  const { outputFiles } = await build({ ...OPTIONS, ...from, ...options });
  return outputFiles[0].text;
};

/** A sign beyond the first plane has two numbers. */
const halvesOf = (sign, mark) =>
  sign
    .split('')
    .map((half) => mark + half.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');

/** What cannot be seen: some editor would change it. */
const UNSEEN = /(?![ \n])[\p{C}\p{Z}]/gu;
/** In strings and patterns by its number. */
const inSight = (text) => text.replace(UNSEEN, (sign) => halvesOf(sign, '\\u'));

/** As every keystroke gets it; in functions of the kind that can be marked to be compiled at once. */
async function lean(entry, options) {
  const { target } = { ...OPTIONS, ...options };
  const whole = await bundled(entry, { ...options, plugins: [declaring, withoutCases, ...options.plugins] });
  const { code } = await transform(whole, {
    minify: true,
    charset: 'utf8',
    target,
    supported: { arrow: false },
  });
  return inSight(code.trim());
}

/** Code of a bundle as an expression for what the bundle exports. */
const expressionOf = (code) => code.replace(/^var \w+=/, '').replace(/;$/, '');

/** The code that answers an edit, and the texts that it asks for. */
async function answering(declared, plugins) {
  const codeOf = async (entry, ...more) =>
    expressionOf(await lean(entry, { globalName: 'Code', target: ASLEEP, plugins: [...more, ...plugins] }));
  const texts = await programmeAsData({ declared, options: { ...OPTIONS, plugins }, codeOf });
  const { data, seldom } = texts;
  return {
    ...texts,
    data: inSight(data),
    seldom: inSight(seldom),
    edit: await codeOf(EDIT, replacing('programme', AS_DATA)),
  };
}

const PLAYED = 'build/ordinary-edits.cjs';

/** The same with what ordinary edits call compiled at once; `school` is a module with a programme and a school's data. */
async function readyForEdits(answer, school, outdir) {
  const contents = `export { programme, data } from './${school}'; export * from './src/local/ordinary-edits';`;
  const entry = { contents, resolveDir: '.', loader: 'ts' };
  mkdirSync(dirname(PLAYED), { recursive: true });
  writeFileSync(PLAYED, await bundled(entry, { format: 'cjs', platform: 'node', packages: 'external' }));
  const { programme, data, calledAtEdits } = await import(pathToFileURL(resolve(PLAYED)));
  return compiledFor(calledAtEdits(programme, data, outdir), answer);
}

const TRIGGERS = ['onOpen', 'onEdit'];

/** What HTML gives a meaning to, and what cannot be seen: some editor would change it. */
const SIGN = /@@|[&<>]|(?! )[\p{C}\p{Z}]/gu;
const inDigits = (sign) => halvesOf(sign, '@@');

/**
 * Code as text that no reader or writer of HTML changes, as src/appsscript/code-file.ts reads it: signs by their numbers,
 * in lines of a length that editors bear.
 */
const asPage = (code) => code.replace(SIGN, inDigits).replace(/.{1,150}[\w;,](?=[\w(])/gu, '$&\n');

/**
 * `instead`: files by the module of src whose place they take, e.g. `{ programme: 'src/local/bench/programme.ts' }`.
 * `school`: whose ordinary edits the code is made ready for; it does the same without.
 */
export async function buildAddOn({ outdir = 'dist', instead = {}, school } = {}) {
  const plugins = Object.entries(instead).map(([module, file]) => replacing(module, file));
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const define = { ADD_ON_VERSION: JSON.stringify(version) };
  const commands = await bundled(ON_CALL.commands, { globalName: 'Code', minifyWhitespace: true, plugins, define });
  const archive = await bundled(ON_CALL.archive, { globalName: 'Code', minify: true, charset: 'ascii' });
  const docx = await bundled(ON_CALL.docx, { globalName: 'Code', minify: true, charset: 'ascii' });
  const { entries, menu, pages } = listsOf(commands);
  const taken = entries.find((name) => TRIGGERS.includes(name));
  if (taken) throw new Error(`two entry points are called ${taken}`);
  const main = await lean(MAIN, { globalName: 'App', plugins, define: { ...define, MENU: JSON.stringify(menu) } });
  const answer = await answering(instead.programme, plugins);
  // Apps Script finds only top-level functions.
  const stubs = [
    ...TRIGGERS.map((name) => `function ${name}() { return App.triggers.${name}.apply(this, arguments); }\n`),
    ...entries.map((name) => `function ${name}() { return App.call('${name}', arguments); }\n`),
  ];
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const write = (answer) => writeFileSync(join(outdir, 'Code.js'), `${main}\n${forEdits(answer)}${stubs.join('')}`);
  write(answer);
  writeFileSync(join(outdir, 'commands.html'), asPage(commands));
  writeFileSync(join(outdir, 'docx.html'), asPage(docx));
  writeFileSync(join(outdir, 'archive.html'), asPage(archive));
  for (const page of pages) {
    if (page.key in ON_CALL) throw new Error(`a panel cannot be called ${page.key}`);
    writeFileSync(join(outdir, `${page.key}.html`), await pageOf(page, instead[`sidebar/${page.key}`]));
  }
  copyFileSync('appsscript.json', join(outdir, 'appsscript.json'));
  if (school) write(await readyForEdits(answer, school, outdir));
  return Math.round(readFileSync(join(outdir, 'Code.js')).length / 1024);
}
