import { chance } from './chance';
import { graduates, pupilsIn } from './classes';
import { type Cells, isLeading, PERIODS, SCHOOLS, type TrainingSchool, yearOf, yearsIn } from './district';
import { teachersIn } from './staff';
import { ogeMark, ogeSubjects } from './works';

const written = (counts: Readonly<Record<string, number>>): Cells =>
  Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, String(count)]));

/** About this share of a whole, a little more or less from one school and period to another. */
function partOf(whole: number, share: number, ...what: readonly (string | number)[]): number {
  return Math.max(0, Math.min(whole, Math.round(whole * (share + 0.08 * (chance(...what) - 0.5)))));
}

/** Few have a plan of their own, and from year to year about as many. */
const onPlan = (enrolled: number, share: number, ...what: readonly string[]): number =>
  Math.round(enrolled * share * (0.6 + 0.8 * chance('plan', ...what)));

/** A school without classes of their own for the primary grades writes one row. */
function levelsOf(school: TrainingSchool): readonly (readonly [level: string, from: number, to: number])[] {
  if (school.merged) return [['1-9', 1, 9]];
  const levels = [
    ['1-4', 1, 4],
    ['5-9', 5, 9],
    ['10-11', 10, 11],
  ] as const;
  return school.goOn > 0 ? levels : levels.slice(0, 2);
}

export function coverageOf(school: TrainingSchool, period: string): Cells[] {
  const strength = (isLeading(school) ? 0.96 : 0.68) + growth(period);
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
        onPlan: onPlan(enrolled, isLeading(school) ? 0.03 : 0.02 + growth(period), school.key, level),
        familiesCovered,
        visits: familiesCovered,
        consultations: Math.round(familiesCovered * 1.5),
        masterclassPupils: of(enrolled, 0.3 * strength, 'masterclass'),
      }),
    };
  });
}

/** By how much a share has grown since the programme began. */
const growth = (period: string): number => 0.03 * yearsIn(period);

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
  const strength = (isLeading(school) ? 0.96 : 0.6) + growth(period);
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
    педагоги: teachersIn(school),
  };
  return Object.entries(asked).map(([respondents, invited]) => {
    const of = (whole: number, share: number, what: string) => partOf(whole, share, what, school.key, respondents);
    const answered = of(invited, 0.66 + growth(period), 'answers');
    const fully = of(answered, (isLeading(school) ? 0.46 : 0.28) + growth(period), 'fully');
    const rather = of(answered - fully, 0.62, 'rather');
    return { respondents, ...written({ invited, answered, fully, rather }) };
  });
}

const UNITS = { 'Компьютерная техника': 0.2, 'Учебное и лабораторное оборудование': 0.5 };
/** What came within a year, of the units there were in January: not yet the 15 % a year at first. */
const RENEWED: Readonly<Record<number, readonly [leading: number, participant: number]>> = {
  2020: [0.13, 0.07],
  2021: [0.15, 0.12],
  2022: [0.17, 0.15],
  2023: [0.18, 0.17],
};

/** Each January has what the last one had and what came since. */
export const materialBaseOf = (school: TrainingSchool, period: string): Cells[] =>
  Object.entries(UNITS).map(([kind, share]) => {
    let unitsStart = Math.max(8, Math.round(pupilsIn(school, PERIODS[0]!, 1, 11) * share));
    for (let year = yearOf(PERIODS[0]!); ; year++) {
      const unitsNew = partOf(unitsStart, RENEWED[year]![isLeading(school) ? 0 : 1], 'renewed', school.key, kind, year);
      if (year === yearOf(period)) return { kind, ...written({ unitsStart, unitsNew }) };
      unitsStart += unitsNew;
    }
  });

/** The agreements are of September 2020. */
export function partnershipOf(school: TrainingSchool, period: string): Cells[] {
  const partner = SCHOOLS.find(({ key }) => key === school.partner);
  if (!partner || period < '2020-Q4') return [];
  const some = (most: number, what: string) => 1 + Math.floor(most * chance(what, school.key, period));
  const more = Math.max(0, yearsIn(period) - 1);
  const counts = {
    lessonsVisited: some(5, 'visits') + more,
    lessonsTaught: some(3, 'teaches') + more,
    exchange: some(3, 'meets'),
  };
  return [{ partner: partner.name, ...written(counts) }];
}

/** Of those who left and of those who were promoted in the summer before; in 2020 everybody got a certificate. */
export function yearResultsOf(school: TrainingSchool, period: string): Cells[] {
  const spring = `${yearOf(period)}-Q2`;
  const ninth = graduates(school, 9, period);
  const failed = ninth.filter((pupil) =>
    ogeSubjects(period)
      .slice(0, 2)
      .some((subject) => ogeMark(school, pupil, subject, period) === 'two'),
  ).length;
  const left = (group: string, enrolled: number, without: number): Cells[] =>
    enrolled === 0
      ? []
      : [{ group, ...written({ enrolled, certified: enrolled - without, notMasteredFinal: without }) }];
  const others = pupilsIn(school, spring, 1, 8) + pupilsIn(school, spring, 10, 10);
  const share = isLeading(school) ? 0.004 : Math.max(0.01, 0.05 - 0.01 * yearsIn(period));
  const conditionally = Math.round(others * share + chance('resits', school.key, period) - 0.5);
  return [
    ...left('9 класс', ninth.length, failed),
    ...left('11 класс', graduates(school, 11, period).length, 0),
    { group: 'остальные классы', ...written({ enrolled: others, notMasteredFinal: Math.max(0, conditionally) }) },
  ];
}
