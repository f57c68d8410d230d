import { registerWords, wordsOf } from '../domain';
import { type Form, type Issue, REMARK_SIGNS, type Register, type RowFinding } from '../model';

/** What is wrong in a cell is said in the words that forms have for it. */
function cellWords({ key, title, help, fields, identity }: Register, finding: RowFinding): string {
  const form: Form = { key, title, help, fields, identity, due: [], sums: [] };
  const issue: Issue = { ...finding, period: '', school: '', form: key, row: 0 };
  return wordsOf({ forms: [form], checks: [] })(issue);
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const words = (register: Register, finding: RowFinding): string =>
  lower(registerWords(register, finding) ?? cellWords(register, finding));

/** The text of a row's remark cell: errors first; '' when all is well. */
export function registerRemark(register: Register, findings: readonly RowFinding[]): string {
  const of = (severity: RowFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).map((finding) => words(register, finding));
  const [errors, warnings] = [of('error'), of('warning')];
  return [
    ...(errors.length > 0 ? [`${REMARK_SIGNS.error} Ошибка: ${errors.join('; ')}.`] : []),
    ...(warnings.length > 0 ? [`${REMARK_SIGNS.warning} Проверьте: ${warnings.join('; ')}.`] : []),
  ].join(' ');
}

/** The remark of a second copy of a row of the order. */
export const repeatedRemark = (id: string): string =>
  `${REMARK_SIGNS.error} Ошибка: строка повторяет строку приказа (${id}) и не учитывается. Удалите её, а для своей записи измените номер и название.`;
