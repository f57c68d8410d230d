// The programme as the code of every keystroke gets it: what it declares as data, the functions of its checks as code in text.
import { relative, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

const PROGRAMME = 'src/programme/index.ts';
const GLOBAL = 'Code';

const run = (code, wanted) => {
  const context = createContext({ wanted });
  runInContext(`${code}; globalThis.given = wanted(${GLOBAL})`, context);
  return context.given;
};

const isCheck = (value) => typeof value?.words === 'function' && typeof value.id === 'string';

/** How to get at the checks that a module gives out, each way with the ids of what it gets at; `own` are expressions. */
const waysTo = (given) =>
  Object.entries(given).flatMap(([name, value]) => {
    const ways = [
      [`[all.${name}]`, [value]],
      [`all.${name}`, value],
      [`all.${name}.checks`, value?.checks],
    ];
    return ways
      .filter(([, checks]) => Array.isArray(checks) && checks.length > 0 && checks.every(isCheck))
      .map(([way, checks]) => ({ way, ids: checks.map(({ id }) => id) }));
  });

/** Every module of the programme by itself, with the ways to the checks that it gives out; the shortest code first. */
async function modulesWithChecks(inputs, options) {
  const { outputFiles } = await build({ ...options, entryPoints: inputs, outdir: 'build' });
  const found = outputFiles.map(({ text }, index) => ({
    file: inputs[index],
    size: text.length,
    ways: run(text, waysTo),
  }));
  return found.filter(({ ways }) => ways.length > 0).sort((a, b) => a.size - b.size);
}

/** Which module of the programme each check is taken from, and how. */
function sourcesOf(checks, modules) {
  const sources = new Map();
  for (const { id } of checks) {
    const from = modules
      .flatMap(({ file, ways }) => ways.map((way) => ({ file, ...way })))
      .find(({ ids }) => ids.includes(id));
    if (!from) throw new Error(`no module of the programme gives out the check ${id}`);
    const key = `${from.file} ${from.way}`;
    sources.set(key, { ...from, own: [...(sources.get(key)?.own ?? []), id] });
  }
  return [...sources.values()];
}

const isData = ([key, value]) => typeof value !== 'function' && key !== 'cases';
/** Of what a form and an indicator say only what an edit looks at: the rest is read where tabs and reports are made. */
const withoutHelp = ({ help: _, ...rest }) => ({ ...rest, help: '' });
const leanForm = (form) => ({
  ...withoutHelp(form),
  fields: Object.fromEntries(Object.entries(form.fields).map(([key, field]) => [key, withoutHelp(field)])),
});
const IN_REPORTS = ['examples', 'source', 'targets', 'headline'];
const without = (record, keys) => Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
const leanIndicator = ({ from, ...rest }) => ({ ...without(rest, IN_REPORTS), from: from.key });

/** What no edit looks at. */
const ELSEWHERE = ['measures', 'identification', 'risks', 'objectivity'];
const SELDOM = ['settings', 'otherTitles'];

const dataOf = (programme) => ({
  ...without(programme, [...ELSEWHERE, ...SELDOM]),
  registers: [],
  requirements: [],
  schools: [],
  forms: programme.forms.map(leanForm),
  indicators: programme.indicators.filter(({ kind }) => kind !== 'derived').map(leanIndicator),
  checks: programme.checks.map((check) => Object.fromEntries(Object.entries(check).filter(isData))),
});

const seldomOf = ({ settings, otherTitles }) => ({ settings: settings.map(withoutHelp), otherTitles });

/**
 * `declared` is the module with the programme, `codeOf` bundles an entry into the text of a code file. Gives the texts that
 * src/appsscript/keystroke/programme.ts asks for.
 */
export async function programmeAsData({ declared = PROGRAMME, options, codeOf }) {
  const kept = { ...options, bundle: true, format: 'iife', globalName: GLOBAL, write: false };
  const whole = await build({ ...kept, entryPoints: [declared], outdir: 'build', metafile: true });
  const { programme } = run(whole.outputFiles[0].text, (given) => given);
  const inputs = Object.keys(whole.metafile.inputs).map((file) => relative('.', resolve(file)));
  const modules = await modulesWithChecks(inputs, kept);
  const sources = sourcesOf(programme.checks, modules);
  const codes = sources.map(({ file, way }) =>
    codeOf({
      contents: `import * as all from './${file}'; export const checks = ${way};`,
      resolveDir: '.',
      loader: 'ts',
    }),
  );
  const codeOfCheck = Object.fromEntries(sources.flatMap(({ own }, code) => own.map((id) => [id, code])));
  return {
    data: JSON.stringify(dataOf(programme)),
    seldom: JSON.stringify(seldomOf(programme)),
    codeOfCheck: JSON.stringify(codeOfCheck),
    codes: await Promise.all(codes),
  };
}
