import { composeReport } from '../../src/report';
import { submission } from '../../src/report/kinds/submission';
import type { HandedIn } from '../../src/report/report-data';
import { dataOf } from './data';

const WHOLE: HandedIn = { at: '2023-06-12T15:40', lateDays: 0, errors: 0, questions: 1, filled: 40, expected: 40 };

function saidOf(...handedIn: (HandedIn | null)[]): { sentence: string; rows: string[][] } {
  const { collection } = dataOf([]);
  const data = dataOf([], { collection: collection.map((item, at) => ({ ...item, handedIn: handedIn[at] ?? null })) });
  const { blocks } = composeReport(submission, data, null);
  const table = blocks.find((block) => block.kind === 'table' && block.caption.includes('Сдача данных'));
  const paragraph = blocks.find(
    (block) =>
      block.kind === 'paragraph' && typeof block.content === 'string' && /школ|сведений/.test(String(block.content)),
  );
  if (table?.kind !== 'table' || paragraph?.kind !== 'paragraph') throw new Error('no part on submissions');
  return {
    sentence: String(paragraph.content).replace(/\u00a0/g, ' '),
    rows: table.rows.map((row) => row.map(({ content }) => String(content).replace(/\u00a0/g, ' '))),
  };
}

test('who was in time, who was late and who has not handed in is said by name', () => {
  const { sentence, rows } = saidOf({ ...WHOLE, lateDays: 3 }, { ...WHOLE, at: '', lateDays: null, filled: 10 });
  expect(sentence).toBe('В срок не сдала ни одна из 2 школ. Позже срока: Школа №1. Не сдали: Школа №2.');
  expect(rows).toEqual([
    ['Школа №1', '12.06.2023', '3', '100,0 %', '0', '1'],
    ['Школа №2', 'не сдано', '–', '25,0 %', '0', '1'],
  ]);
});

test('of a quarter that an earlier version closed nothing is invented', () => {
  const { sentence, rows } = saidOf(null, null);
  expect(sentence).toContain('сведений нет');
  expect(rows[0]).toEqual(['Школа №1', 'н/д', '–', '–', '–', '–']);
});
