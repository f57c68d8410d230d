import { conventionsOf } from '../google/sheets/cells/conventions';
import { quoteSheet, splitSheet } from '../google/sheets/formula/a1';
import { type Token, tokenize } from '../google/sheets/formula/tokens';
import type { Links } from './links';

/** Functions of Google's that no other program computes: their cells keep the value and lose the formula. */
const GOOGLE_ONLY =
  /^(ARRAYFORMULA|ARRAY_CONSTRAIN|QUERY|IMPORT\w*|GOOGLE\w*|SPARKLINE|FLATTEN|SPLIT|JOIN|REGEX\w+|COUNTUNIQUE\w*|IMAGE)$/i;

export interface FormulaDialects {
  /** Google's formula in the book's locale → Excel's, without `=`; undefined where Excel has no such formula. */
  toExcel(formula: string): string | undefined;
  /** And back, with `=`. */
  fromExcel(formula: string): string;
}

const GID = /^"(#gid=.*)"$/;
const PLACE = /^"(#.*!.*)"$/;

/** Excel's files know only `1.5` and `,` between arguments, whatever the language; names of sheets differ too. */
export const formulaDialects = (
  locale: string,
  links: Links,
  sheetName: { toExcel(name: string): string; fromExcel(name: string): string },
): FormulaDialects => {
  const { decimal } = conventionsOf(locale);
  const rename = (text: string, change: (name: string) => string): string => {
    const { sheet, rest } = splitSheet(text);
    return sheet === undefined ? text : `${quoteSheet(change(sheet))}!${rest}`;
  };
  const outward = ({ kind, text }: Token): string => {
    if (kind === 'number') return text.replace(',', '.');
    if (kind === 'reference') return rename(text, sheetName.toExcel);
    if (kind === 'text') return text.replace(GID, (_, link: string) => `"${links.toExcel(link)}"`);
    if (kind === 'name') return text.replace(/^ИСТИНА$/i, 'TRUE').replace(/^ЛОЖЬ$/i, 'FALSE');
    return decimal === ',' && (text === ';' || text === '\\') ? ',' : text;
  };
  const inward = ({ kind, text }: Token): string => {
    if (kind === 'number') return text.replace('.', decimal);
    if (kind === 'reference') return rename(text, sheetName.fromExcel);
    if (kind === 'text') return text.replace(PLACE, (_, link: string) => `"${links.fromExcel(link)}"`);
    return decimal === ',' && text === ',' ? ';' : text;
  };
  return {
    toExcel: (formula) => {
      const tokens = tokenize(formula, decimal);
      const foreign = tokens?.some(({ kind, text }) => kind === 'name' && GOOGLE_ONLY.test(text));
      // Between braces a row ends with the same sign as an argument elsewhere; the add-on writes no such formulas.
      if (!tokens || foreign || tokens.some(({ text }) => text === '{')) return undefined;
      return tokens.map(outward).join('');
    },
    fromExcel: (formula) => {
      const tokens = tokenize(formula, '.');
      return `=${tokens ? tokens.map(inward).join('') : formula}`;
    },
  };
};
