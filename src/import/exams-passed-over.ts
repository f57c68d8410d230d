import { quoted } from '../model';
import type { ProtocolTable } from './protocol-tables';
import { looksLikePerson } from './subjects';

/** The state numbers the exams of school leavers with special needs so. */
const FIRST_OF_GVE = 51;
const BASE_MATHS = 22;

export const isGve = ({ exam }: ProtocolTable): boolean => exam.number >= FIRST_OF_GVE;

function whyNot(table: ProtocolTable): string {
  const { number, subject } = table.exam;
  if (isGve(table)) return 'ГВЭ не спрашивается';
  if (number === BASE_MATHS || subject === 'Математика (базовая)')
    return 'базовая математика – отметка, а не балл: участников и не сдавших впишите на вкладке школы';
  return 'он другого вида: внесите его отдельным файлом';
}

/** Said of exams that stand in a protocol beside those that were taken from it. */
export const examsPassedOver = (tables: readonly ProtocolTable[], taken: readonly ProtocolTable[]): string[] =>
  tables
    .filter((table) => !taken.includes(table))
    .map((table) => {
      const { number, subject } = table.exam;
      const name = looksLikePerson(subject) ? '' : subject;
      return `экзамен ${quoted([number || '', name].filter(Boolean).join(' '))} не внесён: ${whyNot(table)}`;
    });
