import type { TabDesign } from '../model';
import { type Remaking, remakingOf } from './remaking';
import { stretches } from './stretches';

/** Calls that a tab made from nothing takes, about. */
const FROM_NOTHING = 40;
/** Calls that rows of a look of their own take, about. */
const PAINTED = 9;
/** So many tabs tell how alike all are, and so many of them are tried. */
const MOST_COMPARED = 40;
const CANDIDATES = 8;

const callsOf = (made: Remaking | null): number =>
  made === null
    ? FROM_NOTHING
    : Object.values(made).reduce((sum: number, part) => sum + (Array.isArray(part) ? part.length : part ? 1 : 0), 0) +
      (made.painted ? PAINTED : 0);

/** The same with columns like its `at`-th beside that one. */
function widened(design: TabDesign, at: number, count: number): TabDesign {
  const repeated = <T>(cells: readonly T[], cell = cells[at - 1]!): T[] => [
    ...cells.slice(0, at),
    ...Array<T>(count).fill(cell),
    ...cells.slice(at),
  ];
  const { section, formats, columns, widths, hiddenColumns } = design;
  return {
    ...design,
    section: {
      values: section.values.map((cells) => repeated(cells, '')),
      decorations: section.decorations.map((decoration) => {
        if (decoration.column > at) return { ...decoration, column: decoration.column + count };
        const isOver = decoration.column + decoration.columns > at;
        return isOver ? { ...decoration, columns: decoration.columns + count } : decoration;
      }),
    },
    ...(formats ? { formats: repeated(formats) } : {}),
    columns: columns + count,
    widths: repeated(widths),
    hiddenColumns: hiddenColumns.map((column) => (column > at ? column + count : column)),
  };
}

/** As wide as the widest, by columns of the commonest kind: a copy can lose columns and not win them. */
function wideEnough(design: TabDesign, columns: number): TabDesign {
  const missing = columns - design.columns;
  if (missing <= 0) return design;
  const looks = design.widths.map((width, index) =>
    [width, design.formats?.[index], design.hiddenColumns.includes(index + 1)].join(),
  );
  const [longest] = [...stretches(looks)].sort(([, a], [, b]) => b - a);
  return widened(design, longest![0] + 1, missing);
}

const workOf = (mould: TabDesign, designs: readonly TabDesign[]): number =>
  designs.reduce((sum, design) => sum + callsOf(remakingOf(mould, design)), 0);

/** A tab of which all these are least work to make, and which is none of them. */
export function commonTab(designs: readonly TabDesign[]): TabDesign {
  const columns = Math.max(...designs.map((design) => design.columns));
  // Tabs of few rows have least of their own.
  const fewest = Math.min(...designs.map(({ section }) => section.values.length));
  const bare = designs.filter(({ section }) => section.values.length === fewest);
  const step = Math.ceil(bare.length / CANDIDATES);
  const moulds = bare.filter((_, index) => index % step === 0).map((design) => wideEnough(design, columns));
  if (moulds.length === 1) return moulds[0]!;
  const sample = designs.slice(0, MOST_COMPARED);
  return moulds
    .map((mould) => ({ mould, calls: workOf(mould, sample) }))
    .reduce((least, each) => (each.calls < least.calls ? each : least)).mould;
}

/** Whether it is less work to make a mould first. */
export const isWorthWhile = (mould: TabDesign, designs: readonly TabDesign[]): boolean => {
  const sample = designs.slice(0, MOST_COMPARED);
  return FROM_NOTHING + workOf(mould, sample) < FROM_NOTHING * sample.length;
};
