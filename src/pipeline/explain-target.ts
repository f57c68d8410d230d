import { isMeasure, measurableOf, schoolsOf } from '../domain';
import {
  counted,
  countedBy,
  type Explained,
  type ExplainedPart,
  type Explanation,
  type FigureKey,
  formatNumber,
  formatPoints,
  formulaText,
  labelOf,
  type Measure,
  NBSP,
  quarterTitle,
  type Register,
  type RegisterRow,
  type ScoreLine,
  type Target,
} from '../model';
import { aimTitle, metWords, planWords } from '../workbook';
import { countedNote } from './explain-counted';
import { type Explaining, NOTHING_MORE } from './explain-figure';
import { figureIn } from './explain-history';
import { aboutFigure, amountWords, inUnit, NO_VALUE, ownerAndSlice, periodWords, valueWords } from './explain-words';
import { scorecardAt } from './scores';
import type { StoredPeriod } from './stored-periods';

type AboutTarget = Extract<Explained, { kind: 'target' }>;

/** A target's line of the scorecard: what it was before, what is planned, and what the fact is made of. */
export function explainTarget(explaining: Explaining, of: AboutTarget): Explanation | null {
  const { programme, periods, registersAt } = explaining;
  const at = periods.find(({ key }) => key === of.period);
  if (!at) return null;
  const line = scorecardAt(programme, periods, at, registersAt(at)).find(
    ({ target, school }) => target.id === of.target && school?.key === of.school,
  );
  if (!line) return null;
  const { target, by, school, fact, years } = line;
  const from = periods.find(({ key }) => key === fact?.period) ?? at;
  const bound = school ? [school] : schoolsOf(target, at.schools);
  const whose =
    target.group === '' ? ({ scope: 'district' } as const) : { scope: 'group' as const, group: target.group };
  const about = school
    ? school.name
    : ownerAndSlice(programme, at.schools, { ...whose, period: at.key, indicator: '' });
  const made = isMeasure(by)
    ? partsOfMeasure(explaining, by, from, line)
    : { parts: partsOfIndicator(explaining, line, from), notes: [], ofSchools: true };
  return {
    ...NOTHING_MORE,
    of,
    title: aimTitle(line),
    about: `${about}. ${periodWords(fact?.period ?? at.key)}`,
    value: fact ? amountWords(by, fact) : NO_VALUE,
    interval: '',
    formula: isMeasure(by) ? by.formula : formulaText(by),
    numerator: null,
    denominator: null,
    notes: [
      `План: ${planWords(target)}${target.atLeast !== null && by.unit === 'percent' ? ' %' : ''}; срок – ${quarterTitle(target.by)} Источник: ${target.source}.`,
      `Итог: ${metWords(line)}${overSchools(line)}.`,
      ...deviationNote(line),
      ...(fact && fact.period !== at.key
        ? [`Взято за последний период, где есть данные: ${periodWords(fact.period)}.`]
        : []),
      ...made.notes,
      ...(made.ofSchools ? [countedNote(from, bound)] : []),
    ],
    parts: [...baselinePart(line), ...made.parts],
    history: years.map(({ year, value }) => ({ title: `${year} г.`, value: inUnit(by.unit, value) })),
  };
}

/** «: растёт в 2 из 7 школ, а нужно больше чем в половине» */
const overSchools = ({ schools, target }: ScoreLine): string =>
  schools
    ? `: ${target.trend === 'down' ? 'снижается' : 'растёт'} в${NBSP}${schools.met} из ${counted(schools.of, 'школы', 'школ', 'школ')}, а нужно больше чем в половине`
    : '';

/** «Отклонение от плана: −8,2 п. п., недостаёт 26 чел.» */
function deviationNote({ by, target, deviation, inPeople }: ScoreLine): string[] {
  if (deviation === null) return [];
  const from = target.atLeast === null ? 'исходного значения' : 'плана';
  const size = by.unit === 'percent' ? formatPoints(deviation) : formatNumber(deviation, 1);
  const counts = countedBy(by);
  const lacking = inPeople === null || inPeople >= 0 ? '' : `, недостаёт ${formatNumber(-inPeople)} ${counts}`;
  return [`Отклонение от ${from}: ${size}${lacking}`];
}

const baselinePart = ({ baseline, by }: ScoreLine): ExplainedPart[] =>
  baseline ? [{ title: `Исходное значение, ${baseline.year}`, value: amountWords(by, baseline) }] : [];

/** The figure behind the fact, or those of the slices that the target pools. */
function partsOfIndicator({ programme }: Explaining, { target, by, school }: ScoreLine, from: StoredPeriod) {
  const indicator = programme.indicators.find(({ key }) => key === by.key)!;
  return keysOf(target, by.key, school?.key, from.key).flatMap((key): ExplainedPart[] => {
    const figure = figureIn(from, key);
    if (!figure) return [];
    const title = `${indicator.title}: ${ownerAndSlice(programme, from.schools, key)}`;
    return [{ title, value: valueWords(indicator, figure), of: aboutFigure(key) }];
  });
}

function keysOf({ group, slice }: Target, indicator: string, school: string | undefined, period: string): FigureKey[] {
  const owner: FigureKey = school
    ? { period, scope: 'school', school, indicator }
    : group === ''
      ? { period, scope: 'district', indicator }
      : { period, scope: 'group', group, indicator };
  return slice ? slice.words.map((word) => ({ ...owner, slice: { [slice.field]: word } })) : [owner];
}

/** Registers' rows that are named; the others are counted. */
const MOST_ROWS = 40;

/** What a measure looks at is seen by looking with it: figures are opened in turn, rows of registers named. */
function partsOfMeasure(
  { programme, registersAt }: Explaining,
  measure: Measure,
  period: StoredPeriod,
  { target, school }: ScoreLine,
): { parts: ExplainedPart[]; notes: string[]; ofSchools: boolean } {
  const figures = new Map<string, FigureKey>();
  const registers = new Map<string, readonly RegisterRow[]>();
  const forms = new Map<string, number>();
  const seen = measurableOf(programme, period.results, period.settings, registersAt(period));
  const bound = school ? [school] : schoolsOf(target, period.schools);
  measure.of(
    {
      ...seen,
      figure: (whose, indicator, slice) => {
        const key = { period: period.key, ...whose, indicator, ...(slice ? { slice } : {}) };
        figures.set(JSON.stringify(key), key);
        return seen.figure(whose, indicator, slice);
      },
      rows: (form) => {
        const rows = seen.rows(form);
        forms.set(form, rows.length);
        return rows;
      },
      register: (key) => {
        const rows = seen.register(key);
        registers.set(key, rows);
        return rows;
      },
    },
    bound,
  );
  const ofFigures = [...figures.values()].flatMap((key): ExplainedPart[] => {
    const indicator = programme.indicators.find((candidate) => candidate.key === key.indicator);
    if (!indicator) return [];
    const figure = seen.figure(key as never, key.indicator, key.slice);
    const title = `${indicator.title}: ${ownerAndSlice(programme, period.schools, key)}`;
    return [{ title, value: figure ? valueWords(indicator, figure) : NO_VALUE, of: aboutFigure(key) }];
  });
  const kept = programme.registers.filter(({ key }) => registers.has(key));
  return {
    parts: [...ofFigures, ...kept.flatMap((register) => partsOfRegister(register, registers.get(register.key)!))],
    notes: [
      ...programme.forms
        .filter(({ key }) => forms.has(key))
        .map(({ key, title }) => `Форма «${title}»: строк без ошибок – ${forms.get(key)}.`),
      ...kept.map(({ key, title }) => `Реестр «${title}»: строк – ${registers.get(key)!.length}.`),
    ],
    ofSchools: figures.size + forms.size > 0,
  };
}

function partsOfRegister(register: Register, rows: readonly RegisterRow[]): ExplainedPart[] {
  const status = register.status?.field;
  const named = rows.slice(0, MOST_ROWS).map((row) => ({
    title: labelOf(register, row),
    value: status === undefined ? '' : String(row[status] ?? ''),
  }));
  const more = rows.length - named.length;
  return more > 0 ? [...named, { title: 'Ещё строк', value: formatNumber(more) }] : named;
}
