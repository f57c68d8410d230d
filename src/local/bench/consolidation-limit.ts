import type { Programme } from '../../model';
import { publishedTables, registerTabs } from '../../pipeline';
import { REMARK_COLUMN, TABS } from '../../workbook';
import type { Runtime } from '../runtime';

type SheetState = Runtime['book']['sheets'][number];

const contentsOf = ({ cells }: SheetState): string =>
  JSON.stringify(cells.map((row) => row?.map((cell) => cell?.value ?? '').join('\t') ?? ''));

const remarksOf = ({ cells }: SheetState): string =>
  JSON.stringify(cells.map((row) => row?.[REMARK_COLUMN - 1]?.value ?? ''));

/** Each register is one: a consolidation writes its computed cells, its remarks, and rows of the order that are gone. */
const outputTabs = (programme: Programme): Set<string> => {
  const written = [...publishedTables(programme), ...registerTabs(programme)];
  return new Set([...written.map(({ name }) => name), TABS.journal, TABS.panel]);
};

const limitFor = (schools: number, outputs: number, changed: number, remarked: number): number =>
  schools + outputs + 3 * changed + remarked + 10;

/** When nobody has typed anything, only the journal gets a line. */
export const unchangedLimit = (programme: Programme, schools: number): number =>
  limitFor(schools, outputTabs(programme).size, 1, 0);

/**
 * What a consolidation may cost (design.md 8): a call a school and an output tab, three more for each tab whose contents
 * changed, one for each school tab whose remarks changed, and ten. The journal and the panel are output tabs too.
 */
export function consolidationLimit(runtime: Runtime, programme: Programme, schools: number, work: () => void): number {
  const outputs = outputTabs(programme);
  const look = () =>
    new Map(
      runtime.book.sheets.map((sheet) => [sheet.name, (outputs.has(sheet.name) ? contentsOf : remarksOf)(sheet)]),
    );
  const before = look();
  work();
  const changed = [...look()].filter(([name, contents]) => before.get(name) !== contents).map(([name]) => name);
  const published = changed.filter((name) => outputs.has(name)).length;
  return limitFor(schools, outputs.size, published, changed.length - published);
}
