import { formatNumber } from '../../model';
import { NONE } from '../figure-text';
import type { Part } from '../kind';
import { figureOf, hasValue, knownIndicator, ofSchoolSubject, type ReportData, schoolOf } from '../report-data';
import { centredColumn, leftColumn, textCell } from '../texts';
import { plainCounts } from '../words/shares';

const QUALITY = 'quality-rate';
const FAILED = 'fail-rate';

/** A school's subjects over three years together: a year of a small class says little of one. */
export const subjectsOverYears: Part = {
  key: 'subjects-over-years',
  title: 'Предметы за три года',
  needs: [],
  mentions: [QUALITY, FAILED],
  blocks: (data, subject) => {
    const school = schoolOf(data, subject);
    if (!school || ![QUALITY, FAILED].every((key) => knownIndicator(data, key))) return [];
    const rows = data.subjects.flatMap((name) => rowOf(data, school.key, name));
    if (rows.length === 0) return [];
    return [
      {
        kind: 'table',
        key: 'subjects-over-years',
        dense: true,
        title: `Отметки по предметам за три года вместе, ${school.name}`,
        columns: [
          leftColumn('Предмет', 0.31),
          centredColumn('Лет', 0.08),
          centredColumn('«4» и «5», из отметок и н/а', 0.28),
          centredColumn('«2», из отметок и н/а', 0.2),
          centredColumn('«2» сейчас', 0.13),
        ],
        rows: rows.map((cells) => cells.map(textCell)),
        note: 'Итоги одного вида за три года сложены: для списка того, что требует внимания, не для отчётных показателей. Порядок – по алфавиту.',
      },
    ];
  },
};

function rowOf(data: ReportData, school: string, subject: string): string[][] {
  const owner = ofSchoolSubject(school, subject);
  const now = figureOf(data, owner, FAILED);
  const [quality, failed] = [QUALITY, FAILED].map((indicator) => data.years.threeYears({ ...owner, indicator }));
  if (!quality || !failed || quality.denominator === 0) return [];
  return [
    [
      subject,
      formatNumber(quality.years),
      plainCounts(quality),
      plainCounts(failed),
      hasValue(now) ? formatNumber(now.numerator) : NONE,
    ],
  ];
}
