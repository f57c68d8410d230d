import type { CellState, CellStyle } from '../google/book';
import type { Style } from './exceljs';

const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
};

/** `#rrggbb`, `#rgb` or a plain name → opaque ARGB; undefined for anything else. */
export const toArgb = (color: string): string | undefined => {
  const hex = NAMED[color.toLowerCase()] ?? color;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex);
  if (short)
    return `FF${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toUpperCase();
  return /^#[0-9a-f]{6}$/i.test(hex) ? `FF${hex.slice(1)}`.toUpperCase() : undefined;
};

/** Only colours given outright; those of a theme are left out. */
export const fromArgb = (color: { argb?: string } | undefined): string | undefined =>
  color?.argb && /^[0-9A-F]{8}$/i.test(color.argb) ? `#${color.argb.slice(2).toLowerCase()}` : undefined;

const VERTICAL = { top: 'top', middle: 'middle', bottom: 'bottom' } as const;
const SIDES = ['top', 'left', 'bottom', 'right'] as const;

/** The look of a cell as `exceljs` takes it. Google's own default is Arial 10. */
export const toExcelStyle = (style: CellStyle, link: boolean): Partial<Style> => {
  const color = toArgb(style.color ?? (link ? '#1155cc' : '#000000'));
  const background = style.background === undefined ? undefined : toArgb(style.background);
  const sides = SIDES.filter((side) => style.borders?.[side]);
  return {
    font: {
      name: style.font ?? 'Arial',
      size: style.size ?? 10,
      ...(style.bold && { bold: true }),
      ...(style.italic && { italic: true }),
      ...((style.line === 'underline' || (link && style.line === undefined)) && { underline: true }),
      ...(style.line === 'line-through' && { strike: true }),
      ...(color && { color: { argb: color } }),
    },
    ...(background && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: background } } as const }),
    alignment: {
      vertical: VERTICAL[style.verticalAlign ?? 'bottom'],
      ...(style.align && { horizontal: style.align }),
      ...(style.wrap && { wrapText: true }),
    },
    ...(sides.length > 0 && { border: Object.fromEntries(sides.map((side) => [side, { style: 'thin' } as const])) }),
  };
};

/** The look of a cell read from a file; undefined when it is Google's default. */
export const fromExcelStyle = (style: Partial<Style>, link: boolean): CellStyle | undefined => {
  const { font, alignment, border, fill } = style;
  const color = fromArgb(font?.color);
  const background = fill?.type === 'pattern' && fill.pattern === 'solid' ? fromArgb(fill.fgColor) : undefined;
  const sides = SIDES.filter((side) => border?.[side]?.style !== undefined);
  const horizontal = alignment?.horizontal;
  const vertical = alignment?.vertical;
  const found: CellStyle = {
    ...(font?.bold && { bold: true }),
    ...(font?.italic && { italic: true }),
    ...(font?.underline && !link && { line: 'underline' as const }),
    ...(font?.strike && { line: 'line-through' as const }),
    ...(color && color !== '#000000' && !(link && color === '#1155cc') && { color }),
    ...(background && { background }),
    ...(font?.size && font.size !== 10 && { size: font.size }),
    ...(font?.name && font.name !== 'Arial' && { font: font.name }),
    ...((horizontal === 'left' || horizontal === 'center' || horizontal === 'right') && { align: horizontal }),
    ...((vertical === 'top' || vertical === 'middle') && { verticalAlign: vertical }),
    ...(alignment?.wrapText && { wrap: true }),
    ...(sides.length > 0 && { borders: Object.fromEntries(sides.map((side) => [side, true])) }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
};

/** Pixels of a column nobody has made wider or narrower, at Google. */
export const COLUMN_WIDTH = 100;

/** Excel counts a column's width in characters of seven pixels and five of padding, a row's height in points. */
export const toCharacters = (pixels: number): number => Math.max(0, (pixels - 5) / 7);
export const fromCharacters = (characters: number): number => Math.round(characters * 7 + 5);
export const toPoints = (pixels: number): number => pixels * 0.75;
export const fromPoints = (points: number): number => Math.round(points / 0.75);

/** A box to tick, where the program that opens the file draws none. */
export const TICK = '"☑";"☑";"☐"';

/** A date without a format of its own is shown as Sheets shows it. */
export const toExcelFormat = (cell: CellState, date: boolean): string | undefined =>
  cell.format ?? (date ? 'dd.mm.yyyy' : undefined);
