import type { Block, RawRow } from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { TrainingDistrict } from './training-district';

const kindOf = (key: string) => reportKinds.find((kind) => kind.key === key)!;

/** Everybody in one class of one school writes «4»; half of them had a better mark in the journal. */
const suspicious = (row: RawRow): RawRow => {
  const { grade, subject, participants } = row.cells;
  if (row.form !== 'vpr' || row.school !== 'magdagachi-1' || grade !== '5' || subject !== 'Математика') return row;
  const n = Number(participants);
  const marks = { five: '0', four: String(n), three: '0', two: '0' };
  return { ...row, cells: { ...row.cells, ...marks, lowered: String(n), confirmed: '0', raised: '0' } };
};
const region = {
  ...{ id: 'И-101', kind: 'регион', indicator: 'ВПР', year: '2022/2023', grade: '5', subject: 'Математика' },
  ...{ n: 6000, five: 600, four: 1900, three: 2400, two: 1100 },
};
const district = new TrainingDistrict(['2022-Q2', '2023-Q2'], suspicious, { references: [region] });
const data = district.data('2023-Q2');

const section = (blocks: readonly Block[]): string => {
  const from = blocks.findIndex((block) => block.kind === 'heading' && String(block.content).includes('объективности'));
  const to = blocks.findIndex((block, index) => index > from && block.kind === 'heading');
  return from < 0 ? '' : JSON.stringify(blocks.slice(from, to)).replaceAll('\u00a0', ' ');
};
const textOf = (kind: string, subject: string | null) => section(composeReport(kindOf(kind), data, subject).blocks);

test('the district asks its questions with their data, in the order of the schools', () => {
  const found = data.objectivity()!;
  const own = found.questions.filter(
    ({ school, grade, subject }) => [school, grade, subject].join() === 'magdagachi-1,5,Математика',
  );
  expect(own.map(({ sign }) => sign)).toEqual(expect.arrayContaining(['Н1', 'Н2', 'Н4']));
  expect(found.withRegion).toBeGreaterThan(0);
  const text = textOf('district', null);
  expect(text).toContain('Н1: результат заметно выше регионального');
  expect(text).toContain('в регионе 2 500 из 6 000 (41,7 %)');
  expect(text).toContain('понизили отметку – ');
  expect(text).toContain('Вопрос школе: чем это можно объяснить?');
});

test('it says what Н3 and Н7 wait for, and for which works the results of the region are missing', () => {
  const text = textOf('district', null);
  expect(text).toMatch(
    /Н1, Н2: результаты региона известны по \d+ из \d+ работы?; без них эти признаки не проверяются/,
  );
  expect(text).toContain('Н3 (пик на границе отметок) ждёт распределения первичных баллов');
  expect(text).toContain('Н7 (сложные задания лучше простых) ждёт');
});

test('they are signs to be looked at, never a verdict and never about a teacher', () => {
  const text = textOf('district', null);
  expect(text).toContain('не доказывают необъективности, не относятся к педагогу и ничего не запрещают');
  expect(text).not.toMatch(/необъективность доказана|учитель|завышен/);
});

test('a school is asked its own questions only', () => {
  const own = textOf('school', 'magdagachi-1');
  expect(own).toContain('Вопросы школе');
  expect(own).toContain('понизили отметку – 35 из 35');
  expect(own).not.toContain('понизили отметку – 6 из 19');
});

test('no question stands in an edition for everybody', () => {
  const open = district.data('2023-Q2', 'публичная');
  for (const kind of reportKinds.filter(({ editions }) => editions.includes('публичная')))
    for (const subject of kind.subjects(open))
      expect(JSON.stringify(composeReport(kind, open, subject).blocks)).not.toContain('объективности');
});

test('reports on incentives and on effectiveness leave ВПР out and print the reason', () => {
  for (const key of ['order-draft', 'effectiveness']) {
    const text = JSON.stringify(composeReport(kindOf(key), data, null).blocks);
    expect(text).toMatch(/Результаты ВПР[^"]*по рекомендациям Рособрнадзора они не используются для оценки/);
    expect(text).not.toContain('vpr-');
  }
});
