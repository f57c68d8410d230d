import { type Merge, makeSheet, type Sheet } from './sheet';

const TOKEN =
  /<!--[\s\S]*?-->|<(script|style|title)\b[\s\S]*?<\/\1\s*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0', laquo: '«', raquo: '»' },
  ...{ ndash: '–', mdash: '—', minus: '−', shy: '\u00ad', bdquo: '„', ldquo: '“', rdquo: '”', thinsp: '\u2009' },
};

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
  });

const MOST_SPANNED = 500;

function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes);
  return found ? Math.min(Math.max(Number(found[1]), 1), MOST_SPANNED) : 1;
}

/** Rows as they come, of all tables one below another; text between tables is a row of its own. */
class Rows {
  readonly rows: string[][] = [];
  readonly merges: Merge[] = [];
  /** How many rows more a cell from above covers, by column. */
  private covered: number[] = [];
  private row: string[] | null = null;
  private cell: { text: string; attributes: string } | null = null;
  private between = '';

  text(words: string): void {
    const decodedWords = decode(words).replace(/[\t\r\n ]+/g, ' ');
    if (this.cell) this.cell.text += decodedWords;
    else if (!this.row) this.between += decodedWords;
  }

  space(): void {
    if (this.cell) this.cell.text += ' ';
    else if (!this.row) this.line();
  }

  line(): void {
    if (this.between.trim() !== '') this.rows.push([this.between.trim()]);
    this.between = '';
  }

  startTable(): void {
    this.endRow();
    this.line();
    this.covered = [];
  }

  startRow(): void {
    this.endRow();
    this.line();
    this.row = [];
  }

  startCell(attributes: string): void {
    if (!this.row) this.startRow();
    this.endCell();
    this.cell = { text: '', attributes };
  }

  endCell(): void {
    if (!this.cell || !this.row) return;
    const { text, attributes } = this.cell;
    this.cell = null;
    while ((this.covered[this.row.length] ?? 0) > 0) this.row.push('');
    const [left, top] = [this.row.length + 1, this.rows.length + 1];
    const [width, height] = [spanOf(attributes, 'colspan'), spanOf(attributes, 'rowspan')];
    this.row.push(text.trim(), ...Array<string>(width - 1).fill(''));
    for (let column = left - 1; column < left - 1 + width; column += 1) this.covered[column] = height;
    if (width > 1 || height > 1) this.merges.push({ top, left, bottom: top + height - 1, right: left + width - 1 });
  }

  endRow(): void {
    this.endCell();
    if (!this.row) return;
    this.rows.push(this.row);
    this.row = null;
    this.covered = Array.from(this.covered, (height = 0) => Math.max(0, height - 1));
  }
}

const BLOCK = /^(p|div|h[1-6]|li|center|body|html|caption|ul|ol)$/;

/** The tables of a page, as journals give them out under the name of a spreadsheet. */
export function readHtml(page: string): Sheet {
  const rows = new Rows();
  for (const [token, , closing, tag, attributes] of page.matchAll(TOKEN)) {
    if (tag === undefined) {
      if (!token.startsWith('<') || token === '<') rows.text(token);
      continue;
    }
    const name = tag.toLowerCase();
    if (name === 'table') rows.startTable();
    else if (name === 'tr') closing ? rows.endRow() : rows.startRow();
    else if (name === 'td' || name === 'th') closing ? rows.endCell() : rows.startCell(attributes ?? '');
    else if (name === 'br' || BLOCK.test(name)) rows.space();
  }
  rows.startTable();
  return makeSheet('', rows.rows, rows.merges);
}
