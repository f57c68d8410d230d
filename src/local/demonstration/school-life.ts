import { chance } from './chance';
import { type Cells, pupilsOf, SCHOOLS, type TrainingClass, type TrainingSchool } from './district';
import { graduates, ogeOf } from './works';

const written = (counts: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));

const isLeading = ({ group }: TrainingSchool): boolean => group === 'ведущая';

/** About this share of a whole, a little more or less from one school and period to another. */
function partOf(whole: number, share: number, ...what: readonly string[]): number {
  return Math.max(0, Math.min(whole, Math.round(whole * (share + 0.08 * (chance(...what) - 0.5)))));
}

const lastGrade = ({ grade }: TrainingClass): number => Number(grade.split('-').at(-1));

const pupilsIn = (school: TrainingSchool, period: string, from: number, to: number): number =>
  school.classes
    .filter((klass) => lastGrade(klass) >= from && lastGrade(klass) <= to)
    .reduce((sum, klass) => sum + pupilsOf(school, klass, period).length, 0);

/** A school without classes of their own for the primary grades writes one row. */
function levelsOf(school: TrainingSchool): readonly (readonly [level: string, from: number, to: number])[] {
  const last = Math.max(...school.classes.map(lastGrade));
  if (school.classes.some(({ grade }) => grade.includes('-'))) return [[`1-${last}`, 1, last]];
  const levels = [
    ['1-4', 1, 4],
    ['5-9', 5, 9],
    ['10-11', 10, 11],
  ] as const;
  return levels.filter(([, from]) => from <= last);
}

export function coverageOf(school: TrainingSchool, period: string): Cells[] {
  const strength = isLeading(school) ? 1 : 0.8;
  return levelsOf(school).map(([level, from, to]) => {
    const enrolled = pupilsIn(school, period, from, to);
    const of = (whole: number, share: number, what: string) => partOf(whole, share, what, school.key, level, period);
    const additional = of(enrolled, 0.72 * strength, 'additional');
    const familiesCovered = of(enrolled, isLeading(school) ? 0.1 : 0.24, 'families');
    return {
      level,
      ...written({
        enrolled,
        additional,
        institutions: of(additional, 0.45 * strength, 'institutions'),
        onPlan: of(enrolled, 0.06, 'plan'),
        familiesCovered,
        visits: familiesCovered,
        consultations: Math.round(familiesCovered * 1.5),
        masterclassPupils: of(enrolled, 0.3 * strength, 'masterclass'),
      }),
    };
  });
}

/** School and municipal stages are in autumn, the regional one and most contests in spring. */
const EVENTS: Readonly<Record<string, readonly (readonly [kind: string, from: number, share: number])[]>> = {
  4: [
    ['ВсОШ, школьный этап', 4, 0.55],
    ['ВсОШ, муниципальный этап', 7, 0.2],
    ['Конкурсы, муниципальный уровень', 0, 0.18],
  ],
  2: [
    ['ВсОШ, региональный этап', 9, 0.03],
    ['Конкурсы, муниципальный уровень', 0, 0.2],
    ['Конкурсы, региональный уровень', 0, 0.06],
  ],
};

export function achievementsOf(school: TrainingSchool, period: string): Cells[] {
  const strength = isLeading(school) ? 1 : 0.7;
  return (EVENTS[period.slice(-1)] ?? []).flatMap(([kind, from, share]) => {
    const eligible = pupilsIn(school, period, Math.max(from, 1), 11);
    const pupils = partOf(eligible, share * strength, 'takes part', school.key, kind, period);
    if (pupils === 0) return [];
    const entries = from > 0 ? pupils + Math.round(pupils * 0.8) : pupils;
    const winners = partOf(entries, 0.08 * strength, 'wins', school.key, kind, period);
    const prizeWinners = partOf(entries - winners, 0.2 * strength, 'prizes', school.key, kind, period);
    return [{ kind, ...written({ pupils, winners, prizeWinners, ...(from > 0 ? { eligible, entries } : {}) }) }];
  });
}

export function satisfactionOf(school: TrainingSchool, period: string): Cells[] {
  const all = pupilsIn(school, period, 1, 11);
  const asked = {
    обучающиеся: pupilsIn(school, period, 5, 11),
    родители: all,
    'социальные партнёры': 6,
    'общество (жители)': 40,
    педагоги: Math.round(school.classes.length * 1.6),
  };
  return Object.entries(asked).map(([respondents, invited]) => {
    const of = (whole: number, share: number, what: string) => partOf(whole, share, what, school.key, respondents);
    const answered = of(invited, 0.75, 'answers');
    const fully = of(answered, isLeading(school) ? 0.5 : 0.36, 'fully');
    const rather = of(answered - fully, 0.66, 'rather');
    return { respondents, ...written({ invited, answered, fully, rather }) };
  });
}

export function materialBaseOf(school: TrainingSchool, period: string): Cells[] {
  const size = pupilsIn(school, period, 1, 11);
  const units = { 'Компьютерная техника': 0.2, 'Учебное и лабораторное оборудование': 0.5 };
  return Object.entries(units).map(([kind, share]) => {
    const unitsStart = Math.max(5, Math.round(size * share));
    const unitsNew = partOf(unitsStart, isLeading(school) ? 0.17 : 0.11, 'renewed', school.key, kind, period);
    return { kind, ...written({ unitsStart, unitsNew }) };
  });
}

export function partnershipOf(school: TrainingSchool, period: string): Cells[] {
  const partner = SCHOOLS.find(({ key }) => key === school.partner);
  if (!partner) return [];
  const some = (most: number, what: string) => 1 + Math.floor(most * chance(what, school.key, period));
  const counts = { lessonsVisited: some(6, 'visits'), lessonsTaught: some(4, 'teaches'), exchange: some(3, 'meets') };
  return [{ partner: partner.name, ...written(counts) }];
}

/** Of those who left and of those who were promoted in the summer before. */
export function yearResultsOf(school: TrainingSchool, period: string): Cells[] {
  const sat = (subject: string): number =>
    Number(ogeOf(school, period).find((row) => row.subject === subject)?.participants ?? 0);
  const certified = Math.min(sat('Русский язык'), sat('Математика'));
  const ninth = Math.max(sat('Русский язык'), sat('Математика'));
  const eleventh = graduates(school, '11').length;
  const others = pupilsIn(school, period, 1, 8) + pupilsIn(school, period, 10, 10);
  const left = (group: string, enrolled: number, failed: number): Cells[] =>
    enrolled === 0 ? [] : [{ group, ...written({ enrolled, certified: enrolled - failed, notMasteredFinal: failed }) }];
  const failed = partOf(others, isLeading(school) ? 0 : 0.03, 'resits', school.key, period);
  return [
    ...left('9 класс', ninth, ninth - certified),
    ...left('11 класс', eleventh, 0),
    { group: 'остальные классы', ...written({ enrolled: others, notMasteredFinal: failed }) },
  ];
}
