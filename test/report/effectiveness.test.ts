import { figureId } from '../../src/model';
import { programme } from '../../src/programme';
import { composeReport, type ReportData } from '../../src/report';
import { effectiveness } from '../../src/report/kinds/effectiveness';
import { fullData, SCHOOLS, share } from './data';

const plain = (text: unknown): string =>
  String(text)
    .replace(/[\u00a0]/g, ' ')
    .replace(/\u00ad/g, '');

function listOf(data: ReportData) {
  const { blocks } = composeReport(effectiveness, data, null);
  const table = blocks.find((block) => block.kind === 'table');
  const rows = table?.kind === 'table' ? table.rows.map((row) => row.map(({ content }) => plain(content))) : [];
  return { rows, titles: rows.map(([, title]) => title), text: plain(JSON.stringify(blocks)) };
}

/** As everywhere forty, but of one indicator so many in each of the two schools. */
function withWholes(indicator: string, wholes: readonly number[]): ReportData {
  const data = fullData(programme);
  const own = new Map(
    SCHOOLS.map(({ key: school }, index) => {
      const figure = share({ scope: 'school', school, indicator }, 1, wholes[index]!);
      return [figureId(figure), figure];
    }),
  );
  const figures = { get: (id: string) => own.get(id) ?? data.figures.get(id), values: () => data.figures.values() };
  return { ...data, figures };
}

test('the list has what the programme asks for and what each school is told first, each thing once', () => {
  const { titles } = listOf(fullData(programme));
  expect(titles).toEqual(
    expect.arrayContaining(['Качество знаний обучающихся', 'Доля выпускников, получивших аттестат']),
  );
  expect(titles).not.toEqual(expect.arrayContaining(['СОУ']));
  expect(titles.length).toBeLessThanOrEqual(20);
});

test('conditions and ВПР are not what a school or its head is judged by', () => {
  const { titles } = listOf(fullData(programme));
  expect(titles.filter((title) => /семей|ИСБШ|учёте|ВПР/.test(title!))).toEqual([]);
});

test('each indicator says whose it is, what is planned, what proves it, and leaves points to the office', () => {
  const { rows } = listOf(fullData(programme));
  const lineOf = (title: string) => rows.find((row) => row[1] === title)!.slice(3);
  expect(lineOf('Качество знаний обучающихся')).toEqual([
    'форма «Итоги обучающихся»\nI, II, IV квартал',
    'ОО',
    'не менее 30 %',
    'протокол педсовета',
    '',
  ]);
  expect(lineOf('Доля обученных управлению качеством').slice(1, 3)).toEqual(['руководитель', '100 %']);
  expect(rows.filter((row) => row[6] === '')).toEqual([]);
});

test('where the order asks for plans in all schools, no school has to put every child on one', () => {
  const { rows } = listOf(fullData(programme));
  expect(rows.find((row) => /индивидуальному/.test(row[1]!))?.[5]).toBe('рост');
});

test('an indicator that rests on fewer than ten in most schools is left out by name, in one school it is not applied there', () => {
  const most = listOf(withWholes('oge-pass-rate', [7, 9]));
  expect(most.titles).not.toContain('Успеваемость по ОГЭ');
  expect(most.text).toContain('Поэтому не вошли: «Успеваемость по ОГЭ».');
  const one = listOf(withWholes('oge-pass-rate', [40, 9]));
  expect(one.titles).toContain('Успеваемость по ОГЭ');
  expect(one.text).toMatch(/№ \d+ «Успеваемость по ОГЭ» – Школа №2\./);
});
