import type { Block } from '../../src/model';
import { figureId } from '../../src/model';
import { programme } from '../../src/programme';
import { composeReport, type ReportData, type ReportKind, reportKinds } from '../../src/report';
import { collection } from '../../src/report/parts/collection';
import { corrections } from '../../src/report/parts/corrections';
import { resultsBySchool } from '../../src/report/parts/pupil-results';
import { requisites } from '../../src/report/parts/requisites';
import { ownResults, risks } from '../../src/report/parts/school-card';
import { schoolTargets } from '../../src/report/parts/school-targets';
import { signature } from '../../src/report/parts/signature';
import { socialContext } from '../../src/report/parts/social-context';
import { subjectsOverYears } from '../../src/report/parts/subjects-over-years';
import { isOf } from '../../src/report/registers-table';
import { dataOf, fullData, SCHOOLS, share } from './data';

const card = (...parts: ReturnType<ReportKind['parts']>): ReportKind => ({
  key: 'school-card',
  title: 'Карточка школы',
  editions: ['служебная'],
  subjects: ({ schools }) => schools.map(({ key }) => key),
  parts: () => parts,
});

const textOf = (content: unknown): string =>
  typeof content === 'string' ? content : (content as { text: string }[]).map(({ text }) => text).join('');

const blocksOf = (kind: ReportKind, data: ReportData, subject: string | null): readonly Block[] =>
  composeReport(kind, data, subject).blocks;

const words = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'table':
        return [block.caption, ...block.rows.map((row) => row.map(({ content }) => textOf(content)).join(' | '))];
      case 'list':
        return block.items.map(textOf);
      case 'two-sides':
        return [`${block.left} … ${block.right}`.replace(/\u00a0/g, ' ')];
      default:
        return 'content' in block ? [textOf(block.content)] : [];
    }
  });

const firstCells = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(([cell]) => textOf(cell!.content)) : []));

const ABOUT = 'о качестве образования по итогам 2022/2023 учебного года (II\u00a0квартал\u00a02023\u00a0г.)';
const SETTINGS = { municipality: 'Район', organisation: 'Отдел', place: 'пгт Магдагачи' };

test('the district report is headed as ever', () => {
  const [district] = reportKinds;
  const head = words(blocksOf(district!, { ...fullData(), settings: SETTINGS }, null)).slice(0, 8);
  expect(head).toEqual([
    'Район',
    'Отдел',
    'АНАЛИТИЧЕСКАЯ СПРАВКА',
    ABOUT,
    'ПРЕДВАРИТЕЛЬНО: период открыт',
    'Сдали 2 из 2\u00a0школ.',
    '25 июня 2023 г. … пгт Магдагачи',
    '1. Кратко и решения',
  ]);
});

test('a document about a school is headed by its kind and by the school’s name', () => {
  const head = words(blocksOf(card(requisites), { ...fullData(), settings: SETTINGS }, 'two'));
  expect(head.slice(2, 5)).toEqual(['КАРТОЧКА ШКОЛЫ', 'Школа №2', expect.stringContaining('по итогам')]);
});

test('a school’s card tells of its own shares and of no share of schools, which would be of one', () => {
  const data = fullData();
  const of = new Set(data.scores.flatMap(({ by }) => ('ofSchools' in by ? [by.title] : [])));
  const told = firstCells(blocksOf(card(schoolTargets), data, 'two'));
  expect(of.size).toBeGreaterThan(0);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((title) => of.has(title))).toEqual([]);
});

test('beside the significance of a risk stands the one that data say, but not for everybody', () => {
  const entry = (numbers: Record<string, number>, texts: Record<string, string> = {}) => ({
    ...{ period: '2023-Q1', school: 'two', form: '', row: 1, numbers, texts, explanation: '', started: true },
  });
  const factor = Object.keys(programme.risks!.bounds).find((name) => name.includes('ОВЗ'))!;
  const rows: Readonly<Record<string, ReturnType<typeof entry>[]>> = {
    riskProfile: [entry({}, { factor, significance: 'низкая' })],
    context: [entry({ enrolled: 40, disabilities: 8 })],
  };
  const data = { ...fullData(), rowsOf: (_: string, form: string) => rows[form] ?? [] };
  const line = (edition: 'служебная' | 'публичная') =>
    words(blocksOf(card(risks), { ...data, edition }, 'two')).find((text) => text.startsWith(factor));
  const lowered = `${factor.charAt(0).toLowerCase()}${factor.slice(1)}`;
  expect(line('служебная')).toBe(`${factor} | низкая; по данным – высокая | – | –`);
  expect(line('публичная')).toBeUndefined();
  const open = words(blocksOf(card(risks), { ...data, edition: 'публичная' }, 'two'));
  expect(open).toContain(`Значимость «низкая», мер не назначено: ${lowered}.`);
});

test('a document about something else is headed by what it is about', () => {
  expect(words(blocksOf(card(requisites), fullData(), 'География'))).toContain('География');
});

test('its tables show that school and the district, and no other school', () => {
  const kind = card(requisites, collection, resultsBySchool, socialContext, signature);
  const blocks = blocksOf(kind, fullData(), 'two');
  expect(firstCells(blocks)).toEqual(['Школа №2', 'Район', 'Школа №2', 'Район', 'Школа №2', 'Район']);
  expect(words(blocks)).toContain('Таблица 2 – Итоги обучающихся школы и района');
  expect(words(blocks).filter((text) => text.includes('Школа №1'))).toEqual([]);
});

test('of targets it shows the school’s own facts beside those of its group, where its group has any', () => {
  const own = blocksOf(card(schoolTargets), fullData(), 'two').flatMap((block) =>
    block.kind === 'table' ? [block] : [],
  );
  expect(own.map(({ columns }) => columns.at(-1)!.title)).toEqual(['По группе, району']);
  const names = own[0]!.rows.map((row) => textOf(row[0]!.content));
  expect([names.length > 0, new Set(names).size]).toEqual([true, names.length]);
  const facts = own[0]!.rows.flatMap((row) => [row[3]!, row.at(-1)!]).map(({ content }) => textOf(content));
  expect(facts.filter((text) => text === '')).toEqual([]);
  expect(words(blocksOf(card(schoolTargets), fullData(), 'one'))).toContain(
    'Для этой школы программа плана не устанавливает.',
  );
});

test('of subjects it shows those that the school teaches, by its own figures', () => {
  const slices = ['pass-rate', 'quality-rate', 'fail-rate'].flatMap((indicator) => [
    share({ scope: 'school', school: 'two', indicator, slice: { subject: 'Алгебра' } }, 9, 30),
    share({ scope: 'school', school: 'one', indicator, slice: { subject: 'Физика' } }, 6, 30),
  ]);
  const full = fullData();
  const figures = new Map([...full.figures.values(), ...slices].map((figure) => [figureId(figure), figure] as const));
  const years = {
    ...full.years,
    threeYears: (of: Parameters<typeof figureId>[0]) => ({
      ...(figures.get(figureId({ ...of, period: full.period })) ?? { numerator: 0, denominator: 0, value: null }),
      years: 1,
    }),
  } as typeof full.years;
  const data = { ...full, figures, years, subjects: ['Алгебра', 'Физика'] };
  const blocks = blocksOf(card(subjectsOverYears), data, 'two');
  expect(firstCells(blocks)[0]).toBe('Алгебра');
  expect(firstCells(blocks)).not.toContain('Физика');
  expect(words(blocks).find((line) => line.startsWith('Алгебра'))).toContain('30,0');
});

test('corrections are those of the school', () => {
  const one = { day: '12.07.2023', row: 'Отметки: 5 А', field: '«5»', was: '1', became: 2, reason: 'ошибка' };
  const data = dataOf([], { corrections: SCHOOLS.map(({ name }) => ({ ...one, school: name })) });
  const rows = words(blocksOf(card(corrections), data, 'one')).filter((line) => line.startsWith('12.07'));
  expect(rows).toEqual([expect.stringContaining('Школа №1')]);
});

test('documents of two schools differ in what they say', () => {
  const data = dataOf([
    share({ scope: 'school', school: 'one', indicator: 'pupil-quality-rate' }, 10, 40),
    share({ scope: 'school', school: 'two', indicator: 'pupil-quality-rate' }, 30, 40),
    share({ indicator: 'pupil-quality-rate' }, 40, 80),
  ]);
  const said = (subject: string) => words(blocksOf(card(ownResults), data, subject)).slice(1);
  expect(said('one').map((line) => line.replace(/\u00a0/g, ' '))).toEqual([
    'На «4» и «5» учатся 10 из 40 обучающихся (25,0 %).',
    'По району на «4» и «5» учатся 40 из 80 обучающихся (50,0 %).',
  ]);
  expect(said('two')[0]).toContain('(75,0');
});

test('a sentence ends in one dot where the report has no table to refer to', () => {
  const part = { needs: [], blocks: () => [{ kind: 'paragraph', content: 'за 2023 г. (таблица {marks}).' } as const] };
  const plain = { needs: [], blocks: () => [{ kind: 'paragraph', content: 'выше (таблица {marks}).' } as const] };
  expect(words(blocksOf(card(part, plain), fullData(), 'one'))).toEqual(['за 2023 г.', 'выше.']);
});

test('rows of a register are those of the school itself, not of one whose key begins alike', () => {
  const row = (school: string) => ({ id: 'М-101', school });
  expect([isOf(row('s1'), 's1'), isOf(row('s10; s1'), 's1'), isOf(row('s10'), 's1')]).toEqual([true, true, false]);
});
