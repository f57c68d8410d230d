import type { Block } from '../../src/model';
import { programme as whole } from '../../src/programme';
import {
  composeReport,
  type Part,
  type PartBlock,
  type PartTable,
  type ReportData,
  type ReportKind,
  reportKinds,
} from '../../src/report';
import { dataOf, fullData, share } from './data';

const kindOf = (...parts: Part[]): ReportKind => ({
  key: 'trial',
  title: 'Проба',
  editions: ['служебная'],
  subjects: () => [null],
  parts: () => parts,
});

const table = (key: string, more: Partial<PartTable> = {}): PartTable => ({
  kind: 'table',
  key,
  title: `О ${key}`,
  columns: [{ title: 'Школа', width: 1, align: 'left' }],
  rows: [[{ content: 'одна' }]],
  ...more,
});
const part = (title: string, more: Partial<Part> = {}): Part => ({ title, needs: [], blocks: () => [], ...more });
const says =
  (content: string): Part['blocks'] =>
  () => [{ kind: 'paragraph', content }];

const blocksOf = (data: ReportData, ...parts: Part[]): readonly Block[] =>
  composeReport(kindOf(...parts), data, null).blocks;
const wordsOf = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => {
    if (block.kind === 'table' || block.kind === 'chart') return [block.caption, block.note ?? ''].join(' | ');
    if (block.kind === 'list') return block.items.map(String).join('; ');
    return block.kind === 'two-sides' || block.kind === 'page' ? '' : String(block.content);
  });
const composed = (...parts: Part[]) => wordsOf(blocksOf(dataOf([share({}, 30, 40)]), ...parts));

describe('numbers', () => {
  test('parts and tables are each numbered from 1 on; what is left out leaves no gap', () => {
    const words = composed(
      { needs: [], blocks: says('Реквизиты') },
      part('Первая', { blocks: () => [table('a'), table('b')] }),
      part('Пустая'),
      part('Вторая', { blocks: () => [table('c')] }),
    );
    expect(words).toEqual([
      'Реквизиты',
      '1. Первая',
      'Таблица 1 – О a | ',
      'Таблица 2 – О b | ',
      '2. Вторая',
      'Таблица 3 – О c | ',
    ]);
  });

  test('a key is replaced by its number wherever the table stands, before or after', () => {
    const words = composed(
      part('Первая', { blocks: () => [{ kind: 'paragraph', content: 'Смотрите далее (таблица {b}).' }, table('a')] }),
      part('Вторая', {
        key: 'second',
        blocks: () => [
          table('b', { note: 'К таблице {a}.' }),
          { kind: 'list', numbered: true, items: ['Раздел {part:second}.'] },
        ],
      }),
    );
    expect(words).toContain('Смотрите далее (таблица 2).');
    expect(words).toContain('Таблица 2 – О b | К таблице 1.');
    expect(words).toContain('Раздел 2.');
  });

  test('a bracket that refers to a table that is left out goes whole; other braces stay', () => {
    expect(composed(part('Выводы', { blocks: says('Рост (таблица {b}). Пометка {№ 5}.') }))).toContain(
      'Рост. Пометка {№ 5}.',
    );
  });
});

describe('a part', () => {
  const needy = part('Отметки', { needs: ['pass-rate', 'sou'], blocks: says('Цифры'), absent: 'Данных нет.' });

  test('is there when at least one of the indicators it needs has a value', () => {
    expect(composed(needy)).toEqual(['1. Отметки', 'Цифры']);
  });

  test('without data says its words, or is left out when it has none', () => {
    const empty = dataOf([share({}, 0, 0)]);
    expect(wordsOf(blocksOf(empty, needy))).toEqual(['1. Отметки', 'Данных нет.']);
    expect(blocksOf(empty, part('Отметки', { needs: ['pass-rate'], blocks: says('Цифры') }))).toEqual([]);
  });

  test('that needs an indicator unknown to the programme is left out with a sentence', () => {
    const words = composed(part('Будущее', { needs: ['pass-rate', 'not-yet'], blocks: () => [table('a')] }));
    expect(words).toEqual(['1. Будущее', expect.stringMatching(/^Раздел не составлен: .*\(not-yet\)\.$/)]);
  });

  test('about a school is there when the school has data, whatever the district has', () => {
    const kind = { ...kindOf(needy), subjects: () => ['one', 'two'] };
    const data = dataOf([share({}, 30, 40), share({ scope: 'school', school: 'two' }, 3, 4)]);
    expect(wordsOf(composeReport(kind, data, 'one').blocks)).toContain('Данных нет.');
    const two = composeReport(kind, data, 'two');
    expect(wordsOf(two.blocks)).toContain('Цифры');
    expect([two.subject, two.title]).toEqual(['two', expect.stringMatching(/^Проба, Школа №2, учебный год 2022\/23/)]);
  });
});

describe('the note on small numbers', () => {
  const cell = (numerator: number, denominator: number, shows?: 'whole' | 'change') => ({
    content: [{ text: 'любые слова 3 из 4 *', figure: share({}, numerator, denominator), ...(shows ? { shows } : {}) }],
  });
  const noteOf = (...rows: PartTable['rows']) =>
    composed(part('Т', { blocks: () => [table('a', { rows, note: 'Своя.' })] }))[1];

  test('stands under a table with a share of fewer than ten people', () => {
    expect(noteOf([cell(3, 9)])).toMatch(/Своя\. \* Малая численность/);
  });

  test('follows from the figures in the cells, never from their words', () => {
    expect(noteOf([cell(3, 10)])).not.toContain('Малая');
    expect(noteOf([{ content: '3 из 4' }])).not.toContain('Малая');
    expect(noteOf([cell(3, 9, 'whole')], [cell(3, 9, 'change')])).not.toContain('Малая');
  });
});

describe.each(reportKinds.map((kind) => [kind.key, kind] as const))('the kind «%s»', (_, kind) => {
  const parts = kind.parts(fullData(whole), kind.subjects(fullData(whole))[0]!);

  test('names only indicators of the programme', () => {
    const known = new Set(whole.indicators.map(({ key }) => key));
    const named = parts.flatMap(({ needs, mentions = [] }) => [...needs, ...mentions]);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });

  test.each(parts.map((each, index) => [each.title ?? `№ ${index + 1}`, each] as const))(
    'shows in «%s» no indicator that the part does not say it needs',
    (_title, each) => {
      const own = whole.indicators.filter(({ key }) => each.needs.includes(key));
      expect(() => each.blocks(fullData({ ...whole, indicators: own }), null, kind)).not.toThrow();
    },
  );

  test('is composed whole even in a programme without a single indicator', () => {
    const bare = fullData({ ...whole, indicators: [] });
    const words = wordsOf(composeReport(kind, bare, kind.subjects(bare)[0]!).blocks).join('\n');
    expect(words.includes('Раздел не составлен')).toBe(parts.some(({ needs }) => needs.length > 0));
    expect(words).not.toMatch(/undefined|\{/);
  });

  test('keeps in every cell that tells a figure the figure itself', () => {
    const { blocks } = composeReport(kind, fullData(whole), kind.subjects(fullData(whole))[0]!);
    const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
    const figures = cells
      .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
      .map(({ figure }) => figure);
    const tellsFigures = parts.some(({ needs, mentions = [] }) => needs.length + mentions.length > 0);
    expect(figures.length > 0).toBe(tellsFigures);
    const measures = new Set(whole.measures?.map(({ key }) => key));
    const ofIndicators = figures.filter((figure) => !measures.has(figure?.indicator ?? ''));
    expect(ofIndicators.filter((figure) => figure?.value !== 75)).toEqual([]);
  });
});

test('a part that begins with a wide table lies on its side up to the sentence that leads to a chart', () => {
  const column = { title: 'а', width: 1, align: 'left' } as const;
  const wide = { kind: 'table', title: 'Широкая', landscape: true, columns: [column], rows: [] } as const;
  const chart = {
    kind: 'chart',
    key: 'c',
    title: 'Ход',
    intro: 'См. рисунок.',
    alt: 'а',
    heightMm: 50,
    chart: { kind: 'bars' },
  } as unknown as PartBlock;
  const parts: Part[] = [
    { title: 'Цели', needs: [], blocks: () => [wide, { kind: 'paragraph', content: 'Слова' }] },
    { title: 'Ход', needs: [], blocks: () => [{ ...wide }, chart] },
    { title: 'Итог', needs: [], blocks: says('Конец') },
  ];
  const told = blocksOf(dataOf([share({}, 30, 40)]), ...parts).map((block) => {
    if (block.kind === 'page') return block.landscape ? '→ на боку' : '→ прямо';
    return block.kind === 'paragraph' ? String(block.content) : block.kind;
  });
  expect(told).toEqual([
    ...['→ на боку', 'heading', 'table', 'Слова', '→ прямо'],
    ...['→ на боку', 'heading', 'table', '→ прямо', 'См. рисунок.', 'chart'],
    ...['heading', 'Конец'],
  ]);
});
