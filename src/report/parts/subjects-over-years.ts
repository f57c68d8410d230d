import { formatNumber, type TableCell } from '../../model';
import { figureCell, figureText, NONE } from '../figure-text';
import type { Part } from '../kind';
import {
  DISTRICT,
  figureOf,
  hasValue,
  indicatorOf,
  knownIndicator,
  type Owner,
  ofSchool,
  ofSchoolSubject,
  type ReportData,
  schoolOf,
} from '../report-data';
import { boldRow, centredColumn, leftColumn, textCell } from '../texts';
import { plainCounts } from '../words/shares';

const PASSED = 'pass-rate';
const QUALITY = 'quality-rate';
const FAILED = 'fail-rate';

/** A school's subjects now and over three years together: a year of a small class says little of one. */
export const subjectsOverYears: Part = {
  key: 'subjects-over-years',
  title: 'Предметы',
  needs: [],
  mentions: [PASSED, QUALITY, FAILED],
  blocks: (data, subject) => {
    const school = schoolOf(data, subject);
    if (!school || ![PASSED, QUALITY, FAILED].every((key) => knownIndicator(data, key))) return [];
    const rows = data.subjects.flatMap((name) => rowOf(data, name, ofSchoolSubject(school.key, name)));
    if (rows.length === 0) return [];
    const totals = [
      ...rowOf(data, 'Все предметы', ofSchool(school.key)),
      ...rowOf(data, 'Район, все предметы', DISTRICT),
    ];
    return [
      {
        kind: 'table',
        key: 'subjects-over-years',
        dense: true,
        title: `Отметки по предметам, за период и за три года вместе, ${school.name}`,
        columns: [
          leftColumn('Предмет', 0.23),
          centredColumn('Отметок, с\u00a0н/а', 0.1),
          centredColumn('Успешность по отметкам, %', 0.13),
          centredColumn('«4» и «5», %', 0.08),
          centredColumn('«2»', 0.06),
          centredColumn('Лет', 0.05),
          centredColumn('«4» и «5» за эти годы', 0.19),
          centredColumn('«2» за эти годы', 0.16),
        ],
        rows: [...rows, ...totals.map(boldRow)],
        note: 'Итоги одного вида за три года сложены: для списка того, что требует внимания, не для отчётных показателей. Порядок – по алфавиту.',
      },
    ];
  },
};

/** What is summed over years is a subject's: of all subjects together it says nothing. */
function rowOf(data: ReportData, title: string, owner: Owner): TableCell[][] {
  const [passed, good, now] = [PASSED, QUALITY, FAILED].map((indicator) => figureOf(data, owner, indicator));
  const [quality, failed] = [QUALITY, FAILED].map((indicator) => data.years.threeYears({ ...owner, indicator }));
  if (!quality || !failed || quality.denominator === 0) return [];
  const over = owner.slice
    ? [
        hasValue(now) ? formatNumber(now.numerator) : NONE,
        formatNumber(quality.years),
        plainCounts(quality),
        plainCounts(failed),
      ]
    : [NONE, NONE, NONE, NONE];
  return [
    [
      textCell(title),
      figureCell(hasValue(passed) ? formatNumber(passed.denominator) : NONE, passed, 'whole'),
      figureCell(hasValue(passed) ? figureText(indicatorOf(data, PASSED), passed) : NONE, passed),
      figureCell(hasValue(good) ? figureText(indicatorOf(data, QUALITY), good) : NONE, good),
      ...over.map(textCell),
    ],
  ];
}
