import type { Workbook, Worksheet } from './exceljs';

/**
 * A hidden sheet for what a workbook of Google's has and an .xlsx has no place for. A record is a row: its kind, then
 * texts. Kinds: `sheet` (name in the file, name, id, rows, columns), `list` (the values of one drop-down list),
 * `text` (sheet, cell, the rest of a text longer than a cell of Excel's holds).
 */
export const NOTEBOOK = '_local';

/** Excel refuses a file with a longer text in a cell; Google allows 50,000 characters. */
export const LONGEST_TEXT = 32_767;

export interface Notebook {
  add(kind: 'sheet' | 'text', texts: string[]): void;
  /** The row, from 1, where the values of a list stand, from the second column on. */
  list(values: string[]): number;
}

export interface NoteRecord {
  kind: string;
  texts: string[];
  /** From 1. */
  row: number;
}

/** Appends to the notebook of a workbook about to be saved. */
export const openNotebook = (workbook: Workbook): Notebook => {
  const sheet = workbook.addWorksheet(NOTEBOOK, { state: 'veryHidden' });
  const lists = new Map<string, number>();
  let row = 0;
  const write = (kind: string, texts: string[]): number => {
    row += 1;
    [kind, ...texts].forEach((text, at) => {
      const cell = sheet.getCell(row, at + 1);
      cell.value = text;
      cell.numFmt = '@';
    });
    return row;
  };
  return {
    add: (kind, texts) => void write(kind, texts),
    list: (values) => {
      const key = JSON.stringify(values);
      const known = lists.get(key) ?? write('list', values);
      lists.set(key, known);
      return known;
    },
  };
};

/** The records of a loaded workbook; none when another program made it. */
export const readNotebook = (workbook: Workbook): NoteRecord[] => {
  const sheet = workbook.getWorksheet(NOTEBOOK);
  return sheet ? readRecords(sheet) : [];
};

const readRecords = (sheet: Worksheet): NoteRecord[] => {
  const records: NoteRecord[] = [];
  sheet.eachRow((row, number) => {
    const texts: string[] = [];
    for (let at = 1; at <= row.cellCount; at++) texts.push(String(row.getCell(at).value ?? ''));
    records.push({ kind: texts[0] ?? '', texts: texts.slice(1), row: number });
  });
  return records;
};
