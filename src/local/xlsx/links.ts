import type { Book } from '../google/book';
import { quoteSheet, splitSheet } from '../google/sheets/formula/a1';

export interface Links {
  /** `#gid=5&range=C30` → `#'Sheet'!$C$30`; other links as they are. */
  toExcel(link: string): string;
  fromExcel(link: string): string;
}

const INSIDE = /^#gid=(\d+)(?:&range=([A-Za-z0-9:$]+))?$/;

/** Links within the workbook go by sheet id at Google and by sheet name in Excel. */
export const linksOf = (book: Book, excelName: (sheetId: number) => string | undefined): Links => ({
  toExcel: (link) => {
    const parts = INSIDE.exec(link);
    const name = parts && excelName(Number(parts[1]));
    // With `$` signs, since `exceljs` writes a link without them twice over, and LibreOffice then joins the two.
    return name ? `#${quoteSheet(name)}!${fixed(parts[2] ?? 'A1')}` : link;
  },
  fromExcel: (link) => {
    if (!link.startsWith('#')) return link;
    const { sheet, rest } = splitSheet(decode(link.slice(1)));
    const found = book.sheets.find(({ id }) => sheet !== undefined && excelName(id) === sheet);
    return found ? `#gid=${found.id}&range=${rest.replace(/\$/g, '')}` : link;
  },
});

const fixed = (address: string): string => address.replace(/\$/g, '').replace(/[A-Za-z]+|\d+/g, (part) => `$${part}`);

const decode = (text: string): string => {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
};
