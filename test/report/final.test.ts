import type { Block, SchoolImprovement, ScoreLine } from '../../src/model';
import { composeReport, reportKinds } from '../../src/pipeline';
import { programme } from '../../src/programme';
import type { ReportData } from '../../src/report';
import { lineTitle } from '../../src/report/parts/targets';
import { resultText } from '../../src/report/words/targets';
import { dataOf, SCHOOLS } from './data';
import { TrainingDistrict } from './training-district';

const kindOf = (key: string) => reportKinds.find((kind) => kind.key === key)!;
const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks).replaceAll('\u00a0', ' ');
const textIn = (content: unknown): string =>
  typeof content === 'string' ? content : (content as { text: string }[]).map(({ text }) => text).join('');
const headings = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [String(block.content)] : []));

describe('the final report', () => {
  const district = new TrainingDistrict(['2020-Q2', '2020-Q3', '2021-Q2', '2022-Q2', '2022-Q4', '2023-Q2', '2023-Q3']);
  const [own] = district.documents(kindOf('final'), '2023-Q3', 'служебная');
  const [open] = district.documents(kindOf('final'), '2023-Q3', 'публичная');

  test('has contents and twelve sections in the order of the programme', () => {
    expect(own!.blocks.findIndex(({ kind }) => kind === 'contents')).toBeLessThan(
      own!.blocks.findIndex(({ kind }) => kind === 'heading'),
    );
    expect(headings(own!.blocks).slice(0, 12)).toEqual([
      '1. Кратко',
      '2. Программа, школы, исходное состояние',
      '3. Целевые индикаторы',
      '4. Ожидаемые результаты',
      '5. Разрыв между группами школ',
      '6. Управление, преподавание, условия',
      '7. Педагогические коллективы',
      '8. Дорожная карта и документы',
      '9. Эффект мер',
      '10. Школы',
      '11. Лучшие практики',
      '12. Выводы и предложения к следующей программе',
    ]);
    expect(headings(own!.blocks)[12]).toMatch(/^Приложение 1\. Разрывы рядов$/);
  });

  test('tells the gap between the groups year by year, with its interval and how far schools are apart', () => {
    const table = own!.blocks.find((block) => block.kind === 'table' && block.caption.includes('Качество знаний'));
    const rows = table?.kind === 'table' ? table.rows.map((row) => row.map(({ content }) => content)) : [];
    expect(rows.map(([year]) => year)).toEqual(['2020', '2021', '2022', '2023']);
    expect(rows[0]![3]).toMatch(/^\d+,\d$/);
    expect(rows[0]![4]).toMatch(/^−?\d+,\d…\d+,\d$/);
    expect(rows[0]![5]).toMatch(/^\d+,\d–\d+,\d$/);
  });

  test('tells the staff of the quarter in which it is counted, in both tables alike', () => {
    const rowOf = (caption: string) => {
      const table = own!.blocks.find((block) => block.kind === 'table' && block.caption.includes(caption));
      const rows = table?.kind === 'table' ? table.rows.map((row) => row.map(({ content }) => textIn(content))) : [];
      return rows.find(([title]) => title === 'Доля владеющих современными методиками')!;
    };
    const years = rowOf('Преподавание').filter((cell) => /^\d+,\d$/.test(cell));
    expect(years).toHaveLength(2);
    expect(rowOf('Целевые индикаторы')).toContain(years[1]);
  });

  test('says of a measure what was found before it, so that its numbers are of somebody', () => {
    const row = {
      ...{ id: 'Р-7', school: SCHOOLS[0]!.key, finding: 'С одной «3» – 5 обучающихся', recommendation: 'План' },
      ...{ status: 'выполнено', before: 18, beforeOf: 40, after: 21, afterOf: 41, effect: 'не выявлен' },
      origin: `2022-Q2|${SCHOOLS[0]!.key}|ОО|reserve|pupil-quality-rate|part`,
    };
    const { blocks } = composeReport(kindOf('final'), dataOf([], { registers: { actions: [row] } }), null);
    expect(textOf(blocks)).toContain('С одной «3» – 5 обучающихся. План (было и стало: на «4» и «5» учатся)');
  });

  test('for everybody has neither schools, nor measures, nor how far schools are apart', () => {
    expect(headings(open!.blocks).join()).not.toMatch(/Школы,|Эффект мер|коллективы|практики/);
    expect(textOf(open!.blocks)).not.toContain('Школы: от и до');
  });
});

describe('the draft of an order', () => {
  const tested = (...verdicts: SchoolImprovement['verdict'][]): SchoolImprovement[] =>
    verdicts.map((verdict, index) => ({
      school: SCHOOLS[index]!.key,
      results: [2021, 2022, 2023].map((year, at) => ({
        period: `${year}-Q2`,
        numerator: 40 + 20 * at,
        denominator: 200,
      })),
      change: { difference: 20, low: 11.2, high: 28.3 },
      grows: true,
      verdict,
      subjects: verdict === 'met' ? ['Алгебра', 'Русский язык'] : [],
    }));
  const years = dataOf([]).years;
  const draft = (...verdicts: SchoolImprovement['verdict'][]) => {
    const data: ReportData = dataOf([], { programme, years: { ...years, improvements: () => tested(...verdicts) } });
    return textOf(composeReport(kindOf('order-draft'), data, null).blocks);
  };

  test('names the school with its subjects, no teacher, and leaves the names to the department', () => {
    const text = draft('met', 'not met');
    expect(text).toContain('п р и к а з ы в а ю:');
    expect(text).toContain('улучшение учебных результатов: Школа №1.');
    expect(text).toContain('Школа №1 (по алгебре, русскому языку): [Ф. И. О. вносит отдел].');
    expect(text).toContain('Контроль за исполнением приказа');
  });

  test('is no order where no school meets the rule, and says who does preliminarily', () => {
    expect(draft('not met', 'too few pupils')).toContain('Школ, отвечающих правилу, нет. Текст приказа не составлен');
    expect(draft('not met', 'preliminary')).toContain('Школ, отвечающих правилу, нет; предварительно – Школа №2.');
    expect(draft('not met', 'preliminary')).not.toContain('п р и к а з ы в а ю');
  });

  test('is signed by the head of the department; that there is nothing to order, by who has prepared it', () => {
    const settings = {
      ...{ 'signatory-position': 'Начальник', 'signatory-name': 'А. А. Первый' },
      ...{ 'prepared-position': 'Директор', 'prepared-name': 'Б. Б. Вторая' },
    };
    const signedBy = (verdict: SchoolImprovement['verdict']) => {
      const data = dataOf([], { programme, settings, years: { ...years, improvements: () => tested(verdict) } });
      return composeReport(kindOf('order-draft'), data, null).blocks.flatMap((block) =>
        block.kind === 'two-sides' ? [block.left] : [],
      );
    };
    expect(signedBy('met')).toContain('Начальник');
    expect(signedBy('met')).not.toContain('Директор');
    expect(signedBy('not met')).toContain('Директор');
  });

  test('is preliminary while the period is open', () => {
    expect(draft('met')).toContain('ПРЕДВАРИТЕЛЬНО: период открыт');
  });

  test('prints the rule and every school that was tested, met or not, and why ВПР are left out', () => {
    const text = draft('met', 'too few pupils');
    expect(text).toContain('95-процентный интервал (метод Ньюкомба) не содержит нуля');
    expect(text).toContain('Результаты ВПР не учитываются: по рекомендациям Рособрнадзора');
    for (const counts of ['40 из 200 (20,0 %)', '60 из 200 (30,0 %)', '80 из 200 (40,0 %)'])
      expect(text).toContain(counts);
    expect(text).toContain('по годам (учебный год)');
    expect(text).toContain('отвечает правилу');
    expect(text).toContain('мало обучающихся');
  });
});

test('schools are tested over years of results of one kind, those of the time before the programme preliminarily', () => {
  const district = new TrainingDistrict(['2020-Q2', '2021-Q2', '2022-Q2', '2023-Q2']);
  const tested = district.data('2023-Q2').years.improvements();
  expect(tested.map(({ school }) => school)).toEqual(district.periods[0]!.schools.map(({ key }) => key));
  expect(tested[0]!.results.map(({ period }) => period)).toEqual(['2020-Q2', '2021-Q2', '2022-Q2', '2023-Q2']);
  const [row] = tested;
  const references = [
    {
      ...{ id: 'И-101', kind: 'исходное значение', year: '2018/2019', indicator: 'Качество знаний обучающихся' },
      ...{ school: row!.school, numerator: 50, denominator: 300 },
    },
  ];
  const early = new TrainingDistrict(['2020-Q2'], undefined, { references });
  expect(early.data('2020-Q2').years.improvements()[0]!.verdict).toBe('preliminary');
});

test("a school's card adds up three years of each subject, for what needs attention", () => {
  const district = new TrainingDistrict(['2020-Q2', '2021-Q2', '2022-Q2', '2023-Q2']);
  const kind = kindOf('school');
  const { blocks } = composeReport(kind, district.data('2023-Q2'), 'tolbuzino');
  const table = blocks.find((block) => block.kind === 'table' && block.caption.includes('за три года вместе'));
  const rows = table?.kind === 'table' ? table.rows.map((row) => row.map(({ content }) => String(content))) : [];
  const all = rows.map(([subject]) => subject!);
  expect(all.slice(-2)).toEqual(['Все предметы', 'Район, все предметы']);
  const subjects = all.slice(0, -2);
  expect(subjects).toEqual([...subjects].sort((a, b) => a.localeCompare(b, 'ru')));
  const [, , , , , years, quality] = rows.find(([subject]) => subject === 'Русский язык')!;
  const own = ['2021-Q2', '2022-Q2', '2023-Q2'].map(
    (key) =>
      district.periods
        .find((period) => period.key === key)!
        .results.figures.find(
          ({ school, slice, indicator }) =>
            school === 'tolbuzino' && slice?.subject === 'Русский язык' && indicator === 'quality-rate',
        )!,
  );
  const sum = (key: 'numerator' | 'denominator') => own.reduce((total, figure) => total + figure[key], 0);
  expect([years, quality!.replaceAll('\u00a0', ' ')]).toEqual([
    '3',
    expect.stringMatching(`^${sum('numerator')} из ${sum('denominator')} \\(`),
  ]);
});

test('what is judged too early is neither reached nor missed, in no place of the final report', () => {
  const full = new TrainingDistrict(['2020-Q2', '2021-Q2']).data('2021-Q2');
  // Two years, the second below the first.
  const ofTwoYears = (line: ScoreLine): ScoreLine =>
    line.target.id === 'ER7-pupils' ? { ...line, met: false, years: [...line.years, ...line.years] } : line;
  const data = { ...full, scores: full.scores.map(ofTwoYears) };
  const told = JSON.stringify(composeReport(kindOf('final'), data, null).blocks).replaceAll('\u00a0', ' ');
  const early = data.scores.filter(
    (line) => line.school === undefined && line.fact !== null && resultText(line) === 'судить рано',
  );
  expect(early.length).toBeGreaterThan(0);
  const lists = told.match(/(?:не достигнут[ыо]|Не достигнуты|не достигнуто): [^"]*/g) ?? [];
  expect(lists.length).toBeGreaterThan(0);
  for (const line of early) expect(lists.filter((text) => text.includes(`«${lineTitle(line)}»`))).toEqual([]);
});
