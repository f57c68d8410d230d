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

/** Code as esbuild writes it, without the cases of checks: they are for tests and descriptions, and making them costs at every start. */
export function withoutCases(code) {
  let kept = '';
  let from = 0;
  for (const { index, 0: head } of code.matchAll(CASES)) {
    const first = index + head.length;
    kept += code.slice(from, first);
    from = endOfList(code, first);
  }
  return kept + code.slice(from);
}
