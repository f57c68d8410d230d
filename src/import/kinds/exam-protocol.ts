import type { Cell, KnownSchool } from '../../model';
import { examsPassedOver, isGve } from '../exams-passed-over';
import { numberOf } from '../numbers';
import { protocolDoubts } from '../protocol-doubts';
import { type Exam, type ProtocolTable, protocolTables } from '../protocol-tables';
import type { Line, Recogniser } from '../recogniser';
import { tallied } from '../tallied';

const MARKS = [2, 3, 4, 5];

/** State exams of school leavers with special needs (51, 52) are no ОГЭ. */
const isOge = (table: ProtocolTable): boolean =>
  !isGve(table) && table.grade !== 11 && table.header.columns.mark !== undefined;

const markOf = (cell: Cell | undefined): number | null => {
  const mark = numberOf(cell)?.value ?? 0;
  return MARKS.includes(mark) ? mark : null;
};

/** Protocols of the РЦОИ name every pupil: only counts by school come out of here. */
export const ogeProtocol: Recogniser = {
  kind: 'oge',
  form: 'oge',
  title: 'ОГЭ: протокол РЦОИ',
  bySheet: false,
  note: 'no personal data may leave the parser; only counts per school',
  passedOver(sheet) {
    const all = protocolTables(sheet);
    return examsPassedOver(all, all.filter(isOge));
  },
  doubts(sheet, before) {
    return protocolDoubts(sheet, before, { fits: isOge, result: 'mark' });
  },
  read(sheet, schools) {
    const tables = protocolTables(sheet).filter(isOge);
    if (tables.length === 0) return null;
    const tally = {
      result: 'mark' as const,
      value: markOf,
      line: (school: KnownSchool, marks: readonly number[], { exam }: ProtocolTable) => countsOf(school, marks, exam),
    };
    return tables.flatMap((table) => tallied(sheet, table, schools, tally));
  },
};

function countsOf(school: KnownSchool, marks: readonly number[], { year, subject }: Exam): Line {
  const [m2, m3, m4, m5] = MARKS.map((mark) => marks.filter((other) => other === mark).length);
  const { name, code } = school;
  const counts = { year, school: name, code, subject, grade: 9, n: marks.length, m2: m2!, m3: m3!, m4: m4!, m5: m5! };
  return { is: 'counts', school, key: [year, subject], text: name, counts };
}
