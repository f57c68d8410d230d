import type { ConditionalFormat } from '../../book';
import { rectOf } from '../cells/areas';
import { colorRead } from '../cells/color';
import { conventionsOf } from '../cells/conventions';
import { BooleanCriteria } from '../enums';
import { functionNamed } from '../formula/functions';
import { parseFormula, type Tree } from '../formula/tree';
import { defineService, type Members, stateOf } from '../handle';
import type { AppPlace, RangePlace, SheetPlace } from '../place';
import { makeRange } from '../range/range';
import { assertMayArrange } from './permission';

interface Rule extends AppPlace {
  rule: Omit<ConditionalFormat, 'areas'>;
  ranges: object[];
}

const condition: (state: Rule) => object = defineService<Rule>('BooleanCondition', () => [
  {
    handle: {
      'getCriteriaType()': ({ rule }) => (BooleanCriteria as Record<string, unknown>)[rule.criteria],
      'getCriteriaValues()': ({ rule }) => [...rule.arguments],
      'getBackground()': ({ rule }) => (rule.background ? colorRead(rule.background) : null),
      'getFontColor()': ({ rule }) => (rule.color ? colorRead(rule.color) : null),
      'getBold()': ({ rule }) => rule.bold ?? null,
      'getItalic()': ({ rule }) => rule.italic ?? null,
    },
  },
]);

const facts: Members<Rule> = {
  handle: {
    'getRanges()': ({ ranges }) => [...ranges],
    'getBooleanCondition()': (state) => condition(state),
    'getGradientCondition()': () => null,
    'copy()': (state) => makeBuilder({ ...state, rule: { ...state.rule } }),
  },
};

const makeRule: (state: Rule) => object = defineService<Rule>('ConditionalFormatRule', () => [facts]);

const CONDITIONS: [method: string, criteria: string, types: string][] = [
  ['whenCellEmpty', 'CELL_EMPTY', ''],
  ['whenCellNotEmpty', 'CELL_NOT_EMPTY', ''],
  ['whenFormulaSatisfied', 'CUSTOM_FORMULA', 'String'],
  ['whenDateAfter', 'DATE_AFTER', 'Date'],
  ['whenDateBefore', 'DATE_BEFORE', 'Date'],
  ['whenDateEqualTo', 'DATE_EQUAL_TO', 'Date'],
  ['whenNumberBetween', 'NUMBER_BETWEEN', 'Number,Number'],
  ['whenNumberNotBetween', 'NUMBER_NOT_BETWEEN', 'Number,Number'],
  ['whenNumberEqualTo', 'NUMBER_EQUAL_TO', 'Number'],
  ['whenNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO', 'Number'],
  ['whenNumberGreaterThan', 'NUMBER_GREATER_THAN', 'Number'],
  ['whenNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 'Number'],
  ['whenNumberLessThan', 'NUMBER_LESS_THAN', 'Number'],
  ['whenNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', 'Number'],
  ['whenTextContains', 'TEXT_CONTAINS', 'String'],
  ['whenTextDoesNotContain', 'TEXT_DOES_NOT_CONTAIN', 'String'],
  ['whenTextEqualTo', 'TEXT_EQUAL_TO', 'String'],
  ['whenTextStartsWith', 'TEXT_STARTS_WITH', 'String'],
  ['whenTextEndsWith', 'TEXT_ENDS_WITH', 'String'],
];

const when = Object.fromEntries(
  CONDITIONS.map(([method, criteria, types]) => [
    `${method}(${types})`,
    ({ rule }: Rule, ...given: unknown[]) => Object.assign(rule, { criteria, arguments: given }),
  ]),
);

const sets =
  (key: 'background' | 'color' | 'bold' | 'italic') =>
  ({ rule }: Rule, value: unknown): void => {
    Object.assign(rule, { [key]: value ?? undefined });
  };

function build(state: Rule): object {
  const { host, rule, ranges } = state;
  if (rule.criteria === '') host.fail('A conditional format rule must have a condition.');
  if (ranges.length === 0) host.fail('A conditional format rule must have at least one range.');
  return makeRule({ ...state, rule: { ...rule } });
}

const makeBuilder: (state: Rule) => object = defineService<Rule>('ConditionalFormatRuleBuilder', () => [
  facts,
  {
    fluent: {
      ...when,
      'setBackground(String?)': sets('background'),
      'setFontColor(String?)': sets('color'),
      'setBold(Boolean?)': sets('bold'),
      'setItalic(Boolean?)': sets('italic'),
      'setRanges(Range[])': (state, ranges: object[]) => {
        state.ranges = ranges;
      },
    },
    handle: { 'build()': build },
  },
]);

export const newConditionalFormatRule = ({ host, cloud }: AppPlace): object =>
  makeBuilder({ host, cloud, rule: { criteria: '', arguments: [] }, ranges: [] });

export function readConditionalFormats(place: SheetPlace): object[] {
  return place.sheet.conditionalFormats.map(({ areas, ...rule }) =>
    makeRule({ ...place, rule, ranges: areas.map((area) => makeRange(place, area)) }),
  );
}

/** What Google does with a formula it cannot read in the spreadsheet's locale is not documented; here no such rule comes about. */
function assertReadable({ host, book }: SheetPlace, formula: string): void {
  const tree = parseFormula(formula, conventionsOf(book.locale).decimal);
  if (!formula.startsWith('=') || (tree.kind === 'error' && tree.code === '#ERROR!')) {
    host.fail(`A conditional format by the formula ${formula} in ${book.locale} is not implemented`, 'Error');
  }
  const unknown = functionsIn(tree).find((name) => !functionNamed(name));
  if (unknown) host.fail(`The function ${unknown} is not implemented`, 'Error');
}

function functionsIn(tree: Tree): string[] {
  if (tree.kind === 'call') return [tree.name, ...tree.given.flatMap(functionsIn)];
  if (tree.kind === 'unary') return functionsIn(tree.of);
  return tree.kind === 'binary' ? [...functionsIn(tree.left), ...functionsIn(tree.right)] : [];
}

/** Replaces all rules of the sheet [D: Sheet.setConditionalFormatRules]. */
export function writeConditionalFormats(place: SheetPlace, rules: object[]): void {
  const { host, book, sheet } = place;
  assertMayArrange(host, book, sheet);
  sheet.conditionalFormats = rules.map((handle) => {
    const { rule, ranges } = stateOf<Rule>(handle);
    if (rule.criteria === 'CUSTOM_FORMULA') assertReadable(place, String(rule.arguments[0]));
    const areas = ranges.map((range) => {
      const state = stateOf<RangePlace>(range);
      if (state.sheet.id !== sheet.id) host.fail('Conditional format rule cannot reference a different sheet.');
      return rectOf(state.area);
    });
    return { ...rule, areas };
  });
}
