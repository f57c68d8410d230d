import { formatNumber } from '../../model';
import { figureText } from '../figure-text';
import { changeColumn, schoolsAndTotals, tableOf, valueColumn, wholeColumn } from '../figures-table';
import type { Line, Part, PartBlock, PartTable } from '../kind';
import { DISTRICT, figureOf, hasValue, isPublic, knownIndicator, ofSubject, type ReportData } from '../report-data';
import { capital, SHARE_WORDS } from '../words/indicators';
import { shareSentence } from '../words/shares';
import { levelsTable } from './levels';
import { worksTables } from './works';

const MAIN = ['Русский язык', 'Математика', 'Алгебра', 'Геометрия'];

const PUPILS = ['pupil-pass-rate', 'pupil-quality-rate'];

/** Learning by level, the main subjects, external works, debts: measure 1.1 and 1.5 of the order. */
const shared: Part = {
  key: 'learning',
  title: 'Учебные достижения',
  // Each of its tables is of other forms: exams are all that the summer's quarter has.
  needs: [],
  mentions: [
    ...PUPILS,
    'quality-rate',
    'vpr-quality-rate',
    'control-quality-rate',
    'oge-quality-rate',
    'ege-mean-score',
  ],
  blocks: (data) => {
    const levels = levelsTable(data);
    return [
      ...(levels ? [levels] : []),
      ...mainSubjects(data),
      ...worksTables(data, null),
      ...debts(data),
      ...yearResults(data),
    ];
  },
};

export const learning: Part = { ...shared, absent: 'Данных за период нет.' };

/** For everybody exams, whose subjects few take, are not told by themselves. */
export const learningForAll: Part = { ...shared, needs: PUPILS };

const has = (data: ReportData, keys: readonly string[]): boolean => keys.every((key) => knownIndicator(data, key));

const subjectLines = (data: ReportData, subjects: readonly string[], indicator: string): Line[] =>
  subjects
    .map((subject) => ({ title: subject, owner: ofSubject(subject) }))
    .filter(({ owner }) => hasValue(figureOf(data, owner, indicator)));

function mainSubjects(data: ReportData): PartTable[] {
  const lines = subjectLines(data, MAIN, 'quality-rate');
  if (!has(data, ['pass-rate', 'quality-rate']) || lines.length === 0) return [];
  return [
    tableOf(
      {
        key: 'main-subjects',
        title: 'Русский язык и математика, район',
        first: ['Предмет', isPublic(data) ? 0.47 : 0.3],
        columns: [
          wholeColumn('pass-rate', 'Отметок, с\u00a0«н/а»', 0.18),
          valueColumn('pass-rate', 'Успешность по отметкам, %', 0.18),
          valueColumn('quality-rate', 'Доля «4» и «5», %', 0.17),
          ...(isPublic(data) ? [] : [changeColumn('quality-rate', 'Изменение, п.\u00a0п.', 0.17)]),
        ],
        lines: () => lines,
      },
      data,
      null,
    ),
  ];
}

/** How the last year ended, after resits and exams: asked for in summer, school by school. */
function yearResults(data: ReportData): PartTable[] {
  const keys = ['not-mastered-final-rate', 'certified-rate'] as const;
  const figure = figureOf(data, DISTRICT, keys[0]);
  if (isPublic(data) || !has(data, keys) || !hasValue(figure) || figure.from !== undefined) return [];
  return [
    tableOf(
      {
        key: 'year-results',
        title: 'Итоги прошлого учебного года после пересдач, по школам',
        first: ['Школа', 0.32],
        columns: [
          wholeColumn(keys[0], 'Обучались в конце года, чел.', 0.18),
          valueColumn(keys[0], 'Не освоили программу, %', 0.18),
          wholeColumn(keys[1], 'Выпускников 9 и 11 классов, чел.', 0.17),
          valueColumn(keys[1], 'Получили аттестат, %', 0.15),
        ],
        lines: schoolsAndTotals,
      },
      data,
      null,
    ),
  ];
}

/** Who has not mastered the programme: asked for at the end of the year only. */
function debts(data: ReportData): PartBlock[] {
  const figure = figureOf(data, DISTRICT, 'not-mastered-rate');
  const indicator = knownIndicator(data, 'not-mastered-rate');
  if (!hasValue(figure) || !indicator) return [];
  const schools = (isPublic(data) ? [] : data.schools).flatMap(({ key, name }) => {
    const own = figureOf(data, { scope: 'school', school: key }, 'not-mastered-rate');
    return hasValue(own) && own.numerator > 0
      ? [
          `${name} – ${formatNumber(own.numerator)} из ${formatNumber(own.denominator)} (${figureText(indicator, own, true)})`,
        ]
      : [];
  });
  const words = capital(shareSentence(SHARE_WORDS['not-mastered-rate']!, figure));
  const text = `${words}${schools.length > 0 ? `: ${schools.join('; ')}` : ''}.`;
  return [{ kind: 'paragraph', content: [{ text, figure }] }];
}
