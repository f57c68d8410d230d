import type { RegisterRow } from '../../src/model';
import { programme } from '../../src/programme';
import { composeReport } from '../../src/report';
import { roadmap } from '../../src/report/kinds/roadmap';
import { dataOf } from './data';

const row = (number: string, status: string, more: Partial<Record<string, string | number>> = {}): RegisterRow => ({
  ...{ id: `ПЛ-${number}`, part: 'дорожная карта', number, title: `Мероприятие ${number}`, status, stage: '2' },
  ...more,
});

const PLAN: readonly RegisterRow[] = [
  row('1.1.1', 'выполнено', { stage: '1' }),
  row('1.1.1 а', 'выполнено', { stage: '1' }),
  row('2.1', 'в работе', { overdue: 86 }),
  row('2.1 а', 'не начато', { overdue: 86 }),
  row('Мера 1.1', 'в работе', { part: 'меры' }),
];

const { blocks } = composeReport(roadmap, dataOf([], { programme, registers: { plan: PLAN } }), null);
const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ').replaceAll('\u00ad', '');
const words = blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.content)] : []));

test('the roadmap is told in the same words as in the report of the district, its parts apart', () => {
  expect(words).toContain('Из 2 мероприятий дорожной карты выполнено 1, просрочено 1: 2.1.');
  expect(words).toContain('Просрочено вместе с подпунктами 2 мероприятия: 2.1, 2.1 а.');
});

test('each part of the plan and each stage has its rows by state, and the states add up to all', () => {
  const table = blocks.find((block) => block.kind === 'table' && plain(block.caption).includes('плана программы'));
  if (table?.kind !== 'table') throw new Error('no summary');
  expect(table.columns.map(({ title }) => plain(title))).toEqual([
    ...['Часть плана', 'Всего', 'выполнено', 'в работе', 'не начато', 'из них просрочено'],
  ]);
  expect(table.rows.map((cells) => cells.map(({ content }) => plain(content)))).toEqual([
    ['Дорожная карта: мероприятия', '2', '1', '1', '0', '1'],
    ['Дорожная карта: подпункты', '2', '1', '0', '1', '1'],
    ['Управленческие меры', '1', '0', '1', '0', '0'],
    ['Дорожная карта с подпунктами по этапам программы'],
    ['Этап 1', '2', '2', '0', '0', '0'],
    ['Этап 2', '2', '0', '1', '1', '2'],
  ]);
});
