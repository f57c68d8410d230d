import type { CellState } from '../google/book';
import { evaluateFormula, type Site } from '../google/sheets/formula/formula';
import { tokenize } from '../google/sheets/formula/tokens';

/** Where a cell leads: its own link, a link of a part of its text, or the first argument of its `HYPERLINK` formula. */
export function linkOf(cell: CellState, site: Site): string | undefined {
  const own = cell.link ?? cell.runs?.find(({ link }) => link !== undefined)?.link;
  if (own !== undefined || cell.formula === undefined) return own;
  const address = firstArgument(cell.formula);
  const value = address && evaluateFormula(`=${address}`, site);
  return typeof value === 'string' ? value : undefined;
}

function firstArgument(formula: string): string | undefined {
  const [name, open, ...rest] = tokenize(formula, ',') ?? [];
  if (!name || open?.text !== '(' || !/^(HYPERLINK|ГИПЕРССЫЛКА)$/i.test(name.text)) return undefined;
  let depth = 0;
  let argument = '';
  for (const { kind, text } of rest) {
    if (kind === 'operator' && depth === 0 && (text === ';' || text === ')')) return argument;
    if (kind === 'operator') depth += text === '(' ? 1 : text === ')' ? -1 : 0;
    argument += text;
  }
  return undefined;
}
