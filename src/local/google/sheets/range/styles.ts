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
        write(place, (row, column) => kept(values[row]![column]));
      },
    },
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
  for (let row = 0; row < area.rows; row++) {
    for (let column = 0; column < area.columns; column++) {
      const cell = cellAt(sheet, area.row + row, area.column + column);
      const sides = {
        top: row === 0 ? top : horizontalLines,
        bottom: row === area.rows - 1 ? bottom : horizontalLines,
        left: column === 0 ? left : vertical,
        right: column === area.columns - 1 ? right : vertical,
      };
      const said = Object.entries(sides).filter(([, side]) => side !== null);
      restyle(cell, { borders: { ...cell.style?.borders, ...Object.fromEntries(said) } });
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
