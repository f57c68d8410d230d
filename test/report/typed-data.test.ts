import type { Entry, Form } from '../../src/model';
import { programme } from '../../src/programme';
import { composeReport, titleOf } from '../../src/report';
import { submission } from '../../src/report/kinds/submission';
import type { TypedForm } from '../../src/report/report-data';
import { dataOf, SCHOOLS } from './data';

const [, SCHOOL] = SCHOOLS;
const formOf = (key: string): Form => programme.forms.find((form) => form.key === key)!;
const entry = (
  numbers: Record<string, number | null>,
  texts: Record<string, string> = {},
  explanation = '',
): Entry => ({
  ...{ period: '2023-Q2', school: SCHOOL!.key, form: '', row: 1, started: true },
  ...{ numbers, texts, explanation },
});
const marks = (subject: string, five: number, valid = true, explanation = '') => ({
  entry: entry({ enrolled: 6, five, four: 2, two: null }, { grade: '5', letter: '', subject }, explanation),
  valid,
});
const TYPED: readonly TypedForm[] = [
  { form: formOf('marks'), asked: true, rows: [marks('Математика', 1), marks('Физика', 9, false, 'пересчитали')] },
  {
    form: formOf('context'),
    asked: true,
    rows: [{ entry: entry({ enrolled: 53, incompleteFamilies: 18, lowIncome: 23 }, { grade: '1-9' }), valid: true }],
  },
  { form: formOf('materialBase'), asked: true, rows: [] },
  {
    form: formOf('coverage'),
    asked: false,
    rows: [{ entry: entry({ enrolled: null }, { level: '1-9' }), valid: true }],
  },
  {
    form: formOf('staff'),
    asked: true,
    rows: [{ entry: entry({ positions: null, people: null }, { category: 'учителя' }), valid: true }],
  },
];
const data = dataOf([], { programme, typedBy: () => TYPED });
const { blocks } = composeReport(submission, data, SCHOOL!.key);
const plain = (text: unknown): string => String(text).replaceAll('\u00a0', ' ');
const tables = blocks.flatMap((block) =>
  block.kind === 'table'
    ? [
        {
          caption: plain(block.caption),
          titles: block.columns.map(({ title }) => plain(title)),
          rows: block.rows.map((row) => row.map(({ content }) => plain(content))),
        },
      ]
    : [],
);

test('the printout of a school’s tab says all that was typed, form by form, and what is wrong with it', () => {
  expect(titleOf(submission, data, SCHOOL!.key)).toMatch(
    /^Сведения школы за период, Школа №2, учебный год 2022\/23 \(II/,
  );
  expect(tables.map(({ caption }) => caption)).toEqual(['Таблица 1 – Отметки', 'Таблица 2 – Паспорт']);
  expect(tables[0]).toMatchObject({
    titles: ['Класс', 'Предмет', 'По списку, чел.', '«5»', '«4»', 'Пояснение'],
    rows: [
      ['5', 'Математика', '6', '1', '2', ''],
      ['✖ 5', 'Физика', '6', '9', '2', 'пересчитали'],
    ],
  });
});

test('a row of many long columns is printed from above to below', () => {
  expect(tables[1]).toMatchObject({
    titles: ['Графа', '1-9'],
    rows: [
      ['По списку, чел.', '53'],
      ['Детей из неполных семей', '18'],
      ['Детей из малообеспеченных семей', '23'],
    ],
  });
});

test('the head and whoever answers for the numbers sign it by hand; forms that were asked for and have no numbers are named', () => {
  const lines = blocks.flatMap((block) => (block.kind === 'two-sides' ? [plain(block.left)] : []));
  expect(lines.slice(1)).toEqual(['Директор школы', 'Ответственный за сведения', 'М. П.']);
  const said = blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(JSON.stringify(block.content))] : []));
  expect(said).toContain(`"Не заполнены: «${formOf('materialBase').title}», «${formOf('staff').title}»."`);
});

test('while the school has not handed in, its paper says so above and behind the text, whatever the period', () => {
  const handed = (submitted: boolean) => {
    const collection = data.collection.map((item) => ({ ...item, submitted }));
    return composeReport(submission, { ...data, collection }, SCHOOL!.key);
  };
  expect(handed(false).watermark).toBe('ПРЕДВАРИТЕЛЬНО');
  expect(JSON.stringify(handed(false).blocks)).toContain('ПРЕДВАРИТЕЛЬНО: сведения не сданы');
  expect(handed(true).watermark).toBeUndefined();
  expect(JSON.stringify(handed(true).blocks)).not.toContain('ПРЕДВАРИТЕЛЬНО');
});
