import { computedRisk } from '../../src/model';
import { programme } from '../../src/programme';
import { DECIDING_FORMS, RISK_BOUNDS, RISK_WORDS } from '../../src/programme/forms/risk-bounds';
import { RISK_FACTORS } from '../../src/programme/forms/risk-factors';

type Rows = Readonly<Record<string, readonly Readonly<Record<string, number | null>>[]>>;

const level = (factor: number, rows: Rows) =>
  computedRisk(RISK_BOUNDS[RISK_FACTORS[factor - 1]!] ?? [], programme.indicators, (form) =>
    (rows[form] ?? []).map((numbers) => ({ numbers })),
  )?.level ?? null;

test('data decide of equipment, staff, competence, children with special needs, language and failing, of nothing else', () => {
  const decided = RISK_FACTORS.flatMap((factor, index) => (RISK_BOUNDS[factor] ? [index + 1] : []));
  expect(decided).toEqual([1, 2, 3, 6, 7, 10]);
});

test('a factor is as significant as its worst figure', () => {
  const staff = { people: 10, trainedInThreeYears: 10, highestCategory: 1, firstCategory: 3 };
  expect(level(3, { staff: [staff] })).toBe('middle');
  expect(level(3, { staff: [{ ...staff, trainedInThreeYears: 6 }] })).toBe('high');
  expect(level(3, { staff: [{ ...staff, firstCategory: 6 }] })).toBe('low');
  const pupils = { assessed: 100, failing: 3, notAssessed: 0 };
  expect(level(10, { pupils: [pupils] })).toBe('low');
  expect(level(10, { pupils: [pupils, { assessed: 10, failing: 9, notAssessed: 0 }] })).toBe('high');
});

test('at the bound itself a factor is of the milder level; without data nothing is said', () => {
  expect(level(1, { materialBase: [{ unitsStart: 100, unitsNew: 15 }] })).toBe('low');
  expect(level(1, { materialBase: [{ unitsStart: 100, unitsNew: 5 }] })).toBe('middle');
  expect(level(6, { context: [{ enrolled: 100, disabilities: 15 }] })).toBe('middle');
  expect(level(6, { context: [{ enrolled: 100, disabilities: null }] })).toBe(null);
  expect(level(4, { pupils: [{ assessed: 10, failing: 9, notAssessed: 0 }] })).toBe(null);
});

test('what decides are indicators of the programme', () => {
  const known = programme.indicators.map(({ key }) => key);
  const decided = Object.values(RISK_BOUNDS).flat();
  for (const { indicator } of decided) expect(known).toContain(indicator);
  const forms = decided.map(({ indicator }) => programme.indicators.find(({ key }) => key === indicator)!.from.key);
  expect([...new Set(forms)]).toEqual(DECIDING_FORMS);
});

test('every word that a school may choose is one of a level', () => {
  const { significance } = programme.forms.find(({ key }) => key === 'riskProfile')!.fields;
  expect(Object.values(RISK_WORDS).flat()).toEqual(significance!.choices);
});
