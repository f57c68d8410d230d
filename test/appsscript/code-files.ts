import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './district';

export const pageOf = (file: string): string => readFileSync(join(DIST, `${file}.html`), 'utf8');

/** Code that lies in a page of the project; read here once more, since the add-on's own reader is under test. */
export const codeIn = (page: string): string =>
  page
    .split(/\r?\n/)
    .join('')
    .replace(/@@(....)/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`)));
