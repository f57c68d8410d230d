import type { CellStyle } from '../../book';
import type { Host } from '../../host';
import { defineService, type Hosted, type Members, stateOf } from '../handle';
import type { AppPlace } from '../place';

interface Style extends Hosted {
  style: CellStyle;
}

const facts: Members<Style> = {
  handle: {
    'isBold()': ({ style }) => style.bold ?? null,
    'isItalic()': ({ style }) => style.italic ?? null,
    'isUnderline()': ({ style }) => style.line === 'underline',
    'isStrikethrough()': ({ style }) => style.line === 'line-through',
    'getForegroundColor()': ({ style }) => style.color ?? null,
    'getFontSize()': ({ style }) => style.size ?? null,
    'getFontFamily()': ({ style }) => style.font ?? null,
    'copy()': (state) => makeBuilder({ ...state, style: { ...state.style } }),
  },
};

const makeValue: (state: Style) => object = defineService<Style>('TextStyle', () => [facts]);

const sets =
  (change: (value: never) => CellStyle) =>
  (state: Style, value: never): void => {
    Object.assign(state.style, change(value));
  };

const makeBuilder: (state: Style) => object = defineService<Style>('TextStyleBuilder', () => [
  {
    fluent: {
      'setBold(Boolean)': sets((bold: boolean) => ({ bold })),
      'setItalic(Boolean)': sets((italic: boolean) => ({ italic })),
      'setUnderline(Boolean)': sets((on: boolean) => ({ line: on ? 'underline' : undefined })),
      'setStrikethrough(Boolean)': sets((on: boolean) => ({ line: on ? 'line-through' : undefined })),
      'setForegroundColor(String?)': sets((color: string | null) => ({ color: color ?? undefined })),
      'setFontSize(Integer)': sets((size: number) => ({ size })),
      'setFontFamily(String?)': sets((font: string | null) => ({ font: font ?? undefined })),
    },
    handle: { 'build()': (state) => makeValue({ ...state, style: { ...state.style } }) },
  },
]);

export const newTextStyle = ({ host }: AppPlace): object => makeBuilder({ host, style: {} });

export const makeTextStyle = (host: Host, style: CellStyle): object => makeValue({ host, style: { ...style } });

export const textStyleOf = (handle: object): CellStyle => ({ ...stateOf<Style>(handle).style });
