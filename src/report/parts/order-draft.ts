import {
  aboutResults,
  formatPoints,
  type ImprovementVerdict,
  NBSP,
  resultsTitle,
  type SchoolImprovement,
  schoolYear,
  type YearResult,
} from '../../model';
import { NONE } from '../figure-text';
import type { Part, PartBlock, PartTable } from '../kind';
import { namesOf, type ReportData } from '../report-data';
import { centred, centredColumn, ended, leftColumn, paragraph, textCell } from '../texts';
import { noneOfSchools } from '../words/sentences';
import { plainCounts } from '../words/shares';
import { bySubject } from '../words/subjects';
import { prepared } from './signature';

const VERDICTS: Readonly<Record<ImprovementVerdict, string>> = {
  met: 'отвечает правилу',
  preliminary: 'предварительно: результатов меньше трёх',
  'not met': 'не отвечает правилу',
  'too few results': 'мало результатов',
  'too few pupils': 'мало обучающихся',
};

const withVerdict = (data: ReportData, verdict: ImprovementVerdict): SchoolImprovement[] =>
  data.years.improvements().filter((item) => item.verdict === verdict);

const listed = (data: ReportData, found: readonly SchoolImprovement[]): string =>
  namesOf(
    data,
    found.map(({ school }) => school),
  );

/** Whose order it is, of which day and number: those the office writes in. */
export const orderHead: Part = {
  needs: [],
  blocks: ({ settings, period, closed }) => [
    centred(settings.municipality ?? ''),
    { ...centred(settings.organisation ?? '', true), spaceAfter: 12 },
    { kind: 'title', content: 'ПРОЕКТ ПРИКАЗА' },
    ...(settings.note ? [centred(settings.note, true)] : []),
    ...(closed ? [] : [centred('ПРЕДВАРИТЕЛЬНО: период открыт', true)]),
    { kind: 'two-sides', left: '«___» ____________ 20__ г.', right: `№${NBSP}_____`, spaceBefore: 12 },
    centred(settings.place ?? ''),
    {
      ...centred(`О школах с максимальным и стабильным улучшением учебных результатов ${aboutResults(period)}`, true),
      spaceAfter: 12,
    },
  ],
};

/** The draft itself, where a school meets the rule; where none does, that there is nothing to be ordered. */
export const orderText: Part = {
  needs: [],
  blocks: (data) => {
    const met = withVerdict(data, 'met');
    return met.length === 0 ? nobody(data) : [...ordered(data, met), ...signed(data)];
  },
};

function nobody(data: ReportData): PartBlock[] {
  const early = withVerdict(data, 'preliminary');
  const words = early.length === 0 ? '' : `; предварительно – ${listed(data, early)}`;
  return [
    paragraph(`${ended(`Школ, отвечающих правилу, нет${words}`)} Текст приказа не составлен${atAppendix()}.`),
    ...prepared(data),
  ];
}

/** The rule and the schools stand in the appendix. */
const atAppendix = (): string => ' (правило отбора и проверенные школы – в приложении)';

function ordered(data: ReportData, met: readonly SchoolImprovement[]): PartBlock[] {
  const names = listed(data, met);
  const staff = met.map(({ school, subjects }) => {
    const what = subjects.length > 0 ? `по ${subjects.map(bySubject).join(', ')}` : 'предметы – по представлению школы';
    return `${namesOf(data, [school])} (${what})`;
  });
  return [
    paragraph(
      `На основании результатов мониторинга ${aboutResults(data.period)} и дорожной карты программы, п.${NBSP}3.1 (${data.programme.basis}),`,
    ),
    { kind: 'paragraph', content: 'п р и к а з ы в а ю:', indent: false },
    {
      kind: 'list',
      numbered: true,
      items: [
        `Признать школами, показавшими максимальное и стабильное улучшение учебных результатов: ${ended(names)}`,
        `Стимулировать педагогов, которые внесли вклад в улучшение: ${staff.join('; ')}: [Ф. И. О. вносит отдел].`,
        `Расширить проект: руководителям названных школ представить описание практик, которые привели к улучшению, и провести открытые занятия для школ программы в течение учебного года.`,
        'Контроль за исполнением приказа оставляю за собой.',
      ],
    },
  ];
}

/** Orders are signed by the head of the department. */
const signed = ({ settings }: ReportData): PartBlock[] => [
  {
    kind: 'two-sides',
    left: settings['signatory-position'] ?? '',
    right: settings['signatory-name'] ?? '',
    spaceBefore: 24,
  },
  { kind: 'paragraph', content: `Исполнитель: ${settings.author ?? ''}`, align: 'left' },
];

const RULE = [
  'Сравниваются результаты одного вида (за одну и ту же четверть, полугодие или год): доля обучающихся на «4» и «5», последние три года и, если он есть, год перед ними.',
  'Улучшение стабильно, если каждый следующий результат выше предыдущего.',
  'Улучшение максимально, если изменение от первого результата к последнему существенно с учётом численности: его 95-процентный интервал (метод Ньюкомба) не содержит нуля.',
  'В каждом году не меньше 30 обучающихся, а в малой школе – не меньше 30 за последние три года вместе; результатов не меньше трёх, иначе вывод предварительный (с исходными данными программы).',
  'Предметы названной школы отбираются по тому же правилу по доле отметок «4» и «5».',
  'Результаты ВПР не учитываются: по рекомендациям Рособрнадзора они не используются для оценки педагогов и организаций.',
];

/** By which rule schools are chosen. */
export const improvementRule: Part = {
  title: 'Правило отбора',
  appendix: true,
  needs: [],
  blocks: () => [{ kind: 'list', numbered: true, items: RULE }],
};

/** Every school as it was tested, met or not: in the order of the register. */
export const testedSchools: Part = {
  title: 'Проверенные школы',
  appendix: true,
  needs: [],
  absent: 'Показателя, по которому проверяются школы, в программе нет.',
  blocks: (data) => {
    const tested = data.years.improvements();
    return tested.length === 0 ? [] : [improvementsTable(data, tested)];
  },
};

/** Which results of the years: a half-year's are no school year's. */
function kindOfResult({ period }: ReportData): string {
  const title = resultsTitle(period);
  return title === null ? '' : ` (${title.replace(' ', NBSP)})`;
}

export function improvementsTable(data: ReportData, tested: readonly SchoolImprovement[]): PartTable {
  const years = [...new Set(tested.flatMap(({ results }) => results.map(({ period }) => period)))].sort();
  return {
    kind: 'table',
    key: 'improvements',
    dense: true,
    title: `Обучающиеся на «4» и «5» по годам${kindOfResult(data)} и вывод по правилу`,
    columns: [
      leftColumn('Школа', 0.22),
      ...years.map((period) => centredColumn(schoolYear(period), 0.44 / years.length)),
      centredColumn('Изменение, п.\u00a0п. (интервал)', 0.14),
      leftColumn('Вывод', 0.2),
    ],
    rows: tested.map(({ school, results, change, grows, verdict }) =>
      [
        namesOf(data, [school]),
        ...years.map((period) => resultText(results.find((result) => result.period === period))),
        change && results.every(({ denominator }) => denominator >= 10) ? changeText(change) : NONE,
        `${VERDICTS[verdict]}${results.length > 1 && !grows && verdict === 'not met' ? ': рост не каждый год' : ''}`,
      ].map(textCell),
    ),
    note: 'Школы – в порядке реестра. Число перед скобкой – обучающиеся на «4» и «5» из подлежащих аттестации.',
  };
}

/** «54 из 305 (17,7 %)» */
function resultText(result: YearResult | undefined): string {
  if (!result) return NONE;
  const { numerator, denominator, fromOutside } = result;
  const counts = plainCounts({ numerator, denominator, value: (100 * numerator) / denominator });
  return fromOutside ? `${counts}, до программы` : counts;
}

function changeText({ difference, low, high }: { difference: number; low: number; high: number }): string {
  const bare = (value: number): string => formatPoints(value).replace(/\u00a0п\.\u00a0п\.$/, '');
  return `${bare(difference)} (от${NBSP}${bare(low)} до${NBSP}${bare(high)})`;
}

/** «3 из 7» for the summary of other reports. */
export function improvementSentence(data: ReportData): string[] {
  const tested = data.years.improvements();
  if (tested.length === 0) return [];
  const met = withVerdict(data, 'met');
  return [
    met.length === 0
      ? `Стабильного улучшения учебных результатов, большего, чем даёт случай, не показала ${noneOfSchools(tested.length)}.`
      : `Стабильное улучшение учебных результатов показали: ${ended(listed(data, met))}`,
  ];
}
