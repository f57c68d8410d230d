import { type CheckedForm, rowValue, wordsOf } from '../domain';
import {
  type CellPlace,
  type Explained,
  type ExplainedPart,
  type Explanation,
  formatNumber,
  formulaText,
  type Indicator,
  isDerived,
  isNumeric,
  type Programme,
  type School,
  sumText,
  textOf,
} from '../model';
import { NOTHING_MORE } from './explain-figure';
import { fieldsOf, numberWords, rowsOfFigure, shownRow } from './explain-rows';
import { aboutFigure, inUnit, NO_VALUE, periodWords } from './explain-words';

export type AboutRow = Extract<Explained, { kind: 'row' }>;

/** A school's form as it was checked: from its tab as it stands, or from the consolidated rows. */
export interface RowAround {
  readonly programme: Programme;
  readonly school: Pick<School, 'key' | 'name'>;
  readonly checked: CheckedForm;
  /** Where the row is looked at. */
  readonly note: string;
}

/** One row of a school's form: an indicator beside it, or a number typed there and the indicators that it enters. */
export function explainRow(around: RowAround, of: AboutRow): Explanation | null {
  const { programme, checked, school, note } = around;
  const { form } = checked;
  const row = checked.rows.find(({ raw }) => raw.row === of.row);
  if (!row) return null;
  const say = wordsOf(programme);
  const remarks = checked.issues.filter((issue) => issue.row === row.entry.row).map((issue) => `${say(issue)}.`);
  const head = {
    ...NOTHING_MORE,
    of,
    about: `${school.name}. ${form.title}: ${of.name || `строка № ${of.row}`}. ${periodWords(of.period)}`,
    interval: '',
    numerator: null,
    denominator: null,
    notes: [note, ...(row.valid ? [] : ['Строка с ошибкой: в показатели не входит.']), ...remarks],
  };
  const indicator = programme.indicators.find(({ key }) => key === of.indicator);
  if (indicator && !isDerived(indicator)) return { ...head, ...ofIndicator(programme, indicator, around, row) };
  const field = of.field === undefined ? undefined : form.fields[of.field];
  if (!field) return null;
  const isNumber = isNumeric(field);
  return {
    ...head,
    title: field.title,
    value: isNumber ? numberWords(row, of.field!) : textOf(row.raw.cells[of.field!]) || 'пусто',
    formula: '',
    parts: isNumber ? enteredBy(programme, form.key, of) : [],
    rows: [shownRow(form, row, [of.field!])].filter(() => isNumber),
  };
}

function ofIndicator(
  programme: Programme,
  indicator: Indicator,
  { checked }: RowAround,
  row: CheckedForm['rows'][number],
): Pick<Explanation, 'title' | 'value' | 'formula' | 'numerator' | 'denominator' | 'rows' | 'leftOut' | 'parts'> {
  const value = row.valid ? rowValue(indicator)(row.entry) : null;
  const only = { ...checked, rows: [row] };
  const { rows, leftOut } = rowsOfFigure(programme, indicator, only, undefined);
  const term = (weights: Indicator['numerator']) => {
    const sum = Object.entries(weights).reduce((all, [key, weight]) => all + weight * (row.entry.numbers[key] ?? 0), 0);
    return { words: sumText(weights, indicator.from), sum: leftOut.length > 0 ? NO_VALUE : formatNumber(sum) };
  };
  const { period, school } = row.raw;
  return {
    title: indicator.title,
    value: value === null ? NO_VALUE : inUnit(indicator.unit, value),
    formula: formulaText(indicator),
    numerator: term(indicator.numerator),
    denominator: term(indicator.denominator),
    rows,
    leftOut,
    parts: [wholeSchool(indicator, { period, school })],
  };
}

const wholeSchool = (
  { key: indicator, title }: Indicator,
  { period, school }: Pick<CellPlace, 'period' | 'school'>,
): ExplainedPart => ({
  title: `${title}: вся школа`,
  value: '',
  of: aboutFigure({ period, scope: 'school', school, indicator }),
});

/** The indicators that a number enters, of the whole school. */
function enteredBy(programme: Programme, form: string, { field, period, school }: CellPlace): ExplainedPart[] {
  return programme.indicators.flatMap((indicator) =>
    !isDerived(indicator) && indicator.from.key === form && fieldsOf(indicator).includes(field!)
      ? [wholeSchool(indicator, { period, school })]
      : [],
  );
}
