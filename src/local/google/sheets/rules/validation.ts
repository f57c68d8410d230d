import { isDate } from '../../../../model';
import type { Area, ValidationState } from '../../book';
import { DataValidationCriteria } from '../enums';
import { defineService, type Members, stateOf } from '../handle';
import type { AppPlace, RangePlace } from '../place';
import { makeRange } from '../range/range';

interface Rule extends AppPlace {
  criteria: string | null;
  given: unknown[];
  allowInvalid: boolean;
  help: string | null;
}

const isArea = (value: unknown): value is Area => typeof value === 'object' && value !== null && 'sheetId' in value;

/** A range is shown as a handle again. */
function shownArgument({ host, cloud }: Rule, value: unknown): unknown {
  if (isDate(value)) return host.date(value.getTime());
  if (!isArea(value)) return Array.isArray(value) ? [...value] : value;
  for (const book of cloud.books.values()) {
    const sheet = book.sheets.find(({ id }) => id === value.sheetId);
    if (sheet) return makeRange({ host, cloud, book, sheet }, value);
  }
  return null;
}

const facts: Members<Rule> = {
  handle: {
    'getCriteriaType()': ({ criteria }) =>
      criteria === null ? null : (DataValidationCriteria as Record<string, unknown>)[criteria],
    'getCriteriaValues()': (rule) => rule.given.map((value) => shownArgument(rule, value)),
    'getAllowInvalid()': ({ allowInvalid }) => allowInvalid,
    'getHelpText()': ({ help }) => help,
    'copy()': (rule) => makeBuilder({ ...rule }),
  },
};

const makeRule: (rule: Rule) => object = defineService<Rule>('DataValidation', () => [facts]);

const requires =
  (criteria: string) =>
  (rule: Rule, ...given: unknown[]): void => {
    Object.assign(rule, { criteria, given });
  };

const areaOf = (range: object): Area => {
  const { sheet, area } = stateOf<RangePlace>(range);
  return { sheetId: sheet.id, ...area };
};

const numbers: [method: string, criteria: string, count: number][] = [
  ['requireNumberBetween', 'NUMBER_BETWEEN', 2],
  ['requireNumberNotBetween', 'NUMBER_NOT_BETWEEN', 2],
  ['requireNumberEqualTo', 'NUMBER_EQUAL_TO', 1],
  ['requireNumberNotEqualTo', 'NUMBER_NOT_EQUAL_TO', 1],
  ['requireNumberGreaterThan', 'NUMBER_GREATER_THAN', 1],
  ['requireNumberGreaterThanOrEqualTo', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', 1],
  ['requireNumberLessThan', 'NUMBER_LESS_THAN', 1],
  ['requireNumberLessThanOrEqualTo', 'NUMBER_LESS_THAN_OR_EQUAL_TO', 1],
];

const dates: [method: string, criteria: string, count: number][] = [
  ['requireDate', 'DATE_IS_VALID_DATE', 0],
  ['requireDateAfter', 'DATE_AFTER', 1],
  ['requireDateBefore', 'DATE_BEFORE', 1],
  ['requireDateBetween', 'DATE_BETWEEN', 2],
  ['requireDateNotBetween', 'DATE_NOT_BETWEEN', 2],
  ['requireDateEqualTo', 'DATE_EQUAL_TO', 1],
  ['requireDateOnOrAfter', 'DATE_ON_OR_AFTER', 1],
  ['requireDateOnOrBefore', 'DATE_ON_OR_BEFORE', 1],
];

const texts: [method: string, criteria: string, count: number][] = [
  ['requireTextContains', 'TEXT_CONTAINS', 1],
  ['requireTextDoesNotContain', 'TEXT_DOES_NOT_CONTAIN', 1],
  ['requireTextEqualTo', 'TEXT_EQUAL_TO', 1],
  ['requireTextIsEmail', 'TEXT_IS_VALID_EMAIL', 0],
  ['requireTextIsUrl', 'TEXT_IS_VALID_URL', 0],
  ['requireFormulaSatisfied', 'CUSTOM_FORMULA', 1],
];

const plainRequirements = Object.fromEntries(
  [
    { type: 'Number', list: numbers },
    { type: 'Date', list: dates },
    { type: 'String', list: texts },
  ].flatMap(({ type, list }) =>
    list.map(([method, criteria, count]) => [
      `${method}(${Array<string>(count).fill(type).join(',')})`,
      requires(criteria),
    ]),
  ),
);

/** Up to 500 values [K]; without a word about it, the list is offered for choosing [D]. */
function requireList(rule: Rule, values: string[], showDropdown = true): void {
  if (values.length > 500) rule.host.fail('A list of items may not have more than 500 of them.');
  requires('VALUE_IN_LIST')(rule, values.map(String), showDropdown);
}

const builderMembers: Members<Rule> = {
  fluent: {
    ...plainRequirements,
    'requireValueInList(Object[]) (Object[],Boolean)': requireList,
    'requireValueInRange(Range) (Range,Boolean)': (rule, range: object, showDropdown = true) =>
      requires('VALUE_IN_RANGE')(rule, areaOf(range), showDropdown),
    'requireCheckbox() (Object) (Object,Object)': requires('CHECKBOX'),
    'withCriteria(Enum,Object[])': (rule, criteria: object, given: unknown[]) =>
      requires(String(criteria))(rule, ...given),
    'setAllowInvalid(Boolean)': (rule, allowInvalid: boolean) => {
      rule.allowInvalid = allowInvalid;
    },
    'setHelpText(String?)': (rule, help: string | null) => {
      rule.help = help;
    },
  },
  handle: {
    'build()': (rule) => {
      if (rule.criteria === null) rule.host.fail('Data validation builder is missing criteria.');
      return makeRule({ ...rule });
    },
  },
};

const makeBuilder: (rule: Rule) => object = defineService<Rule>('DataValidationBuilder', () => [facts, builderMembers]);

/** A rule by default only warns [D: setAllowInvalid]. */
export const newDataValidation = ({ host, cloud }: AppPlace): object =>
  makeBuilder({ host, cloud, criteria: null, given: [], allowInvalid: true, help: null });

export const validationOf = (handle: object): ValidationState => {
  const { criteria, given, allowInvalid, help } = stateOf<Rule>(handle);
  return { criteria: criteria!, arguments: [...given], allowInvalid, help };
};

export const showValidation = ({ host, cloud }: AppPlace, state: ValidationState): object =>
  makeRule({
    host,
    cloud,
    criteria: state.criteria,
    given: state.arguments,
    allowInvalid: state.allowInvalid,
    help: state.help,
  });
