import { a1, District, goodRows, schoolsOf } from './district';

const CHECK = 'D3';
const REASON_OF_MARKS = 'I9';
const schools = schoolsOf(6).map((school) => ({ ...school, type: 'СОШ', group: 'участник' }));
const district = District.ready({ schools });
for (const { key } of schools) district.fill(key);

/** «5» and «3» pasted into each other's place, in every row. */
const exchanged = goodRows(0).marks.map((row) => ({ ...row, five: row.three!, three: row.five! }));
district.replace('s1', 'marks', exchanged);
district.click('consolidateWorkbook');

const ofForm = (of: District, school = 's1'): string =>
  String(of.value(of.tab(school), a1(of.rowOf(of.tab(school), 'marks/title'), 3))).replaceAll('\u00a0', ' ');

const WORDS =
  '⚠ Проверьте: качество знаний: 39 из 56, намного больше обычного у таких же школ. Сверьте числа; если верны, напишите причину вверху вкладки.';

test('a school whose results are far from those of five like it is asked at night, without a figure of theirs', () => {
  expect(ofForm(district)).toBe(WORDS);
  expect(schools.slice(1).map(({ key }) => ofForm(district, key))).toEqual(['', '', '', '', '']);
});

test('the question stays when the school checks its tab, and is answered once for all', () => {
  const asked = district.copy();
  asked.type('s1', CHECK, true);
  expect(ofForm(asked)).toBe(WORDS);
  asked.type('s1', REASON_OF_MARKS, 'Класс спортивный, отметки сверены с журналом');
  asked.click('consolidateWorkbook');
  expect(ofForm(asked)).toMatch(/^ℹ Пояснено: качество знаний: 39 из 56/);
  // What the others have is no longer what it was.
  asked.replace('s2', 'marks', goodRows(4).marks);
  asked.click('consolidateWorkbook');
  expect(ofForm(asked)).toMatch(/^ℹ Пояснено: качество знаний: 39 из 56/);
});

test('the question goes with the numbers that it was about', () => {
  const mended = district.copy();
  mended.replace('s1', 'marks', goodRows(0).marks);
  mended.click('consolidateWorkbook');
  expect(ofForm(mended)).toBe('');
});
