import type { Area, Book, SheetState, ValidationState } from '../google/book';
import { instantOf, serialOf } from '../google/sheets/cells/serial';
import { cellName, parseArea, quoteSheet, splitSheet } from '../google/sheets/formula/a1';
import type { DataValidation } from './exceljs';
import type { FormulaDialects } from './formulas';
import { NOTEBOOK, type Notebook } from './notebook';
import { absolute } from './rectangles';

const OPERATORS: Record<string, DataValidation['operator']> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  LESS_THAN: 'lessThan',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};
const DATE_OPERATORS: Record<string, DataValidation['operator']> = {
  ...OPERATORS,
  AFTER: 'greaterThan',
  ON_OR_AFTER: 'greaterThanOrEqual',
  BEFORE: 'lessThan',
  ON_OR_BEFORE: 'lessThanOrEqual',
};

const EPOCH = 25569;
const DAY = 86_400_000;
/** The day the calendar of spreadsheets begins: any date is on or after it. */
const FIRST_DAY = new Date(2 * DAY - EPOCH * DAY);
const MOST_LISTED = 255;
const MOST_PROMPTED = 255;

/** Tests of text are formulas in Excel; `A1` stands for the cell itself. */
const TEXT_TESTS: Record<string, (cell: string, text: string) => string> = {
  TEXT_CONTAINS: (cell, text) => `ISNUMBER(SEARCH(${text},${cell}))`,
  TEXT_DOES_NOT_CONTAIN: (cell, text) => `NOT(ISNUMBER(SEARCH(${text},${cell})))`,
  TEXT_EQUAL_TO: (cell, text) => `${cell}=${text}`,
  TEXT_IS_VALID_EMAIL: (cell) => `ISNUMBER(SEARCH("?*@?*.?*",${cell}))`,
  TEXT_IS_VALID_URL: (cell) => `ISNUMBER(SEARCH("?*.?*",${cell}))`,
};

export interface ValidationContext {
  book: Book;
  dialects: FormulaDialects;
  excelName(sheetId: number): string | undefined;
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;
const isList = (text: string): boolean => text.length <= MOST_LISTED && !/["\n]/.test(text);

/** A rule of Google's as Excel's; undefined where Excel can say nothing like it. */
export const toExcelValidation = (
  validation: ValidationState,
  cell: { row: number; column: number },
  context: ValidationContext & { notebook: Notebook },
): DataValidation | undefined => {
  const rule = ruleOf(validation, cellName(cell.row, cell.column), context);
  if (!rule) return undefined;
  const help = validation.help?.slice(0, MOST_PROMPTED);
  return {
    ...rule,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: validation.allowInvalid ? 'warning' : 'stop',
    ...(help && { showInputMessage: true, prompt: help }),
  };
};

type Rule = Pick<DataValidation, 'type' | 'formulae' | 'operator'>;

const ruleOf = (
  { criteria, arguments: values }: ValidationState,
  cell: string,
  context: ValidationContext & { notebook: Notebook },
): Rule | undefined => {
  const { book, dialects, notebook } = context;
  if (criteria === 'CHECKBOX') return { type: 'list', formulae: ['"TRUE,FALSE"'] };
  if (criteria === 'VALUE_IN_LIST')
    return { type: 'list', formulae: [listFormula((values[0] as unknown[]).map(String), notebook)] };
  if (criteria === 'VALUE_IN_RANGE') {
    const area = values[0] as Area;
    const name = context.excelName(area.sheetId);
    return name === undefined ? undefined : { type: 'list', formulae: [`${quoteSheet(name)}!${absolute(area)}`] };
  }
  if (criteria.startsWith('NUMBER_'))
    return { type: 'decimal', operator: OPERATORS[criteria.slice(7)], formulae: values };
  if (criteria === 'DATE_IS_VALID_DATE') return { type: 'date', operator: 'greaterThanOrEqual', formulae: [FIRST_DAY] };
  if (criteria.startsWith('DATE_')) {
    const days = values.map(
      (value) => new Date((Math.floor(serialOf((value as Date).getTime(), book.timeZone)) - EPOCH) * DAY),
    );
    return { type: 'date', operator: DATE_OPERATORS[criteria.slice(5)], formulae: days };
  }
  const formula =
    criteria === 'CUSTOM_FORMULA'
      ? dialects.toExcel(String(values[0]))
      : TEXT_TESTS[criteria]?.(cell, quoted(String(values[0] ?? '')));
  return formula === undefined ? undefined : { type: 'custom', formulae: [formula] };
};

/** A list stands in the rule itself when it is short and no value has a comma; else in the notebook. */
const listFormula = (values: string[], notebook: Notebook): string => {
  const joined = values.join(',');
  const truth = joined === 'TRUE,FALSE';
  if (isList(joined) && !truth && values.every((value) => !value.includes(',') && value.trim() === value))
    return `"${joined}"`;
  const row = notebook.list(values) - 1;
  return `${quoteSheet(NOTEBOOK)}!${absolute({ row, column: 1, rows: 1, columns: values.length })}`;
};

const nameOf = (operators: typeof OPERATORS, operator: string | undefined): string =>
  Object.keys(operators)
    .reverse()
    .find((name) => operators[name] === (operator ?? 'between')) ?? 'BETWEEN';

/** Excel's rule as Google's. `cell` is where the rule's area begins, to which the formulas in it are relative. */
export const fromExcelValidation = (
  rule: DataValidation,
  cell: { row: number; column: number },
  context: ValidationContext & { lists: Map<number, string[]>; sheets: Map<string, SheetState> },
): ValidationState | undefined => {
  const found = criteriaOf(rule, cellName(cell.row, cell.column), context);
  return (
    found && {
      ...found,
      allowInvalid: rule.errorStyle === 'warning' || rule.errorStyle === 'information',
      help: rule.prompt ?? null,
    }
  );
};

type Found = Pick<ValidationState, 'criteria' | 'arguments'>;

const criteriaOf = (
  rule: DataValidation,
  cell: string,
  context: ValidationContext & { lists: Map<number, string[]>; sheets: Map<string, SheetState> },
): Found | undefined => {
  const values: unknown[] = rule.formulae ?? [];
  const [first] = values;
  switch (rule.type) {
    case 'list':
      return listOf(String(first), context);
    case 'whole':
    case 'decimal':
      return { criteria: `NUMBER_${nameOf(OPERATORS, rule.operator)}`, arguments: values };
    case 'date':
      return dateCriteria(rule, values as Date[], context.book);
    case 'custom':
      return (
        textCriteria(String(first), cell) ?? {
          criteria: 'CUSTOM_FORMULA',
          arguments: [context.dialects.fromExcel(String(first))],
        }
      );
    default:
      return undefined;
  }
};

const listOf = (
  formula: string,
  { lists, sheets }: { lists: Map<number, string[]>; sheets: Map<string, SheetState> },
): Found | undefined => {
  if (formula === '"TRUE,FALSE"') return { criteria: 'CHECKBOX', arguments: [] };
  if (formula.startsWith('"')) return { criteria: 'VALUE_IN_LIST', arguments: [formula.slice(1, -1).split(','), true] };
  const { sheet: name = '', rest } = splitSheet(formula);
  const address = rest.replace(/\$/g, '');
  if (name === NOTEBOOK) {
    const values = lists.get(Number(/\d+/.exec(address)?.[0]));
    return values && { criteria: 'VALUE_IN_LIST', arguments: [values, true] };
  }
  const sheet = sheets.get(name);
  const area = sheet && parseArea(address, sheet);
  return area && { criteria: 'VALUE_IN_RANGE', arguments: [{ sheetId: sheet.id, ...area }, true] };
};

const dateCriteria = (rule: DataValidation, values: Date[], book: Book): Found => {
  const isAny = rule.operator === 'greaterThanOrEqual' && values[0]?.getTime() === FIRST_DAY.getTime();
  if (isAny) return { criteria: 'DATE_IS_VALID_DATE', arguments: [] };
  const dates = values.map((value) => new Date(instantOf(value.getTime() / DAY + EPOCH, book.timeZone)));
  return { criteria: `DATE_${nameOf(DATE_OPERATORS, rule.operator)}`, arguments: dates };
};

const textCriteria = (formula: string, cell: string): Found | undefined => {
  const text = /"((?:[^"]|"")*)"/.exec(formula)?.[1]?.replace(/""/g, '"') ?? '';
  const names = Object.keys(TEXT_TESTS).sort((one) => (one.startsWith('TEXT_IS') ? -1 : 1));
  const criteria = names.find((name) => TEXT_TESTS[name]!(cell, quoted(text)) === formula);
  return criteria === undefined ? undefined : { criteria, arguments: criteria.startsWith('TEXT_IS') ? [] : [text] };
};
