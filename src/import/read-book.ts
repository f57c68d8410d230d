import { readSeparated } from './csv';
import { readHtml } from './html';
import { type Book, UnreadableFile } from './sheet';
import { decoded } from './texts';
import { readXlsx } from './xlsx';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** What a file is shows in how it begins; its name may lie (an .xls that is a page). */
export function readBook(bytes: Uint8Array): Book {
  if (bytes.length === 0) throw new UnreadableFile('файл пуст: скачайте его заново');
  if (startsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new UnreadableFile(
      'это книга старого Excel или книга под паролем: откройте её в Excel и сохраните как .xlsx без пароля',
    );
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new UnreadableFile('это PDF, таблиц из него не взять: скачайте отчёт как .xlsx или .csv');
  const text = decoded(bytes);
  if (/<table\b|<html\b/i.test(text)) return { sheets: [readHtml(text)], hidden: [] };
  if (/^\s*<\?xml/.test(text)) throw new UnreadableFile('это XML: откройте файл в Excel и сохраните как .xlsx');
  if (/(?![\t\n\v\f\r])\p{Cc}/u.test(text.slice(0, 4000)))
    throw new UnreadableFile('это не таблица: нужен файл .xlsx, .csv или .xls из журнала');
  return { sheets: [readSeparated(text)], hidden: [] };
}
