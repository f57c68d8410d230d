import { chance } from './chance';
import { type Cells, pupilsOf, type TrainingClass, type TrainingSchool } from './district';
import { type Outcome, outcome, subjectsOf } from './marks';
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
const SENSITIVE = ['disabilities', 'registered', 'guardianship', 'lowIncome', 'unemployedParents'];

/** Rows of a school for one quarter, by form key. A form that is not here has no rows. */
export const ROWS: Readonly<Record<string, Generate>> = {
  classes: (school, period) => school.classes.map((klass) => head(klass, pupilsOf(school, klass, period).length)),
  marks: (school, period) => school.classes.flatMap((klass) => marksOf(school, klass, period)),
  pupils: (school, period) => school.classes.filter(hasMarks).map((klass) => resultsOf(school, klass, period)),
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
  riskProfile: riskProfileOf,
  programme: transitionOf,
  practices: practicesOf,
};

const hasMarks = (klass: TrainingClass): boolean => subjectsOf(klass).length > 0;

const head = ({ grade, letter }: Omit<TrainingClass, 'size'>, enrolled: number) => ({
  grade,
  letter,
  enrolled: String(enrolled),
});

const written = (counts: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));

function marksOf(school: TrainingSchool, klass: TrainingClass, period: string): Cells[] {
  const pupils = pupilsOf(school, klass, period);
  return subjectsOf(klass).map((subject) => {
    const counts: Record<Outcome, number> = { exempt: 0, five: 0, four: 0, three: 0, two: 0, notAssessed: 0 };
    for (const pupil of pupils) counts[outcome(school, klass, pupil, subject, period)]++;
    return { ...head(klass, pupils.length), subject, ...written(counts) };
  });
}

/** Counted over the same pupils as the marks, so that the two forms never contradict each other. */
function resultsOf(school: TrainingSchool, klass: TrainingClass, period: string): Cells {
  const pupils = pupilsOf(school, klass, period);
  const counts = { excellent: 0, good: 0, oneThree: 0, failing: 0, notAssessed: 0, notMastered: 0 };
  for (const pupil of pupils) {
    const outcomes = subjectsOf(klass).map((subject) => outcome(school, klass, pupil, subject, period));
    const group = groupOf(outcomes);
    if (group) counts[group]++;
    // Between the ends of school years too: the quarters stay comparable.
    if (outcomes.filter((one) => one === 'two').length >= 2) counts.notMastered++;
  }
  return { ...head(klass, pupils.length), ...written({ assessed: pupils.length, ...counts }) };
}

/** The one group a pupil is counted in; `null` for more than one «3». */
function groupOf(outcomes: readonly Outcome[]) {
  if (outcomes.includes('two')) return 'failing';
  if (outcomes.includes('notAssessed')) return 'notAssessed';
  const threes = outcomes.filter((one) => one === 'three').length;
  if (threes > 0) return threes === 1 ? 'oneThree' : null;
  return outcomes.includes('four') ? 'good' : 'excellent';
}

function contextOf(school: TrainingSchool, period: string): Cells[] {
  const lists = school.classes.map((klass) => ({ klass, pupils: pupilsOf(school, klass, period) }));
  const traits = Object.keys(school.traits);
  const open = traits.filter((trait) => !SENSITIVE.includes(trait));
  const count = (trait: string, of: typeof lists) =>
    of.reduce(
      (sum, { klass, pupils }) => sum + pupils.filter((pupil) => hasTrait(school, klass, pupil, trait)).length,
      0,
    );
  const counts = (wanted: readonly string[], of: typeof lists): Cells =>
    written(Object.fromEntries(wanted.map((trait) => [trait, count(trait, of)])));
  const isSmall = lists.some(({ pupils }) => pupils.length < SMALL_CLASS);
  const rows = lists.map((list) => ({
    ...head(list.klass, list.pupils.length),
    ...counts(isSmall ? open : traits, [list]),
  }));
  if (!isSmall) return rows;
  const grade = `1-${school.classes.at(-1)!.grade}`;
  const everybody = lists.reduce((sum, { pupils }) => sum + pupils.length, 0);
  return [...rows, { ...head({ grade, letter: '' }, everybody), ...counts(SENSITIVE, lists) }];
}

const hasTrait = (school: TrainingSchool, { grade, letter }: TrainingClass, pupil: number, trait: string): boolean =>
  chance(trait, school.key, grade, letter, pupil) < school.traits[trait]!;
