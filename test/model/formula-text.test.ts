import { formulaText, type Indicator } from '../../src/model';
import { programme } from '../four-forms';

const textOf = (key: string): string => formulaText(programme.indicators.find((item) => item.key === key)!);

const SHARE_OF = (title: string): string => `«${title}» / «По списку, чел.» × 100 %`;
const MARKS = '(«5» + «4» + «3» + «2» + «н/а»)';
const INDEX = '100 × Σ вес × благоприятность доли / Σ вес по заполненным долям (не меньше 70 % веса)';

const FORMULAS: Readonly<Record<string, string>> = {
  'pass-rate': `(«5» + «4» + «3») / ${MARKS} × 100 %`,
  'quality-rate': `(«5» + «4») / ${MARKS} × 100 %`,
  'fail-rate': `«2» / ${MARKS} × 100 %`,
  sou: `(100 × «5» + 64 × «4» + 36 × «3» + 16 × «2» + 7 × «н/а») / ${MARKS}`,
  'mean-mark': '(5 × «5» + 4 × «4» + 3 × «3» + 2 × «2») / («5» + «4» + «3» + «2»)',
  'pupil-pass-rate': '(«Подлежат аттестации» − «Неуспевающие» − «н/а») / «Подлежат аттестации» × 100 %',
  'pupil-quality-rate': '(«Отличники» + «На «4» и «5», без отличников») / «Подлежат аттестации» × 100 %',
  'excellent-rate': '«Отличники» / «Подлежат аттестации» × 100 %',
  'reserve-rate': '«С одной «3», остальные «4» и «5»» / «Подлежат аттестации» × 100 %',
  'not-mastered-rate': SHARE_OF('Имеют задолженность за год (не освоили программу)'),
  'incomplete-families-rate': SHARE_OF('Детей из неполных семей'),
  'low-income-rate': SHARE_OF('Детей из малообеспеченных семей'),
  'large-families-rate': SHARE_OF('Детей из многодетных семей'),
  'guardianship-rate': SHARE_OF('Детей под опекой и в приёмных семьях'),
  'higher-education-parent-rate': SHARE_OF('Детей, у которых хотя бы один родитель с высшим образованием'),
  'unemployed-parents-rate': SHARE_OF('Детей, у которых все родители без работы'),
  'registered-rate': SHARE_OF('Детей на учёте ВШК, ПДН, КДН'),
  'disabilities-rate': SHARE_OF('Детей с ОВЗ и инвалидностью'),
  'non-native-russian-rate': SHARE_OF('Детей с неродным русским языком'),
  'transported-rate': SHARE_OF('Детей на подвозе и в интернате'),
  'context-index': INDEX,
};

test.each(Object.entries(FORMULAS))('%s is %s', (key, formula) => {
  expect(textOf(key)).toBe(formula);
});

test.each(programme.indicators.map((item) => item.key))('the formula of %s is in Russian words', (key) => {
  expect(textOf(key)).not.toMatch(/[A-Za-z]|undefined/);
});

test('a formula of some rows only says which', () => {
  const quality = programme.indicators.find(({ key }) => key === 'quality-rate') as Indicator;
  expect(formulaText({ ...quality, where: { subject: 'Алгебра', grade: ['8', '9'] } })).toBe(
    `(«5» + «4») / ${MARKS} × 100 %; только: предмет – Алгебра; класс – 8, 9`,
  );
  expect(formulaText({ ...quality, where: { subject: ['ВсОШ, школьный этап', 'Алгебра'] } })).toContain(
    'только: предмет – «ВсОШ, школьный этап», Алгебра',
  );
});
