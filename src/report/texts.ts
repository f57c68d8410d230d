import { type Align, type Block, dateInFigures, type TableCell, type TableColumn } from '../model';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

export const paragraph = (content: string): Paragraph => ({ kind: 'paragraph', content });

export const centred = (text: string, bold = false): Paragraph => ({
  kind: 'paragraph',
  content: [{ text, bold }],
  align: 'center',
});

export const textCell = (content: string): TableCell => ({ content });

const column =
  (align: Align) =>
  (title: string, width: number): TableColumn => ({ title, width, align });

export const leftColumn = column('left');
export const centredColumn = column('center');

/** One full stop at the end, also after «п. п.» and «г.». */
export const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** A day as in tables; other words as they are. */
export const dated = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? dateInFigures(text) : text);

/** A row that tells of several: a group, the district. */
export const boldRow = (cells: readonly TableCell[]): TableCell[] => cells.map((cell) => ({ ...cell, bold: true }));

/**
 * « (таблица 3)» after a sentence: the composer puts the number in place of the key, and drops the whole where the report
 * has no such table.
 */
export const atTable = (key: string): string => ` (таблица\u00a0{${key}})`;
