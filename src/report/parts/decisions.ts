import { counted, formatNumber, type School, textOf } from '../../model';
import { dueAfter, untilWords } from '../drafts';
import { isOf } from '../registers-table';
import {
  figureOf,
  hasValue,
  identificationOf,
  isParticipant,
  namesOf,
  ofSchool,
  type ReportData,
} from '../report-data';
import { pupils } from '../words/pupils';
import { schoolsInGenitive } from '../words/sentences';
import { numbersOf, overdueOf } from './progress';

/** What is asked to be decided: who, what, by when. */
export interface Decision {
  /** «директорам школ (…)» in the dative. */
  readonly addressee: string;
  /** Whole: «директору … утвердить …, до 1 июля». */
  readonly text: string;
}

/** Drafts by rules from the figures and registers; people decide and edit. */
export function decisionsOf(data: ReportData): readonly Decision[] {
  return [...planForFailing(data), ...partners(data), ...courses(data), ...overdue(data)];
}

const byMonth = (data: ReportData, months: number): string => untilWords(dueAfter(data, months));

const participants = (data: ReportData): readonly School[] =>
  data.schools.filter((school) => isParticipant(data, school));

function decision(addressee: string, what: string, until: string): Decision {
  return { addressee, text: `${addressee} ${what}, ${until}` };
}

const headsOf = (data: ReportData, schools: readonly string[]): string =>
  schools.length === 1
    ? `директору школы ${namesOf(data, schools)}`
    : `директорам ${schoolsInGenitive(schools.length)} (${namesOf(data, schools)})`;

function planForFailing(data: ReportData): Decision[] {
  const failing = participants(data).flatMap(({ key }) => {
    const figure = figureOf(data, ofSchool(key), 'pupil-pass-rate');
    return hasValue(figure) && figure.numerator < figure.denominator
      ? [{ key, count: figure.denominator - figure.numerator }]
      : [];
  });
  if (failing.length === 0) return [];
  const all = failing.reduce((sum, { count }) => sum + count, 0);
  const heads = headsOf(
    data,
    failing.map(({ key }) => key),
  );
  return [decision(heads, `утвердить планы ликвидации задолженности (${pupils(all)})`, byMonth(data, 1))];
}

/** A participant without an acting agreement gets the leading school in the nearest conditions with better results. */
function partners(data: ReportData): Decision[] {
  const acting = (data.registers.partners ?? []).filter((row) => textOf(row.status ?? '') === 'действует');
  return participants(data).flatMap((school) => {
    const has = acting.some((row) => isOf(row, school.key));
    const partner = identificationOf(data, school.key)?.partner;
    if (has || !partner || school.partner !== '') return [];
    return [
      decision(
        data.programme.office,
        `предложить школе ${school.name} партнёра: ${namesOf(data, [partner])}, договор`,
        byMonth(data, 3),
      ),
    ];
  });
}

function courses(data: ReportData): Decision[] {
  const figure = figureOf(data, { scope: 'district' }, 'trained-rate');
  if (!hasValue(figure)) return [];
  const missing = figure.denominator - figure.numerator;
  if (missing <= 0) return [];
  const people = counted(missing, 'педагога', 'педагогов', 'педагогов');
  return [decision('отделу образования', `направить на курсы повышения квалификации ${people}`, byMonth(data, 3))];
}

function overdue(data: ReportData): Decision[] {
  const rows = overdueOf(data);
  if (rows.length === 0) return [];
  const what = `представить отчёт об исполнении ${formatNumber(rows.length)} просроченных мероприятий дорожной карты (${numbersOf(rows)})`;
  const one = `представить отчёт об исполнении просроченного мероприятия дорожной карты (${numbersOf(rows)})`;
  return [decision('ответственным исполнителям', rows.length === 1 ? one : what, byMonth(data, 1))];
}
