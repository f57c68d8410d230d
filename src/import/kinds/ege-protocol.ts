import type { Cell, KnownSchool } from '../../model';
import { examsPassedOver } from '../exams-passed-over';
import { numberOf, toHundredths } from '../numbers';
import { protocolDoubts } from '../protocol-doubts';
import { type ProtocolTable, protocolTables } from '../protocol-tables';
import type { Line, Recogniser } from '../recogniser';
import { leastOf, tallied } from '../tallied';

/** Exams in scores; mathematics on the lower level has a mark instead and is none of these. */
const isEge = ({ grade, header, only }: ProtocolTable): boolean =>
  grade !== 9 && header.columns.score !== undefined && (header.columns.mark === undefined || only !== undefined);

const scoreOf = (cell: Cell | undefined): number | null => {
  const score = numberOf(cell)?.value ?? -1;
  return Number.isInteger(score) && score >= 0 && score <= 100 ? score : null;
};

/** Protocols of the РЦОИ name every pupil: only counts by school come out of here. */
export const egeProtocol: Recogniser = {
  kind: 'ege',
  form: 'ege',
  title: 'ЕГЭ: протокол РЦОИ',
  bySheet: true,
  note: 'no personal data may leave the parser; only counts per school',
  passedOver(sheet) {
    const all = protocolTables(sheet);
    return examsPassedOver(all, all.filter(isEge));
  },
  doubts(sheet, before) {
    return protocolDoubts(sheet, before, { fits: isEge, result: 'score' });
  },
  read(sheet, schools) {
    const tables = protocolTables(sheet).filter(isEge);
    if (tables.length === 0) return null;
    return tables.flatMap((table) => {
      const least = numberOf(leastOf(sheet, table, 'score'))?.value ?? null;
      const line = (school: KnownSchool, scores: readonly number[]) => countsOf(school, scores, table, least);
      return tallied(sheet, table, schools, { result: 'score', value: scoreOf, line });
    });
  },
};

/** How many have not reached the minimum is known where the protocol names it. */
function countsOf(
  school: KnownSchool,
  scores: readonly number[],
  { exam: { year, subject: named } }: ProtocolTable,
  least: number | null,
): Line {
  const subject = named === 'Математика' ? 'Математика (профильная)' : named;
  const among = (fits: (score: number) => boolean): number => scores.filter(fits).length;
  const sum = scores.reduce((all, score) => all + score, 0);
  const counts = {
    ...{ year, school: school.name, code: school.code, subject, n: scores.length },
    below_min: least === null ? null : among((score) => score < least),
    high_80_99: among((score) => score >= 80 && score < 100),
    score_100: among((score) => score === 100),
    avg: toHundredths(sum / scores.length),
  };
  const beside = { total: sum, high_81: among((score) => score > 80) };
  return { is: 'counts', school, key: [year, subject], text: school.name, counts, beside };
}
