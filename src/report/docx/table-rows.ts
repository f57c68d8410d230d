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
  private readonly addresses: string[] = [];

  /** What stands for these rows in the document. */
  sign(xml: string): XmlComponent {
    this.written.push(xml);
    return new Sign(this.written.length - 1);
  }

  /** The relation by which a cell of the document leads to an address; none where it is no web address. */
  linkTo(address: string | undefined): string | undefined {
    if (address === undefined || !/^https?:\/\//i.test(address)) return undefined;
    const at = this.addresses.indexOf(address);
    return `${RELATION}${at < 0 ? this.addresses.push(address) - 1 : at}`;
  }

  /** A part of the file with the rows in the place of their signs; the document's relations with those of its links. */
  into(part: string, path: string): string {
    if (path === RELATIONS) return this.related(part);
    return this.written.length === 0 ? part : part.replace(SIGN, (_, index) => this.written[Number(index)]!);
  }

  private related(part: string): string {
    const links = this.addresses.map(
      (address, index) =>
        `<Relationship Id="${RELATION}${index}" Type="${HYPERLINK}" Target="${escaped(address)}" TargetMode="External"/>`,
    );
    return part.replace('</Relationships>', () => `${links.join('')}</Relationships>`);
  }
}

const RELATIONS = 'word/_rels/document.xml.rels';
const RELATION = 'rIdLink';
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

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
  /** The relation that its words lead by. */
  readonly link?: string;
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

export function cellXml(cell: Cell, { align, width, span, style, keepNext, link }: Place, borders: string): string {
  const runs = runsXml(cell.content, cell.bold, link === undefined ? '' : AS_LINK);
  const words = link === undefined ? runs : `<w:hyperlink r:id="${link}">${runs}</w:hyperlink>`;
  return (
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${borders}` +
    `<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}` +
    `<w:jc w:val="${ALIGNMENT[cell.align ?? align]}"/></w:pPr>${words}</w:p></w:tc>`
  );
}

const AS_LINK = '<w:color w:val="0563C1"/><w:u w:val="single"/>';

/** As `textRuns` has them. */
function runsXml(content: Content, bold: boolean | undefined, looks: string): string {
  if (typeof content === 'string') return linesXml(content, switched('b', bold) + looks);
  return content
    .map((run) => linesXml(run.text, switched('b', run.bold ?? bold) + switched('i', run.italic) + looks))
    .join('');
}

function linesXml(text: string, looks: string): string {
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
export const escaped = (text: string): string =>
  /[&"'<>]/.test(text) ? text.replace(/[&"'<>]/g, (c) => ENTITIES[c]!) : text;
