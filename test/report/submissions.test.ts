import { composeReport } from '../../src/report';
import { submission } from '../../src/report/kinds/submission';
import type { HandedIn, ReportData } from '../../src/report/report-data';
import { PERIOD } from '../build';
import { dataOf } from './data';

const WHOLE: HandedIn = {
  ...{ at: '2023-06-12T15:40', lateDays: 0, returns: 0, returnedAt: '' },
  ...{ errors: 0, questions: 1, filled: 40, expected: 40 },
};
const OWED: HandedIn = { ...WHOLE, at: '', lateDays: null };

const plain = (text: unknown): string => String(text).replace(/\u00a0/g, ' ');

function saidOf(
  handedIn: readonly (HandedIn | null)[],
  before: ReportData['quarters'] = [],
): { sentences: string[]; rows: string[][]; quarters: string[][] } {
  const { collection } = dataOf([]);
  const data = dataOf([], {
    collection: collection.map((item, at) => ({ ...item, handedIn: handedIn[at] ?? null })),
    quarters: [...before, { period: PERIOD, bySchool: { one: handedIn[0] ?? null, two: handedIn[1] ?? null } }],
  });
  const { blocks } = composeReport(submission, data, null);
  const rowsOf = (caption: string): string[][] =>
    blocks
      .flatMap((block) => (block.kind === 'table' && block.caption.includes(caption) ? block.rows : []))
      .map((row) => row.map(({ content }) => plain(content)));
  const paragraphs = blocks.flatMap((block) =>
    block.kind === 'paragraph' && typeof block.content === 'string' ? [plain(block.content)] : [],
  );
  return { sentences: paragraphs, rows: rowsOf('Сдача данных по школам'), quarters: rowsOf('по кварталам') };
}

test('who was in time, who was late and who has not handed in is said by name', () => {
  const { sentences, rows } = saidOf([
    { ...WHOLE, lateDays: 3 },
    { ...OWED, filled: 10 },
  ]);
  expect(sentences).toContain('В срок не сдала ни одна из 2 школ. Позже срока: Школа №1. Не сдали: Школа №2.');
  expect(sentences).toContain('На исправление ничего не возвращали.');
  expect(rows).toEqual([
    ['Школа №1', '12.06.2023', '3', '0', '100,0 %', '0', '1'],
    ['Школа №2', 'не сдано', '–', '0', '25,0 %', '0', '1'],
  ]);
});

test('whose data were given back, how often and whether they came again is said by name', () => {
  const { sentences, rows } = saidOf([
    { ...WHOLE, returns: 2 },
    { ...OWED, returns: 1, returnedAt: '2023-06-14T09:00' },
  ]);
  expect(sentences).toContain(
    'На исправление возвращали: Школа №1 – 2 раза (сдала снова 12.06.2023), Школа №2 – 1 раз (снова не сдала).',
  );
  expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
    ['Школа №1', 'повторно 12.06.2023', '0', '2'],
    ['Школа №2', 'возвращено 14.06.2023', '–', '1'],
  ]);
});

test('quarter by quarter each school is told in time, late, given back or owing', () => {
  const { quarters } = saidOf(
    [WHOLE, { ...OWED, returns: 1, returnedAt: '2023-06-14T09:00' }],
    [{ period: '2023-Q1', bySchool: { one: { ...WHOLE, lateDays: 3, returns: 1 } } }],
  );
  expect(quarters).toEqual([
    ['Школа №1', 'на 3 дня позже, возвратов 1', 'в срок'],
    ['Школа №2', '–', 'возвращено, возвратов 1'],
  ]);
  expect(saidOf([WHOLE, WHOLE]).quarters).toEqual([]);
});

test('of a quarter that an earlier version closed nothing is invented', () => {
  const { sentences, rows } = saidOf([null, null]);
  expect(sentences.join()).toContain('сведений нет');
  expect(sentences.join()).not.toContain('возвращали');
  expect(rows[0]).toEqual(['Школа №1', 'н/д', '–', '–', '–', '–', '–']);
});
