import { type ExpectedResult, formatNumber, formatPoints, type Identification, NBSP } from '../../model';
import { NONE } from '../figure-text';
import type { Part, PartBlock, PartTable } from '../kind';
import { figureOf, knownIndicator, namesOf, ofSchool, type ReportData, schoolOf } from '../report-data';
import { centredColumn, ended, leftColumn, paragraph, textCell } from '../texts';
import { BANDS, RESISTS, VERDICTS, withinShare } from '../words/conditions';
import { lowered } from '../words/indicators';
import { casesOfHundred } from '../words/sentences';
import { COUNTS_BELOW } from '../words/shares';
import { expectedChart } from './charts/expected';

/** Results against what the social context lets expect, of learning and beyond lessons (measures 1.1 and 1.2). */
export const conditions: Part = {
  key: 'conditions',
  title: 'Результаты с учётом условий',
  needs: [],
  blocks: (data, subject) => {
    const school = schoolOf(data, subject);
    const held = data.identification.filter((item) => item.index !== null && (!school || item.school === school.key));
    if (held.length === 0) return [];
    const results = [...new Set(held.flatMap(({ expected }) => expected.map(({ indicator }) => indicator)))];
    if (results.length === 0) return [paragraph(TOO_FEW)];
    const [main] = results;
    if (school)
      return [
        ...held.flatMap((own) => expectedWords(data, own)),
        ...bordersOf(data, held).map(paragraph),
        ...signs(data, held),
        ...resilience(data, held),
      ];
    return [
      tableOf(data, held, results, bordersOf(data, held)),
      ...expectedChart(data, held, main!, titleOf(data, main!)),
      ...conclusions(data, held),
      ...signs(data, held),
      ...resilience(data, held),
    ];
  },
};

const titleOf = (data: ReportData, indicator: string): string => knownIndicator(data, indicator)?.title ?? indicator;

const TOO_FEW = 'Для оценки ожидаемого результата нужны данные не меньше чем шести школ с ИСБШ.';

/** What is measured, beside each other: learning and beyond lessons. */
function tableOf(
  data: ReportData,
  held: readonly Identification[],
  results: readonly string[],
  more: readonly string[],
): PartTable {
  const rows = held.flatMap(({ school, index, band, expected }) => {
    const cells = results.map((indicator) => {
      const result = expected.find((item) => item.indicator === indicator);
      return result && !isSmall(data, school, indicator) ? resultTexts(result) : result ? SMALL : MISSING;
    });
    if (cells.every((own) => own === MISSING)) return [];
    return [[namesOf(data, [school]), indexText(index!, band), ...cells.flat()].map(textCell)];
  });
  const share = 0.562 / results.length;
  return {
    kind: 'table',
    key: 'expected',
    dense: true,
    title: 'Факт и ожидаемое с учётом условий',
    columns: [
      leftColumn('Школа', 0.3),
      centredColumn('ИСБШ', 0.138),
      ...results.flatMap((indicator) => [
        centredColumn(`${SHORT[indicator] ?? titleOf(data, indicator)}: ожидаемое, % (диапазон)`, share * 0.53),
        centredColumn('Факт, %', share * 0.235),
        centredColumn('Итог', share * 0.235),
      ]),
    ],
    rows,
    note: [NOTE, ...more].join(' '),
  };
}

const NOTE =
  'Ожидаемое – по прямой, проведённой через остальные школы (школ мало, оценка ориентировочная); диапазон – 95-процентный интервал предсказания. «=» – соответствует условиям. Отклонения считаются по значениям без округления.';

/** As a table's head has room for. */
const SHORT: Readonly<Record<string, string>> = {
  'pupil-quality-rate': 'Качество знаний',
  'additional-education-rate': 'Доп. образование',
};

const indexText = (index: number, band: Identification['band']): string =>
  `${formatNumber(index, 1)}${band ? ` (${BANDS[band]})` : ''}`;

/** Of so few children a share says nothing, whatever the line lets expect of it. */
const SMALL: readonly string[] = [NONE, NONE, 'численность мала'];
const MISSING: readonly string[] = [NONE, NONE, NONE];
const isSmall = (data: ReportData, school: string, indicator: string): boolean =>
  (figureOf(data, ofSchool(school), indicator)?.denominator ?? COUNTS_BELOW) < COUNTS_BELOW;

const resultTexts = ({ value, expected, low, high, verdict }: ExpectedResult): string[] => [
  `${formatNumber(withinShare(expected), 1)} (${formatNumber(withinShare(low), 1)}–${formatNumber(withinShare(high), 1)})`,
  formatNumber(value, 1),
  SHORT_VERDICTS[verdict],
];

/** Of one school a table would have one row: «Качество знаний – 24,8 % при ожидаемых 16,3 % (7,1–25,4): …». */
function expectedWords(data: ReportData, { school, index, band, expected }: Identification): PartBlock[] {
  const told = expected.map((result) => {
    const title = SHORT[result.indicator] ?? titleOf(data, result.indicator);
    if (isSmall(data, school, result.indicator)) return `${title}: численность мала, вывод не делается.`;
    const [line, fact] = resultTexts(result);
    const [value, range] = line!.split(' ');
    return `${title} – ${fact}${NBSP}% при ожидаемых ${value}${NBSP}% ${range}: ${VERDICTS[result.verdict]}.`;
  });
  return [
    paragraph(`ИСБШ – ${indexText(index!, band)}. ${told.join(' ')}`),
    ...(told.length > 0 ? [paragraph(NOTE_OF_ONE)] : []),
  ];
}

const NOTE_OF_ONE =
  'Ожидаемое – по прямой, проведённой через остальные школы (школ мало, оценка ориентировочная); в скобках – 95-процентный интервал предсказания.';

const SHORT_VERDICTS = { above: 'выше', below: 'ниже', 'as expected': '=' } as const;

function conclusions(data: ReportData, held: readonly Identification[]): PartBlock[] {
  const outside = held.flatMap(({ school, expected }) =>
    expected
      .filter(({ verdict, indicator }) => verdict !== 'as expected' && !isSmall(data, school, indicator))
      .map(
        ({ indicator, deviation, verdict }) =>
          `${namesOf(data, [school])} – ${lowered(titleOf(data, indicator))} ${VERDICTS[verdict]} на ${formatPoints(Math.abs(deviation)).replace('+', '')}`,
      ),
  );
  return [
    paragraph(
      outside.length === 0
        ? 'Результаты всех школ соответствуют условиям, в которых они работают: отклонения не выходят за диапазон.'
        : `${ended(`За диапазон выходят: ${outside.join('; ')}`)} Причина по этим данным не устанавливается и требует анализа.`,
    ),
  ];
}

/** Where equal weights would give another band, the place is a border. */
function bordersOf(data: ReportData, held: readonly Identification[]): string[] {
  const schools = held.filter(
    ({ band, bandWithEqualWeights }) => bandWithEqualWeights && band !== bandWithEqualWeights,
  );
  if (schools.length === 0) return [];
  const names = namesOf(
    data,
    schools.map(({ school }) => school),
  );
  return [`Граничное положение по ИСБШ (при равных весах группа другая): ${names}.`];
}

/** Whose results withstand the conditions: a source of practices, as far as figures tell. */
function resilience(data: ReportData, held: readonly Identification[]): PartBlock[] {
  const schools = held.filter(({ resilient }) => resilient).map(({ school }) => school);
  return schools.length === 0 ? [] : [paragraph(`Признаки резильентности (${RESISTS}): ${namesOf(data, schools)}.`)];
}

/** Signs of low results, with how often chance would show the same. */
function signs(data: ReportData, held: readonly Identification[]): PartBlock[] {
  const low = held.filter(({ lowResults }) => lowResults);
  return low.map((found) => {
    const procedures = found.procedures
      .map(({ form, subject, grade, low: count, participants, threeYears }) => {
        const of = data.programme.identification?.procedures.find((rule) => rule.form === form)?.title ?? form;
        const what = [of, subject, ...(grade ? [`${grade}${NBSP}класс`] : [])].join(', ');
        const years =
          threeYears.participants > participants
            ? `, за три года ${formatNumber(threeYears.low)} из ${formatNumber(threeYears.participants)}`
            : '';
        return `${what}: ${formatNumber(count)} из ${formatNumber(participants)}${years}`;
      })
      .join('; ');
    const chance =
      found.falseAlarm !== null && found.falseAlarm >= 0.01
        ? ` При такой численности так бывает и у благополучной школы (${casesOfHundred(found.falseAlarm)}).`
        : '';
    const name = namesOf(data, [found.school]);
    return paragraph(
      found.steady
        ? `${name}: признак низких образовательных результатов, в том числе за три года вместе (${procedures}).${chance}`
        : `${name} формально соответствует критерию низких образовательных результатов (${procedures}); за три года вместе признак не подтверждается, вывод неустойчив.${chance}`,
    );
  });
}
