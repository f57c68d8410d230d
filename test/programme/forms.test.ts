import { type Asked, isDue, isSparedRow, sparedOf, validateSchool } from '../../src/domain';
import { defineForm, isNumeric, numericKeys, type SettingValues, type StartKnown } from '../../src/model';
import { programme } from '../../src/programme';
import { LEADING, PARTICIPANT } from '../../src/programme/groups';
import { rawRows, SCHOOL } from '../build';

/** design.md 8: the columns of the CSV files, in their order. */
const FIELDS: Readonly<Record<string, string>> = {
  classes: 'grade, letter, enrolled',
  marks: 'grade, letter, subject, enrolled, exempt, five, four, three, two, notAssessed',
  pupils: 'grade, letter, enrolled, assessed, excellent, good, oneThree, failing, notAssessed, notMastered',
  context:
    'grade, letter, enrolled, incompleteFamilies, lowIncome, largeFamilies, guardianship, higherEducationParent, unemployedParents, registered, disabilities, nonNativeRussian, transported',
  vpr: 'grade, subject, participants, five, four, three, two, lowered, confirmed, raised',
  controlWorks: 'level, grade, subject, participants, five, four, three, two, work',
  oge: 'subject, participants, five, four, three, two',
  ege: 'subject, participants, belowMinimum, totalScore, highScores',
  staff:
    'category, positions, positionsFilled, people, higherEducation, pedagogicalHigher, vocational, studying, highestCategory, firstCategory, trainedInThreeYears, retrainingNeeded, retrained, individualRoutes, managementTrained, modernMethods, difficultTrained',
  yearResults: 'group, enrolled, certified, notMasteredFinal, honours, honoursConfirmed',
  coverage:
    'level, enrolled, additional, institutions, onPlan, familiesCovered, visits, consultations, masterclassPupils',
  achievements: 'kind, eligible, pupils, entries, winners, prizeWinners',
  satisfaction: 'respondents, invited, answered, fully, rather',
  materialBase: 'kind, unitsStart, unitsNew, valueStart, valueNew',
  partnership: 'partner, lessonsVisited, lessonsTaught, exchange',
  riskProfile: 'factor, significance, measure, dueTo, result',
  programme:
    'document, councilProtocol, regime, state, actionsPlanned, actionsDone, networkItem, parentsItem, institutionsItem, correctedOn',
  practices: 'kind, title, done, proof, link',
};

/** Of the contract, what is no whole number. */
const KINDS: Readonly<Record<string, string>> = {
  grade: 'text',
  letter: 'text',
  subject: 'text',
  work: 'text',
  level: 'choice',
  category: 'choice',
  totalScore: 'decimal',
  valueStart: 'decimal',
  valueNew: 'decimal',
  positions: 'decimal',
  positionsFilled: 'decimal',
  group: 'choice',
  kind: 'choice',
  respondents: 'choice',
  partner: 'text',
  factor: 'choice',
  significance: 'choice',
  measure: 'long-text',
  dueTo: 'date',
  result: 'long-text',
  document: 'link',
  councilProtocol: 'text',
  regime: 'choice',
  state: 'choice',
  networkItem: 'text',
  parentsItem: 'text',
  institutionsItem: 'text',
  correctedOn: 'date',
  title: 'text',
  done: 'long-text',
  proof: 'text',
  link: 'link',
};
const formOf = (key: string) => programme.forms.find((form) => form.key === key)!;

test.each(Object.entries(FIELDS))('form %s has exactly the fields of the contract', (key, fields) => {
  expect(Object.keys(formOf(key).fields).join(', ')).toBe(fields);
});

test.each(Object.keys(FIELDS))('in %s words are words, choices are choices, all else is a number', (key) => {
  for (const [name, field] of Object.entries(formOf(key).fields)) {
    expect([name, field.kind]).toEqual([name, KINDS[name] ?? 'count']);
  }
});

const forms = programme.forms.map((form) => [form.key, form] as const);

test.each(forms)('%s: rules and identity name fields that the form has', (_, form) => {
  const numbers = numericKeys(form);
  const named = form.sums.flatMap((rule) => [...Object.keys(rule.parts), rule.whole]);
  expect(named.filter((key) => !numbers.includes(key))).toEqual([]);
  expect(form.identity.filter((key) => !(key in form.fields))).toEqual([]);
  expect(form.identity.length).toBeGreaterThan(0);
  expect(new Set(form.sums.map((rule) => rule.id)).size).toBe(form.sums.length);
});

test.each(forms)('%s: every column has a Russian title of its own and a word of help', (_, form) => {
  const titles = Object.values(form.fields).map((field) => field.title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.filter((title) => title === '' || /[A-Za-z]/.test(title))).toEqual([]);
  expect(Object.values(form.fields).filter((field) => field.help === '')).toEqual([]);
});

test.each(forms)('%s: the words that tell rows apart are carried over into the next period, all or none', (_, form) => {
  const carried = form.identity.filter((key) => form.fields[key]!.carried);
  expect([0, form.identity.length]).toContain(carried.length);
});

test('forms have keys of their own', () => {
  const keys = programme.forms.map((form) => form.key);
  expect(new Set(keys).size).toBe(keys.length);
});

const IN_ORDER = ['2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3'];
const quartersOf = (key: string, school: Asked): string[] =>
  IN_ORDER.filter((period) => isDue(formOf(key), period, school)).map((period) => period.slice(-2));
const SMALL = { group: PARTICIPANT, type: 'ООШ' };
const LEADER = { group: LEADING, type: 'СОШ' };
const sparedIn = (period: string, school: Asked) => sparedOf(programme, period, school, {});

test('a participant gives marks, results and the passport in their quarters; a leading school marks once a year, the passport in autumn', () => {
  const asked = (school: Asked) =>
    Object.fromEntries(
      ['classes', 'marks', 'pupils', 'context'].map((key) => [key, quartersOf(key, school).join(' ')]),
    );
  expect(asked(SMALL)).toEqual({
    classes: 'Q4 Q1 Q2 Q3',
    marks: 'Q4 Q1 Q2',
    pupils: 'Q4 Q1 Q2',
    context: 'Q4 Q1 Q2 Q3',
  });
  expect(asked(LEADER)).toEqual({ classes: 'Q4 Q1 Q2 Q3', marks: 'Q2', pupils: 'Q4 Q1 Q2', context: 'Q3' });
});

test('the third четверть asks for four subjects and for no class that has half-years', () => {
  const { rows } = sparedIn('2023-Q1', SMALL);
  const isAsked = (form: string, cells: Record<string, string>) => !isSparedRow(formOf(form), rows[form]!, cells);
  expect(isAsked('marks', { grade: '7', subject: 'Алгебра' })).toBe(true);
  expect(isAsked('marks', { grade: '7', subject: 'Русский' })).toBe(true);
  expect(isAsked('marks', { grade: '7', subject: 'История' })).toBe(false);
  expect(isAsked('marks', { grade: '10', subject: 'Алгебра' })).toBe(false);
  expect(isAsked('pupils', { grade: '11' })).toBe(false);
  expect(isAsked('pupils', { grade: '9-10' })).toBe(true);
});

test('who has not mastered the programme is asked in June only', () => {
  expect(sparedIn('2022-Q4', SMALL).fields).toContain('pupils.notMastered');
  expect(sparedIn('2023-Q1', SMALL).fields).toContain('pupils.notMastered');
  expect(sparedIn('2023-Q2', SMALL).fields).not.toContain('pupils.notMastered');
});

test('a second grade without marks in the half-year is asked of nobody where the school says so', () => {
  expect(sparedIn('2022-Q4', { ...SMALL, unmarkedSecond: true }).rows).toMatchObject({
    marks: { grades: [3, 12] },
    pupils: { grades: [3, 12] },
  });
  expect(sparedIn('2022-Q4', SMALL).rows).toEqual({});
  expect(sparedIn('2023-Q2', { ...SMALL, unmarkedSecond: true }).rows).toEqual({});
});

test('an ООШ is never asked for ЕГЭ; exams and ВПР only in the years in which they were held', () => {
  const years = (key: string, quarter: string, school: Asked) =>
    ['2020', '2021', '2022', '2023'].filter((year) => isDue(formOf(key), `${year}-${quarter}`, school));
  expect(years('ege', 'Q3', SMALL)).toEqual([]);
  expect(years('ege', 'Q3', LEADER)).toEqual(['2020', '2021', '2022', '2023']);
  expect(years('oge', 'Q3', SMALL)).toEqual(['2021', '2022', '2023']);
  expect(years('vpr', 'Q2', SMALL)).toEqual(['2021', '2023']);
  expect(years('vpr', 'Q4', SMALL)).toEqual(['2020', '2022']);
});

test('equipment is asked for in units or by value, as Настройки says', () => {
  const spared = (values: SettingValues) =>
    sparedOf(programme, '2022-Q4', SMALL, values).fields.filter((key) => key.startsWith('materialBase'));
  expect(spared({})).toEqual(['materialBase.valueStart', 'materialBase.valueNew']);
  expect(spared({ 'renewal-by': 'стоимости' })).toEqual(['materialBase.unitsStart', 'materialBase.unitsNew']);
});

test('each other form is asked for in its quarters; of partnership, risks and programmes only participants are asked', () => {
  const due = Object.fromEntries(
    programme.forms.map(({ key, due: all }) => [key, all.map(({ quarters, groups = [] }) => [...quarters, ...groups])]),
  );
  expect(due).toMatchObject({
    yearResults: [[3]],
    coverage: [[2, 4]],
    achievements: [[2, 4]],
    satisfaction: [[2]],
    materialBase: [[4]],
    partnership: [[2, 4, 'участник']],
    riskProfile: [[1, 'участник']],
    programme: [[1, 3, 'участник']],
    practices: [[1, 2, 'участник']],
  });
});

test('counts that tell on single children are marked as such and may be left out of small classes', () => {
  const { fields, smallGroup } = formOf('context');
  const sensitive = Object.keys(fields).filter((key) => fields[key]!.sensitive);
  expect(sensitive.sort()).toEqual(['disabilities', 'guardianship', 'lowIncome', 'registered', 'unemployedParents']);
  expect(sensitive.filter((key) => !fields[key]!.optional)).toEqual([]);
  expect(smallGroup).toBe(10);
});

test('first graders have no marks: neither form expects grade 1', () => {
  expect([formOf('marks').firstGrade, formOf('pupils').firstGrade]).toEqual([2, 2]);
});

test('a plausible limit stands only where a number is asked for', () => {
  for (const form of programme.forms) {
    for (const field of Object.values(form.fields)) {
      if (field.plausibleUpTo !== undefined) expect(isNumeric(field)).toBe(true);
    }
  }
});

test('a form without rules has an empty list of them', () => {
  const bare = defineForm({ key: 'bare', title: '', help: '', fields: {}, identity: [], due: [{ quarters: [1] }] });
  expect(bare.sums).toEqual([]);
});

test('«1-9» from the list of levels is a word like any other', () => {
  const cells = { level: '1-9', enrolled: 30, additional: 20, institutions: 5, onPlan: 1, familiesCovered: 6 };
  const rows = rawRows('coverage', { ...cells, visits: 6, consultations: 4, masterclassPupils: 9 });
  const checked = validateSchool(programme, SCHOOL, '2022-Q4', rows).find(({ form }) => form.key === 'coverage')!;
  expect(checked.issues).toEqual([]);
});

describe('a form begins with the rows that are known beforehand:', () => {
  /** A school of so many pupils in each grade. */
  const started = (form: string, grades: Readonly<Record<number, number>> | null, more: Partial<StartKnown> = {}) => {
    const enrolledIn = (from: number, to: number) =>
      grades &&
      Object.entries(grades).reduce((sum, [grade, count]) => sum + (+grade >= from && +grade <= to ? count : 0), 0);
    const known = { type: 'СОШ', quarter: 2, enrolledIn, ...more } as StartKnown;
    return programme.forms.find(({ key }) => key === form)!.starts!(known);
  };

  test('coverage with one row of a small school, with one for each level of a larger one', () => {
    expect(started('coverage', { 1: 40, 5: 59 })).toEqual([{ level: '1-9', enrolled: 99 }]);
    expect(started('coverage', { 1: 40, 5: 40, 11: 19 })).toEqual([{ level: '1-11', enrolled: 99 }]);
    expect(started('coverage', { 1: 40, 5: 40, 10: 20 })).toEqual([
      { level: '1-4', enrolled: 40 },
      { level: '5-9', enrolled: 40 },
      { level: '10-11', enrolled: 20 },
    ]);
    expect(started('coverage', { 1: 60, 9: 40 })).toEqual([
      { level: '1-4', enrolled: 60 },
      { level: '5-9', enrolled: 40 },
    ]);
    // Where nobody is on the list, or the list is not there, nothing is known.
    expect([started('coverage', {}), started('coverage', null)]).toEqual([[], []]);
  });

  test('results of the year with the leavers that the school’s type has, and all the others', () => {
    const pupils = { 4: 30, 9: 20, 11: 10 };
    const rows = (type: string, grades: typeof pupils | null = pupils) =>
      started('yearResults', grades, { type }).map(({ enrolled }) => enrolled);
    expect(rows('СОШ')).toEqual([20, 10, 30]);
    expect(rows('ООШ')).toEqual([20, 40]);
    expect(rows('НОШ')).toEqual([60]);
    expect(rows('')).toEqual([]);
    expect(rows('СОШ', null)).toEqual(['', '', '']);
    expect(started('yearResults', pupils).map(({ group }) => group)).toEqual([
      ...['9 класс', '11 класс', expect.stringMatching(/остальн|кроме|проч/i)],
    ]);
  });

  test('achievements with the stages of the olympiad that take place in every autumn', () => {
    const grades = { 3: 9, 4: 10, 6: 10, 7: 10, 11: 5 };
    const autumn = started('achievements', grades, { quarter: 4 });
    expect(autumn.map(({ eligible }) => eligible)).toEqual([35, 15]);
    expect(new Set(autumn.map(({ kind }) => kind)).size).toBe(2);
    expect(started('achievements', null, { quarter: 4 }).map(({ eligible }) => eligible)).toEqual(['', '']);
    expect(started('achievements', grades, { quarter: 2 })).toEqual([]);
  });

  test.each([
    ['staff', 'category'],
    ['satisfaction', 'respondents'],
    ['materialBase', 'kind'],
  ])('%s with each of its words', (form, field) => {
    const words = programme.forms.find(({ key }) => key === form)!.fields[field]!.choices;
    expect(started(form, null).map((row) => row[field])).toEqual(words);
  });
});
