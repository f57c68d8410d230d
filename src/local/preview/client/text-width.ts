import type { CellView } from '../messages';

const pen = document.createElement('canvas').getContext('2d');
const PADDING = 7;

/** Pixels that a text takes on one line. */
export function textWidth({ text, style }: CellView): number {
  if (!pen) return 0;
  pen.font = `${style?.italic ? 'italic ' : ''}${style?.bold ? 'bold ' : ''}${((style?.size ?? 10) * 13) / 10}px Arial`;
  return pen.measureText(text).width + PADDING;
}
