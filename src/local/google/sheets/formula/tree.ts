import { columnNumber, splitSheet } from './a1';
import { type Token, tokenize } from './tokens';

/** Ends left out are absent: `A2:B` has no `lastRow`. */
export interface Reference {
  sheet?: string;
  row?: number;
  column?: number;
  lastRow?: number;
  lastColumn?: number;
  /** Written with a colon: a range even when of one cell. */
  range: boolean;
}

export type Tree =
  | { kind: 'value'; value: number | string | boolean | null }
  | { kind: 'error'; code: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'unary'; operator: '-' | '+' | '%'; of: Tree }
  | { kind: 'binary'; operator: string; left: Tree; right: Tree }
  | { kind: 'call'; name: string; given: Tree[] }
  | { kind: 'name'; name: string };

/** Weakest first; `^` binds tightest and to the left, unary minus tighter still, as in every spreadsheet [K]. */
const LEVELS = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

const known = new Map<string, Tree>();

/**
 * A formula as a tree. Arguments are separated by `;`, and by `,` only where the comma is not the decimal sign, as in en_US. A formula that cannot
 * be read is the error `#ERROR!`.
 */
export function parseFormula(formula: string, decimal: string): Tree {
  const key = decimal + formula;
  let tree = known.get(key);
  if (!tree) {
    const tokens = tokenize(formula, decimal)?.filter(({ kind }) => kind !== 'space');
    tree = (tokens && new Reader(tokens, decimal).read()) || { kind: 'error', code: '#ERROR!' };
    known.set(key, tree);
  }
  return tree;
}

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly decimal: string,
  ) {}

  read(): Tree | undefined {
    const tree = this.level(0);
    return this.at === this.tokens.length ? tree : undefined;
  }

  private take(...texts: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'operator' || !texts.includes(token.text)) return undefined;
    this.at++;
    return token.text;
  }

  private level(index: number): Tree | undefined {
    const operators = LEVELS[index];
    if (!operators) return this.unary();
    let left = this.level(index + 1);
    for (let operator = this.take(...operators); left && operator; operator = this.take(...operators)) {
      const right = this.level(index + 1);
      left = right && { kind: 'binary', operator, left, right };
    }
    return left;
  }

  private unary(): Tree | undefined {
    const operator = this.take('-', '+') as '-' | '+' | undefined;
    if (operator) {
      const of = this.unary();
      return of && { kind: 'unary', operator, of };
    }
    let tree = this.primary();
    while (tree && this.take('%')) tree = { kind: 'unary', operator: '%', of: tree };
    return tree;
  }

  private primary(): Tree | undefined {
    if (this.take('(')) {
      const inside = this.level(0);
      return this.take(')') ? inside : undefined;
    }
    const token = this.tokens[this.at];
    if (!token || token.kind === 'operator') return undefined;
    this.at++;
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text.replace(',', '.')) };
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replace(/""/g, '"') };
      case 'error':
        return { kind: 'error', code: splitErrorCode(token.text) };
      case 'reference':
        return { kind: 'reference', reference: parseReference(token.text) };
      default:
        return this.take('(') ? this.call(token.text) : nameTree(token.text);
    }
  }

  private call(name: string): Tree | undefined {
    const given: Tree[] = [];
    const separators = this.decimal === ',' ? [';'] : [';', ','];
    if (this.take(')')) return { kind: 'call', name: name.toUpperCase(), given };
    for (;;) {
      const next = this.tokens[this.at];
      const skipped = next?.kind === 'operator' && (next.text === ')' || separators.includes(next.text));
      const tree: Tree | undefined = skipped ? { kind: 'value', value: null } : this.level(0);
      if (!tree) return undefined;
      given.push(tree);
      if (this.take(')')) return { kind: 'call', name: name.toUpperCase(), given };
      if (!this.take(...separators)) return undefined;
    }
  }
}

const splitErrorCode = (text: string): string => text.slice(text.lastIndexOf('#'));

function nameTree(name: string): Tree {
  const word = name.toUpperCase();
  if (word === 'TRUE' || word === 'ИСТИНА') return { kind: 'value', value: true };
  if (word === 'FALSE' || word === 'ЛОЖЬ') return { kind: 'value', value: false };
  return { kind: 'name', name };
}

function parseReference(text: string): Reference {
  const { sheet, rest } = splitSheet(text);
  const [from, to] = rest.replace(/\$/g, '').split(':').map(parseEnd);
  const last = to ?? from!;
  return {
    ...(sheet !== undefined && { sheet }),
    ...from,
    lastRow: last.row,
    lastColumn: last.column,
    range: to !== undefined,
  };
}

function parseEnd(text: string): { row?: number; column?: number } {
  const [, letters, digits] = /^([A-Za-z]*)(\d*)$/.exec(text)!;
  return {
    ...(digits && { row: Number(digits) - 1 }),
    ...(letters && { column: columnNumber(letters) }),
  };
}
