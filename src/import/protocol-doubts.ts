import { isBlank, quoted, textOf } from '../model';
import { wasAbsent } from './absent';
import { closingOf, ENDS, totalOf } from './closing-lines';
import { contradiction, type Doubt, lackingNumbers, numbersOf, unproven } from './doubts';
import { isPupil, type ProtocolKey, type ProtocolTable, protocolTables, repeatsIn, rowsOf } from './protocol-tables';
import type { Sheet } from './sheet';
import { looksLikePerson } from './subjects';

/** Which of the exams in a sheet are meant, and where a pupil's result stands. */
interface Asked {
  fits(table: ProtocolTable): boolean;
  readonly result: ProtocolKey;
}

/** What tells that lines of a protocol are lacking: their numbers, its total, and how it ends. */
export function protocolDoubts(sheet: Sheet, before: Sheet | undefined, { fits, result }: Asked): Doubt[] {
  const tables = tablesIn(sheet, fits);
  const above = before && tablesIn(before, fits).map((table) => numbersIn(before, table));
  const numbers = lackingNumbers(
    tables.map((table) => numbersIn(sheet, table)),
    above?.[above.length - 1],
  );
  return tables.flatMap((table, index) => {
    const ending = table.only ? [] : endingOf(sheet, table, result);
    return [...(numbers[index] ? [numbers[index]] : []), ...ending].map((doubt) => ({
      ...doubt,
      words: `${tables.length > 1 ? examOf(table) : ''}${doubt.words}`,
    }));
  });
}

/** A list that mixes exams is one table, and has no closing lines. */
const tablesIn = (sheet: Sheet, fits: Asked['fits']): ProtocolTable[] =>
  protocolTables(sheet)
    .filter(fits)
    .filter(({ header }, index, all) => all.findIndex((other) => other.header === header) === index);

/** Lines that agree in everything are one. */
function numbersIn(sheet: Sheet, table: ProtocolTable): number[] {
  const pupils = rowsOf(sheet, table).filter(({ cells }) => isPupil(cells, table));
  const once = new Map(pupils.map(({ cells }) => [cells.map(textOf).join('\u0001'), cells]));
  return numbersOf(sheet, table.header, [...once.values()]);
}

function examOf({ exam: { number, subject } }: ProtocolTable): string {
  const name = looksLikePerson(subject) ? '' : subject;
  return `экзамен ${quoted([number || '', name].filter(Boolean).join(' '))}: `;
}

function endingOf(sheet: Sheet, table: ProtocolTable, result: ProtocolKey): Doubt[] {
  const rows = rowsOf(sheet, table);
  const pupils = rows.filter(({ cells }) => isPupil(cells, table));
  const ends = rows.filter(({ cells }) => closingOf(cells) === ENDS);
  const last = pupils[pupils.length - 1];
  if (ends.length === 0 || (last && last.row > ends[ends.length - 1]!.row)) {
    const lowest = rows[rows.length - 1];
    const breaks = lowest && !closingOf(lowest.cells) && isBlank(lowest.cells[(table.header.columns[result] ?? 0) - 1]);
    const half = breaks ? `последняя строка (${lowest.row}) обрывается, ` : '';
    return pupils.length === 0 && half === ''
      ? []
      : [unproven(`${half}нет строки «${ENDS}», которой кончается протокол`)];
  }
  const present = pupils.filter(({ cells }) => !wasAbsent(cells[(table.header.columns[result] ?? 0) - 1]));
  const { isRepeated, textIn } = repeatsIn(sheet, table);
  const distinct = new Set(present.map(({ cells }) => textIn(cells))).size;
  const taken = present.filter(({ cells }) => !isRepeated(cells)).length;
  const totals = ends.map(({ cells }) => totalOf(cells)).filter((total) => total !== null);
  return totals.length === 0 ? [] : against(totals, { lines: pupils.length, distinct, taken });
}

interface Pupils {
  readonly lines: number;
  /** Of those who were there: lines that differ by more than their number. */
  readonly distinct: number;
  /** Of those who were there: who is counted. */
  readonly taken: number;
}

/** Whoever was absent is counted by some and not by others, and a repeated line likewise; each school may have its total. */
function against(totals: readonly number[], { lines, distinct, taken }: Pupils): Doubt[] {
  const sum = totals.reduce((all, total) => all + total, 0);
  const whole = totals[totals.length - 1]!;
  const said = whole >= taken && whole <= lines ? whole : sum;
  const doubt = totals.length === 1 ? contradiction : unproven;
  if (said > lines) return [doubt(`«${ENDS}» – ${said}, а строк с участниками ${lines}`)];
  if (said < distinct) return [doubt(`«${ENDS}» – ${said}, а участников с результатом ${distinct}`)];
  return said < taken ? [unproven(`«${ENDS}» – ${said}, а участников с результатом ${taken}`)] : [];
}
