import { type Cell, type KnownSchool, textOf } from '../model';
import { wasAbsent } from './absent';
import { closingLine, closingOf } from './closing-lines';
import { codeOf } from './numbers';
import { type ProtocolKey, type ProtocolTable, repeatsIn, rowsOf } from './protocol-tables';
import { type Line, refused } from './recogniser';
import { isSchool, type SchoolFinder } from './schools';
import type { Sheet } from './sheet';

type CellAt = (key: ProtocolKey) => Cell | undefined;

/** What every pupil of a table adds to the sums of a school. */
export interface Tally {
  /** Where a pupil's result stands. */
  readonly result: ProtocolKey;
  /** Null where it cannot be read. */
  value(cell: Cell | undefined): number | null;
  line(school: KnownSchool, values: readonly number[], table: ProtocolTable): Line;
}

/** Pupils by school, schools in the order of their codes; nothing else of a pupil is looked at but code and result. */
export function tallied(sheet: Sheet, table: ProtocolTable, schools: SchoolFinder, tally: Tally): Line[] {
  const bySchool = new Map<KnownSchool, { value: number; text: string }[]>();
  const { isRepeated, textIn } = repeatsIn(sheet, table);
  const left: Line[] = [];
  for (const { cells, row } of rowsOf(sheet, table)) {
    if (table.only && !table.only.has(row)) continue;
    const at: CellAt = (key) => cells[(table.header.columns[key] ?? 0) - 1];
    const code = codeOf(at('code'));
    const result = at(tally.result);
    const value = tally.value(result);
    const closing = code === '' ? closingLine(cells) : [];
    left.push(...closing);
    if (closing.length > 0 || wasAbsent(result) || isRepeated(cells)) continue;
    const answer = code === '' ? 'nothing' : schools.find({ code });
    if (answer === 'nothing') left.push(...(namesPupil(at) ? [refused('код ОО не прочитан', 'unreadable', row)] : []));
    else if (!isSchool(answer)) left.push(refused(`код ОО ${code}`, answer, row, { code }));
    // What stands there is not shown: where columns have slipped it may be a name.
    else if (value === null) left.push(refused(`${answer.name}: результат не прочитан`, 'unreadable', row));
    else bySchool.set(answer, [...(bySchool.get(answer) ?? []), { value, text: textIn(cells) }]);
  }
  const byCode = [...bySchool].sort(([a], [b]) => a.code.localeCompare(b.code));
  const lines = byCode.map(([school, pupils]) => {
    const values = pupils.map(({ value }) => value);
    const from = JSON.stringify(pupils.map(({ text }) => text).sort());
    return { ...tally.line(school, values, table), from };
  });
  return [...lines, ...left];
}

const namesPupil = (at: CellAt): boolean => textOf(at('document')) !== '' || textOf(at('grade')) !== '';

/** «Минимальная граница» of a table in one of its columns. */
export function leastOf(sheet: Sheet, { header, end }: ProtocolTable, key: ProtocolKey): Cell | undefined {
  const row = sheet.rows.slice(header.row, end - 1).find((cells) => closingOf(cells) === 'Минимальная граница');
  return row?.[(header.columns[key] ?? 0) - 1];
}
