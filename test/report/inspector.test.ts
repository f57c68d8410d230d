import type { Block, Content, Edition } from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { dataOf } from './data';
import { TrainingDistrict } from './training-district';

/** What somebody finds who reads the documents with the order beside him. */
const district = new TrainingDistrict(['2022-Q2', '2022-Q3', '2022-Q4', '2023-Q2', '2023-Q3', '2023-Q4']);
const kindOf = (key: string) => reportKinds.find((kind) => kind.key === key)!;
type Table = Extract<Block, { kind: 'table' }>;

const plain = (content: Content): string =>
  (typeof content === 'string' ? content : content.map(({ text }) => text).join(''))
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u00ad', '');

function documentOf(kind: string, period: string, edition: Edition, subject: string | null = null) {
  const { blocks } = district
    .documents(kindOf(kind), period, edition)
    .find((made) => (made.subject ?? null) === subject)!;
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  const table = (caption: string): Table => tables.find((one) => one.caption.includes(caption))!;
  return {
    text: JSON.stringify(blocks).replaceAll('\u00a0', ' '),
    tables,
    table,
    heads: (caption: string) => table(caption).columns.map(({ title }) => plain(title)),
    rows: (caption: string) => table(caption).rows.map((row) => row.map(({ content }) => plain(content))),
  };
}

const year = documentOf('district', '2023-Q2', 'служебная');
const yearForAll = documentOf('district', '2023-Q2', 'публичная');
const half = documentOf('district', '2022-Q4', 'служебная');
const halfForAll = documentOf('district', '2023-Q4', 'публичная');
const summer = documentOf('district', '2023-Q3', 'служебная');
const card = documentOf('school', '2023-Q2', 'служебная', 'kuznetsovo');
const cardForAll = documentOf('school', '2023-Q2', 'публичная', 'kuznetsovo');

const TARGETS = 'Целевые индикаторы программы: план и факт';

test('a deviation from the plan names what it counts: children, schools, documents, equipment', () => {
  const unitOf = ({ rows }: typeof half, title: string) =>
    rows(TARGETS)
      .find(([first]) => first === title)![6]!
      .replace(/^[+−]?[\d ]+/, '');
  expect(unitOf(year, 'Качество знаний обучающихся')).toBe('чел.');
  expect(unitOf(half, 'Доля школ-участниц с действующим партнёром')).toBe('шк.');
  expect(unitOf(half, 'Фонд оценочных средств муниципалитета')).toBe('ед.');
  expect(unitOf(half, 'Обновление материальной базы за год')).toBe('ед.');
  expect(half.heads(TARGETS)).not.toContain('Откл., чел.');
  expect(half.table(TARGETS).note).toContain('Сокращения: шк. – школы; ед. – документы, наборы, оборудование.');
});

test('targets of the schools of the programme stand before the district’s, whatever has data', () => {
  for (const made of [year, yearForAll, half, halfForAll]) {
    const owners = made.rows(TARGETS).flatMap((row) => (row.length === 1 ? row : []));
    expect(owners).toEqual(['Школы – участницы программы', 'Район']);
  }
});

test('for everybody there is no column of baselines, which are not told there', () => {
  expect(yearForAll.heads(TARGETS)).not.toContain('Исходное');
  expect(cardForAll.heads(TARGETS)).not.toContain('Исх.');
  expect(documentOf('final', '2023-Q2', 'публичная').text).not.toContain('Исходные значения');
});

test('the share of marks never bears the name of the share of pupils', () => {
  expect(year.heads('Отметки по школам')).toContain('Доля «4» и «5», %');
  expect(year.heads('Отметки по школам').join()).not.toContain('Качество знаний');
  expect(year.table('Отметки по предметам').note).toContain('СОУ – степень обученности учащихся');
});

test('shares of children are called children’s', () => {
  expect(year.heads('Социальный контекст')).toEqual(
    expect.arrayContaining(['Дети, у которых есть родитель с высшим образованием, %', 'Дети из неполных семей, %']),
  );
});

test('of one pupil it is said that he does not pass, of several that they do not', () => {
  expect(year.text).toMatch(/Не успевает или не аттестован 1 из \d/);
  expect(year.text).toMatch(/Не успевают или не аттестованы 2 из \d/);
  expect(year.text).not.toMatch(/[Нн]е успевают или не аттестованы 1 из/);
});

test('a note does not explain rows that the table does not have', () => {
  expect(year.table('по уровням образования').note).toBe('1 класс не аттестуется. Сложены итоги классов.');
  expect(yearForAll.heads('по уровням образования, район')).not.toContain('Школы');
});

test('what the mark of small numbers means is said only below a table that has it', () => {
  const marked = ({ rows }: Table) =>
    rows.some((row) => row.some(({ content }) => /\d\*$| из \d$/.test(plain(content))));
  for (const made of [year, half, summer, card])
    for (const table of made.tables.filter(({ note }) => note?.includes('Малая численность')))
      expect([table.caption, marked(table)]).toEqual([table.caption, true]);
});

test('what a school is not asked for is not said to be missing', () => {
  expect(plain(half.table('Русский язык и математика').note!)).toMatch(
    /Сведения не запрашивались: МОБУ Магдагачинская СОШ №1,/,
  );
  expect(half.table('Русский язык и математика').note).not.toContain('Нет данных');
  expect(summer.table('Результаты ЕГЭ').note ?? '').not.toMatch(/ООШ/);
});

test('basic mathematics, which has no points, shows a dash and not missing data', () => {
  const basic = summer.rows('Результаты ЕГЭ').find(([subject]) => subject === 'Математика (базовая)')!;
  expect(basic.slice(3)).toEqual(['–', '–']);
});

test('an abbreviation keeps its capitals in the middle of a sentence', () => {
  const autumn = documentOf('school', '2023-Q3', 'служебная', 'kuznetsovo');
  for (const { text } of [card, autumn]) expect(text).not.toMatch(/(?:по|балл) (?:впр|огэ|егэ)/);
  expect(card.text).toContain('средний балл по ВПР');
});

test('a card speaks of itself, names the new recommendations so, and the authors of bounds as what they are', () => {
  expect(card.text).toContain('Новые рекомендации');
  expect(card.text).not.toMatch(/этой справки|авторами книги/);
});

test('the first page for everybody says how the roadmap goes, whatever else the quarter brings', () => {
  const plan = [{ id: 'ПЛ-1', part: 'дорожная карта', number: '1.1.2', title: 'Мероприятие', status: 'в работе' }];
  const { blocks } = composeReport(kindOf('district'), dataOf([], { edition: 'публичная', registers: { plan } }), null);
  const told = blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(plain) : []));
  expect(told).toContain('Из 1 мероприятия дорожной карты в работе 1.');
});

test('the final report’s chart stands behind the texts and tables of its section: no page is left half empty for it', () => {
  const plan = ['1.1.1', '2.1'].map((number, index) => ({
    ...{ id: `ПЛ-${index}`, part: 'дорожная карта', number, title: 'Мероприятие', status: 'в работе' },
    section: `${number[0]}. Раздел`,
  }));
  const documents = [{ id: 'Д-01', number: '6', title: 'Проект школы', status: 'проект' }];
  const { blocks } = composeReport(kindOf('final'), dataOf([], { registers: { plan, documents } }), null);
  const from = blocks.findIndex(
    (block) => block.kind === 'heading' && plain(block.content).includes('Дорожная карта и документы'),
  );
  const own = blocks.slice(from + 1).map(({ kind }) => kind);
  const next = own.indexOf('heading');
  expect(own.slice(0, next).at(-1)).toBe('chart');
  expect(own.slice(0, next)).toContain('table');
});

test('a card of the summer tells how the last year ended, and has no section that only says there is nothing', () => {
  const { text } = documentOf('school', '2023-Q3', 'служебная', 'kuznetsovo');
  expect(text).toContain('2. Итоги прошлого учебного года');
  expect(text).toMatch(/После пересдач программу прошлого учебного года не освоили? \d из \d+ обучающ/);
  expect(text).toMatch(/Получили аттестат \d из \d/);
  expect(text).not.toContain('Данных за период нет');
});
