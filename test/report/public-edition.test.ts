import { figureId, type RawRow, type Run } from '../../src/model';
import { PublicEditions, Reader, runsIn, tablesIn, textsIn, type Withheld } from './public-reader';
import { TrainingDistrict } from './training-district';

const [EARLIER, LATER] = ['2022-Q4', '2023-Q4'] as const;
const YEARS = ['2021-Q4', '2022-Q2', '2022-Q3', EARLIER, '2023-Q1', '2023-Q2', '2023-Q3', LATER];
/** Quarters that have other figures: the year with ВПР, the beginning with staff and passports. */
const ALL = ['2022-Q2', '2022-Q3', EARLIER, '2023-Q2', '2023-Q3', LATER];
const editions = new PublicEditions(new TrainingDistrict(YEARS), ALL);
const { dataOf } = editions;
const documents = (period: string, withheld?: Withheld) => editions.documents(period, withheld);
const readerOf = (periods: readonly string[], withheld?: Withheld): Reader =>
  new Reader(editions, periods, (period) => documents(period, withheld).flatMap(runsIn));

test('there is something to be hidden in every quarter', () => {
  for (const period of ALL) expect(editions.secretsOf(period).length).toBeGreaterThan(20);
});

test.each([
  ['two half-years', [EARLIER, LATER]],
  ['two school years', ['2022-Q2', '2023-Q2']],
  ['a year and its beginning, whose figures the half-year repeats', ['2022-Q3', '2023-Q3', LATER]],
])(
  'who has every public document of %s and adds and subtracts finds no small number, nor within which four it lies',
  (_, periods) => {
    const reader = readerOf(periods);
    expect(reader.found()).toEqual([]);
    expect(reader.narrowed()).toEqual([]);
  },
);

test('where only small numbers themselves are hidden, the same reader finds many', () => {
  const small = (count: number, bound: number): boolean => count > 0 && count < bound;
  const broken: Withheld = ({ numerator, denominator }, shows = 'value') =>
    small(denominator, 10) || (shows !== 'whole' && (small(numerator, 5) || small(denominator - numerator, 5)));
  const reader = readerOf([EARLIER, LATER], broken);
  expect(reader.found().length).toBeGreaterThan(3);
  expect(reader.narrowed().length).toBeGreaterThanOrEqual(reader.found().length);
});

test('and where each document hides its own, but changes are told, he finds what the year before hid', () => {
  const careless: Withheld = (figure, shows = 'value') =>
    shows !== 'change' && dataOf.get(LATER)!.withheld(figure, shows);
  expect(readerOf([EARLIER, LATER], careless).found()).not.toEqual([]);
});

test('a hidden cell keeps its figure and shows a mark, which the note explains', () => {
  const [report] = documents(LATER);
  const table = tablesIn(report!).find(({ caption }) => caption.includes('Итоги обучающихся по школам'))!;
  const marked = table.rows.flat().filter(({ content }) => typeof content !== 'string' && content[0]!.text === '*');
  expect(marked.length).toBeGreaterThan(0);
  for (const { content } of marked) expect((content as Run[])[0]!.figure!.value).not.toBeNull();
  expect(table.note).toMatch(/\* Не публикуется \(правило – в приложении\s1\)\.$/);
  const at = report!.blocks.findIndex((block) => JSON.stringify(block).includes('Приложение 1. Что не публикуется'));
  expect(at).toBeGreaterThan(0);
  expect(JSON.stringify(report!.blocks.slice(at, at + 4))).toContain(
    'за долей или за остатком до целого стоит меньше 5 человек',
  );
});

test('no number of people stands in a public table without the figure that decides whether it may', () => {
  /** Worked out from figures that are told, or no numbers of people at all. */
  const worked = /^(?:План|Исход|Откл|Разница|Разрыв|Интервал|Просро)/;
  const bare = (table: ReturnType<typeof tablesIn>[number]): unknown[] =>
    table.rows.flatMap((row) =>
      row
        .filter((_, index) => index > 0 && !worked.test(table.columns[index]!.title))
        .map(({ content }) => content)
        .filter((content) => typeof content === 'string' && /^[+−]?[\d\s,]+(?:%|$)/.test(content)),
    );
  for (const period of ALL) expect(documents(period).flatMap(tablesIn).flatMap(bare)).toEqual([]);
});

test('no words of a public edition tell «3 из 29» of people without the figure that decides whether they may', () => {
  const bare = ALL.flatMap((period) => documents(period).flatMap(textsIn)).filter((text) => /\d из \d/.test(text));
  // Of schools and of what the office itself has done everything is told.
  const ofOthers = /^Сдали \d|мероприяти|рекомендаци|документов|достигнуто \d|^Исходные значения/;
  expect(bare.filter((text) => !ofOthers.test(text))).toEqual([]);
});

test('charts of a public edition count measures, not people', () => {
  const charts = ALL.flatMap((period) => documents(period)).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'chart' && block.key !== 'progress' ? [block.key] : [])),
  );
  expect(charts).toEqual([]);
});

test('what the edition before a correction hid stays hidden in the one after it', () => {
  const period = '2023-Q2';
  const hidden = [...dataOf.get(period)!.figures.values()].find(
    (figure) =>
      figure.scope === 'school' &&
      figure.indicator === 'pupil-pass-rate' &&
      !figure.slice &&
      figure.denominator > 20 &&
      dataOf.get(period)!.withheld(figure),
  )!;
  const mended = (row: RawRow): RawRow =>
    row.period === period && row.form === 'pupils'
      ? { ...row, cells: { ...row.cells, failing: 1, notAssessed: 0 } }
      : row;
  const open = (before?: TrainingDistrict) =>
    new TrainingDistrict([period], mended, {}, before).data(period, 'публичная').withheld(hidden);
  expect([open(), open(new TrainingDistrict([period]))]).toEqual([false, true]);
});

test('a gap between groups is told where both are', () => {
  const { figures } = dataOf.get(LATER)!;
  const quality = [...figures.values()].find(
    ({ indicator, scope }) => indicator === 'pupil-quality-rate' && scope === 'group',
  )!;
  const text = (withheld?: Withheld) => JSON.stringify(documents(LATER, withheld)[0]!.blocks);
  expect(text()).toContain('Разрыв с ведущими школами по качеству знаний');
  expect(text((figure) => figureId(figure) === figureId(quality))).not.toContain('Разрыв с ведущими школами');
  expect(text()).not.toContain('Разрыв по качеству знаний: ведущие − участницы');
});

test('a public edition has no paragraphs by school, no social passport, no recommendations, no staff of a school', () => {
  for (const report of documents('2023-Q3').concat(documents(LATER))) {
    const headings = report.blocks.flatMap((block) => (block.kind === 'heading' ? [String(block.content)] : [])).join();
    expect(headings).not.toMatch(/По школам|Социальный|Рисковый|рекомендации|с учётом условий/);
    const staff = tablesIn(report).find(({ caption }) => /Кадры$/.test(caption));
    expect(staff?.rows.map(([first]) => first!.content) ?? []).not.toContain('МОБУ Ушумунская СОШ');
  }
});
