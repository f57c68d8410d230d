import { reportKinds } from '../../src/pipeline';
import { TrainingDistrict } from './training-district';

const textOf = (content: unknown): string =>
  (typeof content === 'string' ? content : (content as { text: string }[]).map(({ text }) => text).join('')).replace(
    /\u00a0/g,
    ' ',
  );

const kind = reportKinds.find(({ key }) => key === 'school')!;
const district = new TrainingDistrict(['2022-Q2', '2023-Q2']);
const cardOf = (school: string, edition: 'служебная' | 'публичная' = 'служебная') =>
  district.documents(kind, '2023-Q2', edition).find(({ subject }) => subject === school)!.blocks;
const card = cardOf('kuznetsovo');

const levels = (blocks: typeof card) =>
  blocks.flatMap((block) =>
    block.kind === 'table' && block.caption.includes('по уровням образования')
      ? block.rows.map((row) => row.map(({ content }) => textOf(content)))
      : [],
  );

test('a school’s card has its pupils by level in children, this year beside the one before', () => {
  const rows = levels(card);
  expect(rows.map(([level, what]) => `${level}: ${what}`)).toEqual([
    '1–4 классы: успевают',
    '1–4 классы: на «4» и «5»',
    '5–9 классы: успевают',
    '5–9 классы: на «4» и «5»',
  ]);
  for (const row of rows)
    expect(row.slice(2)).toEqual([expect.stringMatching(/^\d+ из \d+$/), expect.stringMatching(/^\d+ из \d+$/)]);
});

test('its levels add up to the school', () => {
  const school = [...district.data('2023-Q2').figures.values()].find(
    (figure) => figure.school === 'kuznetsovo' && !figure.slice && figure.indicator === 'pupil-pass-rate',
  )!;
  const passing = levels(card)
    .filter(([, what]) => what === 'успевают')
    .map((row) => row.at(-1)!.split(' из ').map(Number));
  expect(passing.reduce((sum, [k]) => sum + k!, 0)).toBe(school.numerator);
  expect(passing.reduce((sum, [, n]) => sum + n!, 0)).toBe(school.denominator);
});

test('its passport tells the signs that the figures give, as signs; the card for everybody tells neither', () => {
  const told = (blocks: typeof card) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.content)] : [])).join('\n');
  expect(told(card)).toMatch(
    /Признак низких результатов \(ШНОР\) – (не выявлен \(процедур учтено – \d+\)|есть|формально есть|нет данных)/,
  );
  expect(told(card)).toMatch(/Признак неблагоприятных условий \(ШНСУ\) – (есть|не выявлен|нет данных)/);
  const open = cardOf('kuznetsovo', 'публичная');
  expect(told(open)).not.toMatch(/ШНОР|ШНСУ/);
  expect(levels(open)).toEqual([]);
});

test('a note reads the order only for the targets that stand above it', () => {
  const notes = cardOf('kuznetsovo', 'публичная').flatMap((block) =>
    block.kind === 'table' && block.caption.includes('Целевые индикаторы') ? [block.note ?? ''] : [],
  );
  expect(notes.join()).not.toContain('технологиями');
});
