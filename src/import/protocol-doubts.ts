import { isBlank, quoted, textOf } from '../model';
import { wasAbsent } from './absent';
import { contradiction, type Doubt, lackingNumbers, unproven } from './doubts';
import { numbersColumns } from './header';
import { codeOf, countOf } from './numbers';
import { closingOf, ENDS, type ProtocolKey, type ProtocolTable } from './protocol-tables';
import type { Sheet } from './sheet';
import { looksLikePerson } from './subjects';

/** What tells that lines of a protocol are lacking: their numbers, its total, and how it ends. */
export function protocolDoubts(sheet: Sheet, tables: readonly ProtocolTable[], result: ProtocolKey): Doubt[] {
  // A list that mixes exams is one table, and has no closing lines.
  const whole = tables.filter(({ header }, index) => tables.findIndex((other) => other.header === header) === index);
  const numbers = lackingNumbers(sheet, whole);
  return whole.flatMap((table, index) => {
    const ending = table.only ? [] : endingOf(sheet, table, result);
    return [...(numbers[index] ? [numbers[index]] : []), ...ending].map((doubt) => ({
      ...doubt,
      words: `${whole.length > 1 ? examOf(table) : ''}${doubt.words}`,
    }));
  });
}

function examOf({ exam: { number, subject } }: ProtocolTable): string {
  const name = looksLikePerson(subject) ? '' : subject;
  return `экзамен ${quoted([number || '', name].filter(Boolean).join(' '))}: `;
}

function endingOf(sheet: Sheet, { header, end }: ProtocolTable, result: ProtocolKey): Doubt[] {
  const rows = sheet.rows.map((cells, index) => ({ cells, row: index + 1 })).slice(header.row, end - 1);
  const at = (cells: ProtocolRow, key: ProtocolKey) => cells[(header.columns[key] ?? 0) - 1];
  const filled = rows.filter(({ cells, row }) => cells.some((cell) => !isBlank(cell)) && !numbersColumns(sheet, row));
  const pupils = filled.filter(
    ({ cells }) => !closingOf(cells) && (codeOf(at(cells, 'code')) !== '' || textOf(at(cells, 'document')) !== ''),
  );
  const present = pupils.filter(({ cells }) => !wasAbsent(at(cells, result)));
  if (!filled.some(({ cells }) => closingOf(cells))) {
    const last = filled[filled.length - 1];
    const half = last && isBlank(at(last.cells, result)) ? `последняя строка (${last.row}) обрывается, ` : '';
    return pupils.length === 0 && half === ''
      ? []
      : [unproven(`${half}нет строки «${ENDS}», которой кончается протокол`)];
  }
  const closing = filled.find(({ cells }) => closingOf(cells) === ENDS);
  const total = closing?.cells.map(countOf).find((count) => count !== null) ?? null;
  if (total === null) return [];
  // Whoever was absent is counted by some and not by others, and a repeated line likewise.
  const distinct = new Set(present.map(({ cells }) => textOf(at(cells, 'document')) || cells)).size;
  if (total > pupils.length) return [contradiction(`«${ENDS}» – ${total}, а строк с участниками ${pupils.length}`)];
  return total < distinct ? [contradiction(`«${ENDS}» – ${total}, а участников с результатом ${distinct}`)] : [];
}

type ProtocolRow = Sheet['rows'][number];
