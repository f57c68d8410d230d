import type { Programme } from '../../model';
import { publishedTables } from '../../pipeline';
import { REMARK_COLUMN, TABS } from '../../workbook';
import type { Runtime } from '../runtime';

type SheetState = Runtime['book']['sheets'][number];

const contentsOf = ({ cells }: SheetState): string =>
  JSON.stringify(cells.map((row) => row?.map((cell) => cell?.value ?? '').join('\t') ?? ''));

const remarksOf = ({ cells }: SheetState): string =>
  JSON.stringify(cells.map((row) => row?.[REMARK_COLUMN - 1]?.value ?? ''));

/**
 * What a consolidation may cost (design.md 8): a call a school and an output tab, three more for each tab whose contents
 * changed, one for each school tab whose remarks changed, and ten. The journal is an output tab too.
 */
export function consolidationLimit(runtime: Runtime, programme: Programme, schools: number, work: () => void): number {
  const outputs = new Set([...publishedTables(programme).map(({ name }) => name), TABS.journal]);
  const look = () =>
    new Map(
      runtime.book.sheets.map((sheet) => [sheet.name, (outputs.has(sheet.name) ? contentsOf : remarksOf)(sheet)]),
    );
  const before = look();
  work();
  const changed = [...look()].filter(([name, contents]) => before.get(name) !== contents).map(([name]) => name);
  const published = changed.filter((name) => outputs.has(name)).length;
  return schools + outputs.size + 3 * published + (changed.length - published) + 10;
}
