import type { CellStyle } from '../../book';
import { cellAt, changeAll, readGrid, restyler } from '../cells/cells';
import { colorRead } from '../cells/color';
import { WrapStrategy } from '../enums';
import type { Members } from '../handle';
import type { RangePlace } from '../place';
import { assertChangeable, assertSize, assertUsable } from '../rules/usable';

/** One side of a cell's look: how a script says it, how it is kept. */
interface Aspect {
  one: string;
  many: string;
  type: string;
  keep(value: never): CellStyle;
  tell(style: CellStyle): unknown;
}

const ASPECTS: Aspect[] = [
  {
    one: 'Background',
    many: 'Backgrounds',
    type: 'String?',
    keep: (background: string | null) => ({ background: background ?? undefined }),
    tell: ({ background }) => colorRead(background ?? '#ffffff'),
  },
  {
    one: 'FontColor',
    many: 'FontColors',
    type: 'String?',
    keep: (color: string | null) => ({ color: color ?? undefined }),
    tell: ({ color }) => colorRead(color ?? '#000000'),
  },
  {
    one: 'FontWeight',
    many: 'FontWeights',
    type: 'String?',
    keep: (weight: string | null) => ({ bold: weight === 'bold' || undefined }),
    tell: ({ bold }) => (bold ? 'bold' : 'normal'),
  },
  {
    one: 'FontStyle',
    many: 'FontStyles',
    type: 'String?',
    keep: (style: string | null) => ({ italic: style === 'italic' || undefined }),
    tell: ({ italic }) => (italic ? 'italic' : 'normal'),
  },
  {
    one: 'FontLine',
    many: 'FontLines',
    type: 'String?',
    keep: (line: string | null) => ({ line: line === 'underline' || line === 'line-through' ? line : undefined }),
    tell: ({ line }) => line ?? 'none',
  },
  {
    one: 'FontSize',
    many: 'FontSizes',
    type: 'Integer',
    keep: (size: number) => ({ size }),
    tell: ({ size }) => size ?? 10,
  },
  {
    one: 'FontFamily',
    many: 'FontFamilies',
    type: 'String?',
    keep: (font: string | null) => ({ font: font ?? undefined }),
    tell: ({ font }) => font ?? 'Arial',
  },
  {
    one: 'Wrap',
    many: 'Wraps',
    type: 'Boolean',
    keep: (wrap: boolean) => ({ wrap: wrap || undefined }),
    tell: ({ wrap }) => wrap === true,
  },
  {
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    type: 'Enum',
    // Overflowing and clipped text are not told apart.
    keep: (strategy: unknown) => ({ wrap: strategy === WrapStrategy.WRAP || undefined }),
    tell: ({ wrap }) => (wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW),
  },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    type: 'String?',
    keep: (align: string | null) => ({ align: horizontal(align) }),
    tell: ({ align }) => align ?? 'general',
  },
  {
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    type: 'String?',
    keep: (align: string | null) => ({ verticalAlign: (align ?? undefined) as CellStyle['verticalAlign'] }),
    tell: ({ verticalAlign }) => verticalAlign ?? 'bottom',
  },
];

const horizontal = (align: string | null): CellStyle['align'] =>
  align === 'left' || align === 'center' || align === 'right' ? align : undefined;

function read(place: RangePlace, tell: Aspect['tell']): unknown[][] {
  assertUsable(place);
  const plain = tell({});
  return readGrid(
    place.sheet,
    place.area,
    ({ style }) => (style ? tell(style) : plain),
    () => plain,
  );
}

/** Cells that looked the same go on sharing one look. */
function write(place: RangePlace, changeAt: (row: number, column: number) => CellStyle): void {
  assertChangeable(place);
  const restyle = restyler();
  changeAll(place.sheet, place.area, (cell, row, column) => restyle(cell, changeAt(row, column)));
}

function membersOf({ one, many, type, keep, tell }: Aspect): Required<Pick<Members<RangePlace>, 'call' | 'change'>> {
  const kept = keep as (value: unknown) => CellStyle;
  return {
    call: {
      [`get${one}()`]: (place: RangePlace) =>
        read({ ...place, area: { ...place.area, rows: 1, columns: 1 } }, tell)[0]![0],
      [`get${many}()`]: (place: RangePlace) => read(place, tell),
    },
    change: {
      [`set${one}(${type})`]: (place: RangePlace, value: unknown) => {
        const change = kept(value);
        write(place, () => change);
      },
      [`set${many}(${type}[][])`]: (place: RangePlace, values: unknown[][]) => {
        assertSize(place, values);
        const changeFor = remembered(kept);
        write(place, (row, column) => changeFor(values[row]![column]));
      },
    },
  };
}

/** Makes of the same always the same, so that cells that look alike share one look. */
function remembered<From, To>(make: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const made = known.get(from) ?? make(from);
    known.set(from, made);
    return made;
  };
}

type Switch = boolean | null;

/** `null` leaves a side as it is. Colours and line styles of borders are not kept. */
function setBorder(
  place: RangePlace,
  top: Switch,
  left: Switch,
  bottom: Switch,
  right: Switch,
  vertical: Switch,
  horizontalLines: Switch,
): void {
  assertChangeable(place);
  const { sheet, area } = place;
  const restyle = restyler();
  const changeAt = remembered((edges: string) => {
    const sides = {
      top: edges.includes('t') ? top : horizontalLines,
      left: edges.includes('l') ? left : vertical,
      bottom: edges.includes('b') ? bottom : horizontalLines,
      right: edges.includes('r') ? right : vertical,
    };
    const said = Object.fromEntries(Object.entries(sides).filter(([, side]) => side !== null));
    return remembered((before: CellStyle['borders']): CellStyle => ({ borders: { ...before, ...said } }));
  });
  for (let row = 0; row < area.rows; row++) {
    const ends = (row === 0 ? 't' : '') + (row === area.rows - 1 ? 'b' : '');
    for (let column = 0; column < area.columns; column++) {
      const edges = ends + (column === 0 ? 'l' : '') + (column === area.columns - 1 ? 'r' : '');
      const cell = cellAt(sheet, area.row + row, area.column + column);
      restyle(cell, changeAt(edges)(cell.style?.borders));
    }
  }
}

const parts = ASPECTS.map(membersOf);
const SIX = 'Boolean?,Boolean?,Boolean?,Boolean?,Boolean?,Boolean?';

/** Colours, fonts, alignment, wrapping and borders. */
export const rangeStyles: Members<RangePlace> = {
  call: Object.assign({}, ...parts.map(({ call }) => call)),
  change: Object.assign({}, ...parts.map(({ change }) => change), {
    [`setBorder(${SIX}) (${SIX},String?,Enum?)`]: setBorder,
  }),
};
