import type { RegisterRow } from '../../src/model';
import { composeReport } from '../../src/report';
import { evidence } from '../../src/report/kinds/evidence';
import { periodOf } from '../../src/report/parts/evidence-papers';
import { dataOf } from './data';

const paper = (number: string, more: Partial<Record<string, string>> = {}): RegisterRow => ({
  id: `Д-${number}`,
  ...{ number, title: `Документ ${number}`, school: 'район', status: 'утверждён', regNo: '7', electronic: '' },
  ...more,
});

/** Rows of the table of positions below the head of one, and what the whole says is to be prepared. */
function said(documents: readonly RegisterRow[], registers: Record<string, readonly RegisterRow[]> = {}) {
  const data = dataOf([], { day: '2023-12-25', registers: { documents, ...registers } });
  const { blocks } = composeReport(evidence, data, null);
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const rows = tables.find(({ caption }) => caption.includes('Девять позиций'))!.rows;
  const words = (row: (typeof rows)[number]) => row.map(({ content }) => String(content).replaceAll('\u00a0', ' '));
  const underHead = (title: string) => {
    const at = rows.findIndex(([first]) => String(first?.content).includes(`. ${title}:`));
    const next = rows.findIndex((row, index) => index > at && row.length === 1);
    return rows.slice(at, next < 0 ? undefined : next);
  };
  return {
    position: (title: string) => underHead(title).map(words),
    links: (title: string) => underHead(title).flatMap((row) => row.flatMap(({ link }) => link ?? [])),
    text: blocks.flatMap((block) => (block.kind === 'paragraph' ? [String(block.content)] : [])).join('\n'),
    chain: tables.find(({ caption }) => caption.includes('Рекомендации'))?.rows.map(words) ?? [],
  };
}

test('a document stands with its day, number, period and a link that opens it', () => {
  const link = 'https://example.org/27';
  const { position, links } = said([paper('27', { signedOn: '2023-07-15', regNo: '58', electronic: link })]);
  expect(position('Управленческие решения')).toEqual([
    ['8. Управленческие решения: есть'],
    ['Документ 27', '15.07.2023', '№ 58', 'учебный год 2022/23', 'открыть', 'есть'],
  ]);
  expect(links('Управленческие решения')).toEqual([link]);
});

test('results are of the quarter before their paper, what stands is of its day on', () => {
  expect(periodOf(paper('27', { signedOn: '2023-02-10' }))).toBe('I полугодие 2022/23');
  expect(periodOf(paper('24', { signedOn: '2021-11-19' }))).toBe('2021/22 учебный год');
  expect(periodOf(paper('10', { signedOn: '2020-03-16' }))).toBe('с 2020 г., действует');
  expect(periodOf(paper('27'))).toBe('–');
});

test('results older than a year are out of date, a programme and a model hold until they are replaced', () => {
  const { position, text } = said([
    paper('1', { signedOn: '2019-12-25' }),
    paper('19', { signedOn: '2021-04-12' }),
    paper('22', { status: 'проект' }),
  ]);
  expect(position('Цель')[0]).toEqual(['1. Цель: есть']);
  expect(position('Мониторинг показателей')[0]).toEqual(['4. Мониторинг показателей: устарел']);
  expect(position('Управленческие решения')).toEqual([
    ['8. Управленческие решения: нет'],
    ['Документ 22', '–', '–', '–', '–', 'проект'],
  ]);
  expect(text).toContain('До проверки нужно утвердить «Документ 22»; обновить «Документ 19».');
});

test('an old paper need not be renewed where another still shows the position', () => {
  const { text } = said([paper('3', { signedOn: '2020-01-30' }), paper('7', { signedOn: '2020-05-15' })]);
  expect(text).toContain('Все позиции подтверждены действующими документами.');
});

test('a document that schools are without names them', () => {
  const { position } = said([
    paper('24', { school: 'one', status: 'нет' }),
    paper('24', { school: 'two', status: 'нет' }),
  ]);
  expect(position('Адресные рекомендации')[1]![0]).toBe('Документ 24, Школа №1, Школа №2');
});

test('of a large district the papers of its schools are counted in one line', () => {
  const audits = Array.from({ length: 9 }, (_, at) =>
    paper('24', { id: `Д-2${at}`, school: `s${at}`, signedOn: `2023-10-1${at}` }),
  );
  expect(said(audits).position('Адресные рекомендации').slice(1)).toEqual([
    ['Документ 24: утверждено 9', '18.10.2023', '–', '2023/24 учебный год', '–', 'есть'],
  ]);
  const none = audits.map((row) => ({ ...row, status: 'нет' }));
  expect(said(none).position('Адресные рекомендации')[1]![0]).toBe('Документ 24, 9 школ');
});

test('sets of the fund stand in one line, a tab with how much stands on it', () => {
  const set = { subject: 'Химия', signedOn: '2023-10-17' };
  const { position } = said([paper('11', { ...set, electronic: 'https://example.org' }), paper('11', set)], {
    actions: [{ id: 'Р-101', finding: 'Вывод' }],
  });
  expect(position('Методы сбора и обработки информации')[1]![0]).toBe(
    'Фонд оценочных средств: наборов 2, из них в электронной форме 1',
  );
  expect(position('Адресные рекомендации')[1]![0]).toBe('Вкладка «Рекомендации и меры»: записей 1');
});

test('the decision of a recommendation is named by its id and by the number of its paper', () => {
  const { chain } = said([paper('27', { signedOn: '2021-08-20', regNo: '66' })], {
    actions: [{ id: 'Р-101', addressee: 'ОО', school: 'two', finding: 'Вывод', decision: 'Д-27' }],
  });
  expect(chain[0]!.slice(0, 5)).toEqual(['Р-101', 'ОО, Школа №2', 'Вывод', '–', 'Д-27\n№ 66 от 20.08.2021']);
});
