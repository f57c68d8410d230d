import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';

const CASES = /\bcases: \[/g;
/** A string, or one bracket. */
const PIECE = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[[\]]/gs;

/** Where the list that begins before `from` ends. */
function endOfList(code, from) {
  PIECE.lastIndex = from;
  let open = 1;
  for (let piece = PIECE.exec(code); piece; piece = PIECE.exec(code)) {
    if (piece[0] === '[') open += 1;
    if (piece[0] === ']') open -= 1;
    if (open === 0) return piece.index;
  }
  throw new Error('a list of cases has no end');
}

function cut(code) {
  let kept = '';
  let from = 0;
  for (const { index, 0: head } of code.matchAll(CASES)) {
    const first = index + head.length;
    kept += code.slice(from, first);
    from = endOfList(code, first);
  }
  return kept + code.slice(from);
}

const known = new Map();

async function contentsOf(path) {
  const source = readFileSync(path, 'utf8');
  if (source.search(CASES) < 0) return undefined;
  // As esbuild writes it: comments may hold any bracket.
  const { code } = await transform(source, { loader: 'ts', target: 'esnext', charset: 'utf8' });
  return { contents: cut(code), loader: 'js' };
}

/**
 * Modules without the cases of checks: they are for tests and descriptions, and making them costs at every start. What only
 * they use is left out with them.
 */
export const withoutCases = {
  name: 'without cases',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!known.has(path)) known.set(path, contentsOf(path));
      return known.get(path);
    }),
};
