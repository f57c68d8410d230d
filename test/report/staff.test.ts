import type { Block } from '../../src/model';
import { reportKinds } from '../../src/pipeline';
import { TrainingDistrict } from './training-district';

const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : (content as { text: string }[]).map(({ text }) => text).join('');
const plain = (content: unknown): string =>
  textOf(content)
    .replace(/\u00a0/g, ' ')
    .replace(/\u00ad/g, '');

const kind = reportKinds.find(({ key }) => key === 'staff')!;
const district = new TrainingDistrict(['2021-Q3']);
const { blocks } = district.documents(kind, '2021-Q3', 'служебная')[0]!;

const tableOf = (caption: string) => {
  const found = blocks.find((block) => block.kind === 'table' && block.caption.includes(caption));
  if (found?.kind !== 'table') throw new Error(`no table ${caption}`);
  return {
    titles: found.columns.map(({ title }) => plain(title)),
    rows: found.rows.map((row) => row.map(({ content }) => plain(content))),
  };
};
const words = blocks.flatMap((block: Block) =>
  block.kind === 'list' ? block.items.map(plain) : block.kind === 'paragraph' ? [plain(block.content)] : [],
);

test('the staff’s report has all its sections, with the plan of courses last', () => {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [plain(block.content)] : []));
  expect(headings).toEqual([
    '1. Кратко и решения',
    '2. Укомплектованность',
    '3. Образование',
    '4. Курсы повышения квалификации',
    '5. Переподготовка',
    '6. Категории, технологии, управление',
    '7. Кадры групп школ',
    '8. Средства на курсы',
    '9. Выводы и план-график курсов',
    'Приложение 1. Основание, источники и методика',
  ]);
});

test('its first page says who is missing, who is to be taught, and what is asked to be decided', () => {
  expect(words.find((text) => /^В школах района занято ставок .* из .* %\); не занято /.test(text))).toBeDefined();
  expect(words.find((text) => /^За три года обучен.* Курсы нужны \d+ работник/.test(text))).toBeDefined();
  expect(words.find((text) => /^Основание: .*; дорожная карта, п. 1\.1\.6\./.test(text))).toBeDefined();
  expect(words.find((text) => /^Прошу решить: отделу образования направить на курсы/.test(text))).toBeDefined();
});

test('the plan of courses counts people by school, the district’s line is their sum, and each kind has its term', () => {
  const { titles, rows } = tableOf('План-график курсов');
  const [sum, term] = rows.slice(-2);
  expect(titles[1]).toBe('Не учились три года');
  titles.slice(1).forEach((_, index) => {
    const people = rows.slice(0, -2).map((cells) => Number(cells[index + 1]));
    expect(sum![index + 1]).toBe(String(people.reduce((all, one) => all + one, 0)));
  });
  expect(term!.slice(1).every((text) => /^до \d+ [а-я]+$/.test(text))).toBe(true);
});

test('as many are to be taught as the share of those taught leaves', () => {
  const { titles, rows } = tableOf('План-график курсов');
  const needed = Number(rows.at(-2)![titles.indexOf('Не учились три года')]);
  const trained = district
    .data('2021-Q3')
    .ofDistrict('trained-rate')
    .find(({ slice }) => !slice)!;
  expect(needed).toBe(trained.denominator - trained.numerator);
});
