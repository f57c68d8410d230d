import { reportKinds } from '../../src/pipeline';
import { TrainingDistrict } from './training-district';

const textOf = (content: unknown): string =>
  (typeof content === 'string' ? content : (content as { text: string }[]).map(({ text }) => text).join('')).replace(
    /\u00a0/g,
    ' ',
  );
const kind = reportKinds.find(({ key }) => key === 'district')!;
const district = new TrainingDistrict(['2023-Q3']);
const { blocks } = district.documents(kind, '2023-Q3', 'служебная')[0]!;
const open = district.documents(kind, '2023-Q3', 'публичная')[0]!.blocks;
const captions = (of: typeof blocks) => of.flatMap((block) => (block.kind === 'table' ? [textOf(block.caption)] : []));

test('the summer’s report begins with how the year ended after resits and with whom the new one begins', () => {
  const items = blocks.flatMap((block) => (block.kind === 'list' && block.numbered ? block.items.map(textOf) : []));
  expect(items[0]).toMatch(/^После пересдач программу прошлого учебного года не освоили? \d/);
  expect(items[1]).toMatch(/^В школах района занято ставок /);
});

test('it tells of the exams and of the last year school by school, and has no section that only says there is nothing', () => {
  expect(captions(blocks).slice(0, 3)).toEqual([
    'Таблица 1 – Результаты ОГЭ',
    'Таблица 2 – Результаты ЕГЭ',
    'Таблица 3 – Итоги прошлого учебного года после пересдач, по школам',
  ]);
  expect(JSON.stringify(blocks)).not.toContain('Данных за период нет');
});

test('exams by themselves, and who has not mastered the year, are not for everybody', () => {
  expect(captions(open).join()).not.toMatch(/после пересдач|ОГЭ|ЕГЭ/);
});

test('the edition for everybody has no section that only says there is nothing, and says that exams stand in the other one', () => {
  const text = JSON.stringify(open);
  expect(text).not.toContain('Данных за период нет');
  expect(text).toContain('не приводятся: результаты ОГЭ и ЕГЭ по предметам, итоги года после пересдач по школам');
});

test.each([
  ['a report of the district', blocks, 3],
  ['its edition for everybody', open, 2],
])('a share of four schools is told in %s as «3 из 4» and the gap in schools, never as a percentage', (_, of, fact) => {
  const rows = of.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  const row = rows.find(([first]) => first && textOf(first.content) === 'Доля школ-участниц с действующим партнёром');
  expect(row!.slice(fact, fact + 4).map(({ content }) => textOf(content))).toEqual(['3 из 4', '4', '–', '−1 шк.']);
});
