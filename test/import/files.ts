import ExcelJS from 'exceljs';
import { type FileReading, recogniseFile, SchoolFinder } from '../../src/import';
import type { KnownSchool } from '../../src/model';

/** Учебные данные: schools, logins, codes and people of these files are invented. */
const school = (index: number, key: string, name: string): KnownSchool => ({
  key,
  name,
  login: `edu99000${index}`,
  oldLogin: `sch99000${index}`,
  code: `99010${index}`,
  names: [],
});

export const SCHOOLS: readonly KnownSchool[] = [
  school(1, 'zarechny-1', 'МБОУ Заречная СОШ №1'),
  school(2, 'zarechny-2', 'МБОУ Заречная СОШ №2'),
  school(3, 'podgornoe', 'МКОУ Подгорненская ООШ'),
  { ...school(4, 'lugovoe', 'МКОУ Луговская ООШ'), names: ['Школа у реки'] },
];

export const finder = new SchoolFinder({ schools: SCHOOLS, municipality: 'Зареченский район' });

export type Row = readonly (string | number | Date | null)[];

export interface SheetMade {
  readonly rows: readonly Row[];
  readonly merges?: readonly string[];
  readonly formats?: Readonly<Record<string, string>>;
  readonly state?: 'hidden';
}

export async function workbook(sheets: Readonly<Record<string, readonly Row[] | SheetMade>>): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [name, made] of Object.entries(sheets)) {
    const { rows, merges = [], formats = {}, state = 'visible' } = 'rows' in made ? made : { rows: made };
    const sheet = book.addWorksheet(name, { state });
    rows.forEach((row, index) => {
      row.forEach((cell, column) => {
        if (cell !== null && cell !== '') sheet.getCell(index + 1, column + 1).value = cell;
      });
    });
    for (const range of merges) sheet.mergeCells(range);
    for (const [address, format] of Object.entries(formats)) sheet.getCell(address).numFmt = format;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export const csv = (rows: readonly Row[], separator = ';'): Uint8Array =>
  new TextEncoder().encode(rows.map((row) => row.map((cell) => cell ?? '').join(separator)).join('\r\n'));

export const read = (bytes: Uint8Array): FileReading => recogniseFile(bytes, finder);

export const counts = (reading: FileReading) => reading.records.map((record) => record.counts);

export const reasons = ({ refused, skipped }: FileReading) =>
  [...refused, ...skipped].map(({ row, reason }) => [row ?? null, reason]);
