import type { Shade } from '../model';

/** Told apart by darkness, so that a grey print shows the same. */
export const CHART_COLORS: Record<Shade, string> = {
  none: '#ffffff',
  light: '#c3cad6',
  middle: '#75839c',
  dark: '#1c2b4a',
};
