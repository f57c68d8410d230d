// Modules of TypeScript that can be run anew, compiled once.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '.mjs', '.cjs'];
const ownRequire = createRequire(import.meta.url);

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function testsUnder(path) {
  if (isFile(path)) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return testsUnder(join(path, entry.name));
    return entry.name.endsWith('.test.ts') ? [join(path, entry.name)] : [];
  });
}

function compiled(path) {
  const source = readFileSync(path, 'utf8');
  const loader = path.endsWith('x') ? 'tsx' : 'ts';
  const { code } = /\.[cm]?js$/.test(path)
    ? { code: source }
    : transformSync(source, { loader, format: 'cjs', target: 'node20', sourcefile: path });
  return compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], { filename: path });
}

export function modulesOf(root) {
  const functions = new Map();
  const places = new Map();
  let loaded = new Map();

  const placeOf = (specifier, folder) => {
    const key = `${folder} ${specifier}`;
    if (!places.has(key)) {
      const path = specifier.startsWith('.') || specifier.startsWith('/') ? resolve(folder, specifier) : undefined;
      places.set(key, path && ENDINGS.map((ending) => path + ending).find(isFile));
    }
    return places.get(key);
  };

  const requireFrom = (folder) => (specifier) => {
    // Cases are drawn as in jest: the same each time.
    if (specifier === 'fast-check') return load(join(root, 'test/seeded.cjs'));
    const path = placeOf(specifier, folder);
    if (path && !path.endsWith('.json')) return load(path);
    // Packages are the project's own, the sandbox has none.
    return ownRequire(specifier.endsWith('/fast-check.js') ? 'fast-check' : (path ?? specifier));
  };

  function load(path) {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(path, module);
    if (!functions.has(path)) functions.set(path, compiled(path));
    functions.get(path)(module.exports, requireFrom(dirname(path)), module, path, dirname(path));
    return module.exports;
  }

  return {
    require: load,
    forget: () => {
      loaded = new Map();
    },
    testsIn: (places, except) => {
      const under = (list) => list.flatMap((place) => testsUnder(join(root, place)));
      return under(places).filter((path) => !under(except).includes(path));
    },
  };
}
