import { computedRisk, shiftPeriod } from '../../model';
import { programme } from '../../programme';
import { risks } from '../../programme/risks';
import { chance } from './chance';
import { classesOf, type Pupil, type TrainingClass } from './classes';
import { type Cells, isLeading, PERIODS, quarterOf, type TrainingSchool } from './district';
import { journalOf, type Outcome, subjectsOf } from './marks';
import {
  achievementsOf,
  coverageOf,
  materialBaseOf,
  partnershipOf,
  satisfactionOf,
  yearResultsOf,
} from './school-life';
import { staffOf } from './staff';
import { practicesOf, riskProfileOf, transitionOf } from './transition';
import { controlWorksOf, egeOf, ogeOf, vprOf } from './works';

type Generate = (school: TrainingSchool, period: string) => Cells[];

/** Below this a count of a sensitive trait tells on single children, so the school gives it as a whole. */
const SMALL_CLASS = 10;

/** Rows of a school for one quarter, by form key. A form that is not here has no rows. */
export const ROWS: Readonly<Record<string, Generate>> = {
  classes: (school, period) => classesOf(school, period).map(head),
  marks: (school, period) => markedIn(school, period).flatMap((klass) => marksOf(school, klass, period)),
  pupils: (school, period) => markedIn(school, period).map((klass) => resultsOf(school, klass, period)),
  context: contextOf,
  vpr: vprOf,
  controlWorks: controlWorksOf,
  oge: ogeOf,
  ege: egeOf,
  yearResults: yearResultsOf,
  staff: staffOf,
  coverage: coverageOf,
  achievements: achievementsOf,
  satisfaction: satisfactionOf,
  materialBase: materialBaseOf,
  partnership: partnershipOf,
  riskProfile: (school, period) => riskProfileOf(school, period, (factor) => decidedBy(factor, school, period)),
  programme: transitionOf,
  practices: practicesOf,
};

/** What a school's own rows of the last year say of a risk. */
function decidedBy(factor: string, school: TrainingSchool, period: string): string | null {
  const risk = computedRisk(risks.bounds[factor] ?? [], programme.indicators, (form) => {
    for (let back = 0; back < 4; back += 1) {
      const at = shiftPeriod(period, -back);
      const rows = at < PERIODS[0]! ? [] : (ROWS[form]?.(school, at) ?? []);
      if (rows.length > 0) return rows.map((cells) => ({ numbers: numbersIn(cells) }));
    }
    return [];
  });
  return risk && risks.levels[risk.level][0]!;
}

const numbersIn = (cells: Cells): Record<string, number | null> =>
  Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => [key, /^[\d,]+$/.test(cell) ? Number(cell.replace(',', '.')) : null]),
  );

/** The tenth and eleventh grades have half-years, not четверти. */
const markedIn = (school: TrainingSchool, period: string): TrainingClass[] =>
  classesOf(school, period).filter(
    (klass) => subjectsOf(klass).length > 0 && !(quarterOf(period) === 1 && /^1[01]$/.test(klass.grade)),
  );

/** Of the third четверть the district asks for the main subjects only. */
const MAIN = ['Русский язык', 'Математика', 'Алгебра', 'Геометрия'];

const head = ({ grade, letter, pupils }: TrainingClass) => ({ grade, letter, enrolled: String(pupils.length) });

const written = (counts: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));

function marksOf(school: TrainingSchool, klass: TrainingClass, period: string): Cells[] {
  const asked = [...journalOf(school, klass, period)].filter(
    ([subject]) => quarterOf(period) !== 1 || MAIN.includes(subject),
  );
  return asked.map(([subject, outcomes]) => {
    const counts: Record<Outcome, number> = { exempt: 0, five: 0, four: 0, three: 0, two: 0, notAssessed: 0 };
    for (const got of outcomes) counts[got]++;
    return { ...head(klass), subject, ...written(counts) };
  });
}

/** Counted over the same pupils as the marks, so that the two forms never contradict each other. */
function resultsOf(school: TrainingSchool, klass: TrainingClass, period: string): Cells {
  const counts = { excellent: 0, good: 0, oneThree: 0, failing: 0, notAssessed: 0, notMastered: 0 };
  const journal = [...journalOf(school, klass, period).values()];
  for (const place of klass.pupils.keys()) {
    const outcomes = journal.map((subject) => subject[place]!);
    const group = groupOf(outcomes);
    if (group) counts[group]++;
    // Between the ends of school years too: the quarters stay comparable.
    if (outcomes.filter((one) => one === 'two').length >= 2) counts.notMastered++;
  }
  return { ...head(klass), ...written({ assessed: klass.pupils.length, ...counts }) };
}

/** The one group a pupil is counted in; `null` for more than one «3». */
function groupOf(outcomes: readonly Outcome[]) {
  if (outcomes.includes('two')) return 'failing';
  if (outcomes.includes('notAssessed')) return 'notAssessed';
  const threes = outcomes.filter((one) => one === 'three').length;
  if (threes > 0) return threes === 1 ? 'oneThree' : null;
  return outcomes.includes('four') ? 'good' : 'excellent';
}

/** A participant's passport is by class, a leading school's is one row, the order asks no more. */
function contextOf(school: TrainingSchool, period: string): Cells[] {
  const classes = classesOf(school, period);
  const traits = Object.keys(school.traits);
  const counts = (wanted: readonly string[], pupils: readonly Pupil[]): Cells =>
    written(Object.fromEntries(wanted.map((trait) => [trait, countOf(school, pupils, trait)])));
  const everybody = classes.flatMap(({ pupils }) => pupils);
  const all = { grade: `1-${classes.at(-1)!.grade}`, letter: '', pupils: everybody };
  const isSmall = classes.some(({ pupils }) => pupils.length < SMALL_CLASS);
  // Numbers of a small class tell on single children: a small school gives one row.
  if (isLeading(school) || isSmall) return [{ ...head(all), ...counts(traits, everybody) }];
  return classes.map((klass) => ({ ...head(klass), ...counts(traits, klass.pupils) }));
}

const countOf = (school: TrainingSchool, pupils: readonly Pupil[], trait: string): number =>
  pupils.filter(({ id }) => chance(trait, school.key, id) < school.traits[trait]!).length;
