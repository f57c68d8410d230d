import { counted, formatNumber, NBSP, type RegisterRow, type School, textOf } from '../../model';
import { dueAfter, untilWords } from '../drafts';
import { mostFailedSubject } from '../failed-subjects';
import { neededIn, totalOf } from '../missing';
import { MECHANISMS, STATES, stateOf } from '../register-states';
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
import { ofPupils } from '../words/pupils';
import { schoolsInGenitive } from '../words/sentences';
import { bySubject } from '../words/subjects';
import { numbersOf, overdueOf } from './progress';

/** What is asked to be decided: who, what, how much, by when. */
export interface Decision {
  /** In the request on page 1, where the facts above have named the schools. */
  readonly asked: string;
  /** As a point of the order, which is read without the page. */
  readonly ordered: string;
}

/** Drafts by rules from the figures and registers; people decide and edit. */
export function decisionsOf(data: ReportData): readonly Decision[] {
  return [...planForFailing(data), ...partners(data), ...courses(data), ...overdue(data)];
}

const byMonth = (data: ReportData, months: number): string => untilWords(dueAfter(data, months));

const participants = (data: ReportData): readonly School[] =>
  data.schools.filter((school) => isParticipant(data, school));

/** Told alike in both. */
const decision = (addressee: string, what: string, until: string): Decision => {
  const words = `${addressee} ${what}, ${until}`;
  return { asked: words, ordered: words };
};

function planForFailing(data: ReportData): Decision[] {
  const failing = participants(data).flatMap(({ key }) => {
    const figure = figureOf(data, ofSchool(key), 'pupil-pass-rate');
    return hasValue(figure) && figure.numerator < figure.denominator
      ? [{ key, count: figure.denominator - figure.numerator }]
      : [];
  });
  if (failing.length === 0) return [];
  const all = failing.reduce((sum, { count }) => sum + count, 0);
  const [only] = failing;
  const names = namesOf(
    data,
    failing.map(({ key }) => key),
  );
  const what = `утвердить ${failing.length === 1 ? 'план' : 'планы'} ликвидации задолженности ${ofPupils(all)}, ${byMonth(data, 1)}`;
  const who = failing.length === 1 ? `директору школы ${namesOf(data, [only!.key])}` : '';
  return [
    {
      asked: `${who || `директорам ${schoolsInGenitive(failing.length)}`} ${what}`,
      ordered: `${who || `директорам школ ${names}`} ${what}`,
    },
  ];
}

/** A participant without an acting agreement gets the leading school in the nearest conditions with better results. */
function partners(data: ReportData): Decision[] {
  const acting = (data.registers.partners ?? []).filter((row) => stateOf(row) === STATES.partners.acting);
  return participants(data).flatMap((school) => {
    const has = acting.some((row) => isOf(row, school.key));
    const partner = identificationOf(data, school.key)?.partner;
    if (has || !partner || school.partner !== '') return [];
    return [
      decision(
        data.programme.office,
        `закрепить за школой ${school.name} школу-партнёра ${namesOf(data, [partner])}${subjectOf(data, school.key)}, договор`,
        byMonth(data, 3),
      ),
    ];
  });
}

/** Whom to send to courses, at what cost. */
export function courses(data: ReportData): Decision[] {
  const figure = figureOf(data, { scope: 'district' }, 'trained-rate');
  if (!hasValue(figure)) return [];
  const missing = figure.denominator - figure.numerator;
  if (missing <= 0) return [];
  const people = counted(missing, 'педагога', 'педагогов', 'педагогов');
  const price = priceOfCourses(data);
  const sum = price === null ? '' : ` (${formatNumber(missing * price, 1)}${NBSP}тыс. руб.)`;
  return [
    decision('отделу образования', `направить на курсы повышения квалификации ${people}${sum}`, byMonth(data, 3)),
  ];
}

/** Heads answer for who teaches a subject without the diploma. */
export function retraining(data: ReportData): Decision[] {
  const need = neededIn(data, 'retraining-need-rate');
  if (need.length === 0) return [];
  const what = `направить на переподготовку ${counted(totalOf(need), 'работника', 'работников', 'работников')}, ${byMonth(data, 6)}`;
  const names = need.map(({ school }) => school.name).join(', ');
  return need.length === 1
    ? [{ asked: `директору школы ${names} ${what}`, ordered: `директору школы ${names} ${what}` }]
    : [{ asked: `директорам ${schoolsInGenitive(need.length)} ${what}`, ordered: `директорам школ ${names} ${what}` }];
}

/** Thousands of roubles for a person, of the last year that has a price. */
export function priceOfCourses({ registers, day }: ReportData): number | null {
  const year = Number(day.slice(0, 4));
  const priced = (registers.financing ?? []).flatMap(({ mechanism, year: of, unitCost }) =>
    mechanism === MECHANISMS.courses && typeof of === 'number' && of <= year && typeof unitCost === 'number'
      ? [{ of, unitCost }]
      : [],
  );
  return priced.sort((a, b) => b.of - a.of)[0]?.unitCost ?? null;
}

/** « (по математике)»: the subject in which the school has most «2». */
function subjectOf(data: ReportData, school: string): string {
  const subject = mostFailedSubject(data, school);
  return subject === null ? '' : ` (по ${bySubject(subject)})`;
}

function overdue(data: ReportData): Decision[] {
  const rows = overdueOf(data);
  if (rows.length === 0) return [];
  const answering = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const who = textOf(row.responsible ?? '');
    answering.set(who, [...(answering.get(who) ?? []), row]);
  }
  const late = [...answering].map(([who, own]) => `${numbersOf(own)}${who === '' ? '' : ` (${who})`}`).join(', ');
  const whom =
    rows.length === 1
      ? 'ответственному за просроченное мероприятие дорожной карты'
      : 'ответственным за просроченные мероприятия дорожной карты';
  return [decision(`${whom} ${late}`, 'представить отчёт об исполнении', byMonth(data, 1))];
}
