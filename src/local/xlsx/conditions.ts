import type { ConditionalFormat, SheetState } from '../google/book';
import { cellName, parseArea } from '../google/sheets/formula/a1';
import type { ConditionalFormattingRule, Worksheet } from './exceljs';
import type { FormulaDialects } from './formulas';
import { addressOf } from './rectangles';
import { fromArgb, toArgb } from './styles';

const OPERATORS: Record<string, string> = {
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};

/** What Excel says by a formula over the first cell of the area. Comparing text with `=` minds no case, in both programs. */
const FORMULAS: Record<string, (cell: string, text: string) => string> = {
  CELL_EMPTY: (cell) => `LEN(TRIM(${cell}))=0`,
  CELL_NOT_EMPTY: (cell) => `LEN(TRIM(${cell}))>0`,
  TEXT_CONTAINS: (cell, text) => `NOT(ISERROR(SEARCH(${text},${cell})))`,
  TEXT_DOES_NOT_CONTAIN: (cell, text) => `ISERROR(SEARCH(${text},${cell}))`,
  TEXT_STARTS_WITH: (cell, text) => `LEFT(${cell},LEN(${text}))=${text}`,
  TEXT_ENDS_WITH: (cell, text) => `RIGHT(${cell},LEN(${text}))=${text}`,
  TEXT_EQUAL_TO: (cell, text) => `${cell}=${text}`,
};

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

const styleOf = ({ background, color, bold, italic }: ConditionalFormat) => {
  const fill = background === undefined ? undefined : toArgb(background);
  const font = color === undefined ? undefined : toArgb(color);
  return {
    // A differential style takes its colour from the background, a plain one from the foreground.
    ...(fill && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill }, bgColor: { argb: fill } } as const,
    }),
    ...((font || bold || italic) && {
      font: { ...(font && { color: { argb: font } }), ...(bold && { bold }), ...(italic && { italic }) },
    }),
  };
};

/** Writes a sheet's rules, first one strongest. A rule Excel cannot say is left out. */
export const writeConditions = (sheet: SheetState, to: Worksheet, dialects: FormulaDialects): void => {
  sheet.conditionalFormats.forEach((format, at) => {
    const [first] = format.areas;
    const rule = first && ruleOf(format, cellName(first.row, first.column), dialects);
    if (!rule) return;
    const ref = format.areas.map(addressOf).join(' ');
    const whole = { ...rule, priority: at + 1, style: styleOf(format) } as ConditionalFormattingRule;
    to.addConditionalFormatting({ ref, rules: [whole] });
  });
};

const ruleOf = ({ criteria, arguments: values }: ConditionalFormat, cell: string, dialects: FormulaDialects) => {
  const operator = OPERATORS[criteria];
  if (operator) return { type: 'cellIs', operator, formulae: values.map(String) };
  const formula =
    criteria === 'CUSTOM_FORMULA'
      ? dialects.toExcel(String(values[0]))
      : FORMULAS[criteria]?.(cell, quoted(String(values[0] ?? '')));
  return formula === undefined ? undefined : { type: 'expression', formulae: [formula] };
};

interface LoadedRule {
  type: string;
  operator?: string;
  priority?: number;
  formulae?: unknown[];
  style?: {
    fill?: { bgColor?: { argb?: string } };
    font?: { color?: { argb?: string }; bold?: boolean; italic?: boolean };
  };
}

/** Reads a sheet's rules back, in their order; kinds the add-on does not use are left out. */
export const readConditions = (from: Worksheet, sheet: SheetState, dialects: FormulaDialects): ConditionalFormat[] => {
  const groups = (from as unknown as { conditionalFormattings: { ref: string; rules: LoadedRule[] }[] })
    .conditionalFormattings;
  const rules = groups.flatMap(({ ref, rules: each }) => each.map((rule) => ({ ref, rule })));
  rules.sort((one, other) => (one.rule.priority ?? 0) - (other.rule.priority ?? 0));
  return rules.flatMap(({ ref, rule }) => {
    const areas = ref.split(/\s+/).flatMap((part) => parseArea(part, sheet) ?? []);
    const [first] = areas;
    const found = first && criteriaOf(rule, cellName(first.row, first.column), dialects);
    return found ? [{ areas, ...found, ...looksOf(rule) }] : [];
  });
};

const looksOf = ({ style }: LoadedRule) => {
  const background = fromArgb(style?.fill?.bgColor);
  const color = fromArgb(style?.font?.color);
  return {
    ...(background && { background }),
    ...(color && { color }),
    ...(style?.font?.bold && { bold: true }),
    ...(style?.font?.italic && { italic: true }),
  };
};

const criteriaOf = (rule: LoadedRule, cell: string, dialects: FormulaDialects) => {
  const formulae = (rule.formulae ?? []).map(String);
  if (rule.type === 'cellIs') {
    const criteria = Object.keys(OPERATORS).find((name) => OPERATORS[name] === rule.operator);
    return criteria && { criteria, arguments: formulae.map(Number) };
  }
  const [formula] = formulae;
  if (rule.type !== 'expression' || formula === undefined) return undefined;
  const text = /"((?:[^"]|"")*)"/.exec(formula)?.[1]?.replace(/""/g, '"') ?? '';
  const plain = Object.keys(FORMULAS).find((name) => FORMULAS[name]!(cell, quoted(text)) === formula);
  if (plain) return { criteria: plain, arguments: plain.startsWith('CELL') ? [] : [text] };
  return { criteria: 'CUSTOM_FORMULA', arguments: [dialects.fromExcel(formula)] };
};
