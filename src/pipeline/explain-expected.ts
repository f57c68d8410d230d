import { type Explained, type ExplainedPart, type Explanation, formatNumber, formatPercent, NBSP } from '../model';
import { VERDICTS } from '../report';
import { expectedWords, titleOf } from './explain-context';
import { type Explaining, NOTHING_MORE } from './explain-figure';
import { aboutFigure, periodWords } from './explain-words';
import { identify } from './identify';

type AboutExpected = Extract<Explained, { kind: 'expected' }>;

/** What a school's social context lets expect of its result, and the schools through which that line is drawn. */
export function explainExpected(explaining: Explaining, of: AboutExpected): Explanation | null {
  const { programme, periods } = explaining;
  const at = periods.find(({ key }) => key === of.period);
  const rules = programme.identification;
  if (!at || !rules) return null;
  const points = identify(programme, periods, at).flatMap(({ school, index, expected }) => {
    const result = expected.find(({ indicator }) => indicator === of.indicator);
    return index === null || !result ? [] : [{ school, index, result }];
  });
  const own = points.find(({ school }) => school === of.school);
  if (!own) return null;
  const nameOf = (key: string): string => at.schools.find((school) => school.key === key)?.name ?? key;
  const figure = (school: string, indicator: string) =>
    aboutFigure({ period: at.key, scope: 'school', school, indicator });
  const title = titleOf(programme, of.indicator);
  const others = points.filter(({ school }) => school !== of.school);
  return {
    ...NOTHING_MORE,
    of,
    title: `Ожидаемое с учётом условий: ${title}`,
    about: `${nameOf(of.school)}. ${periodWords(at.key)}`,
    value: expectedWords(own.result),
    interval: 'В скобках – 95-процентный интервал предсказания.',
    formula: `Прямая «${title} – ИСБШ» через остальные школы; школа весит столько, сколько в ней обучающихся`,
    numerator: null,
    denominator: null,
    notes: [
      `Факт – ${formatPercent(own.result.value)}: ${VERDICTS[own.result.verdict]}.`,
      `Прямая проведена через ${others.length}${NBSP}школ: это мало, оценка ориентировочная. Причину отклонения она не называет.`,
    ],
    parts: [
      {
        title: titleOf(programme, rules.index),
        value: formatNumber(own.index, 1),
        of: figure(of.school, rules.index),
      },
      { title, value: formatPercent(own.result.value), of: figure(of.school, of.indicator) },
      ...others.map(
        ({ school, index, result }): ExplainedPart => ({
          title: `${nameOf(school)}, ИСБШ ${formatNumber(index, 1)}`,
          value: formatPercent(result.value),
          of: figure(school, of.indicator),
        }),
      ),
    ],
  };
}
