import { XmlComponent } from 'docx';
import type { Align, TableCell as Cell, Content } from '../../model/document';
import { printableLines } from './printable';
import { ALIGNMENT } from './text';

/**
 * Rows of tables as they stand in the file. They are most of a large report, and an object for each border, paragraph and
 * run of each cell costs some thirty times as much; the library writes a sign in their place, which is exchanged at the end.
 */
export class WrittenRows {
  private readonly written: string[] = [];

  /** What stands for these rows in the document. */
  sign(xml: string): XmlComponent {
    this.written.push(xml);
    return new Sign(this.written.length - 1);
  }

  /** A part of the file with the rows in the place of their signs. */
  into(part: string): string {
    return this.written.length === 0 ? part : part.replace(SIGN, (_, index) => this.written[Number(index)]!);
  }
}

const NAME = 'w:rows';
const SIGN = new RegExp(`<${NAME}>(\\d+)</${NAME}>`, 'g');

class Sign extends XmlComponent {
  constructor(index: number) {
    super(NAME);
    this.root.push(String(index));
  }
}

/** How a cell stands in its table. */
export interface Place {
  readonly align: Align;
  /** Twips. */
  readonly width: number;
  readonly span: number;
  readonly style: string;
  readonly keepNext: boolean;
}

export interface Line {
  readonly style: string;
  readonly size: number;
  readonly color: string;
}

const side = (name: string, { style, color, size }: Line): string =>
  `<w:${name} w:val="${style}" w:color="${color}" w:sz="${size}"/>`;

const SIDES = ['top', 'left', 'bottom', 'right'];

/** What every cell with such lines around it begins and ends with. */
export const bordersOf = (line: Line): string =>
  `<w:tcBorders>${SIDES.map((name) => side(name, line)).join('')}</w:tcBorders>`;

export const rowXml = (cells: readonly string[], isHeader: boolean): string =>
  `<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;

export function cellXml(cell: Cell, { align, width, span, style, keepNext }: Place, borders: string): string {
  return (
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${borders}` +
    `<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}` +
    `<w:jc w:val="${ALIGNMENT[cell.align ?? align]}"/></w:pPr>${runsXml(cell.content, cell.bold)}</w:p></w:tc>`
  );
}

/** As `textRuns` has them. */
function runsXml(content: Content, bold?: boolean): string {
  if (typeof content === 'string') return linesXml(content, bold, undefined);
  return content.map((run) => linesXml(run.text, run.bold ?? bold, run.italic)).join('');
}

function linesXml(text: string, bold: boolean | undefined, italic: boolean | undefined): string {
  const looks = switched('b', bold) + switched('i', italic);
  const properties = looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`;
  return printableLines(text)
    .map((line, index) => {
      if (line === '' && index === 0) return '';
      const broken = index > 0 ? '<w:br/>' : '';
      return `<w:r>${properties}${broken}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`;
    })
    .join('');
}

function switched(name: string, on: boolean | undefined): string {
  if (on === undefined) return '';
  const off = on ? '' : ' w:val="false"';
  return `<w:${name}${off}/><w:${name}Cs${off}/>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};
const escaped = (text: string): string => (/[&"'<>]/.test(text) ? text.replace(/[&"'<>]/g, (c) => ENTITIES[c]!) : text);
