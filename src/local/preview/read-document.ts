import { strFromU8, unzipSync } from 'fflate';
import { attributeOf, child, type Element, elementsOf, findAll, readXml } from '../../import/xml';
import type { Block, Run, TableCell } from './messages';

interface Parts {
  text(name: string): string | undefined;
  /** A picture as a data address. */
  picture(relation: string | undefined): string | undefined;
  isNumbered(list: string | undefined): boolean;
}

/** A .docx file as blocks: headings, paragraphs, lists, tables, pictures. Headers, footers and finer looks are left out. */
export function readDocument(bytes: Buffer): Block[] {
  const parts = partsOf(bytes);
  const xml = parts.text('word/document.xml');
  if (xml === undefined) throw new Error('В файле нет документа Word.');
  return blocksOf(child(readXml(xml), 'w:document', 'w:body'), parts);
}

/** None when the bytes are no ZIP file. */
function filesIn(bytes: Buffer): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

function partsOf(bytes: Buffer): Parts {
  const files = filesIn(bytes);
  const text = (name: string) => files[name] && strFromU8(files[name]);
  const relations = findAll(readXml(text('word/_rels/document.xml.rels') ?? ''), 'Relationship');
  const numbering = readXml(text('word/numbering.xml') ?? '');
  return {
    text,
    picture: (relation) => {
      const target = relations.find((each) => each.attributes.Id === relation)?.attributes.Target;
      const content = target && files[`word/${target}`];
      return content
        ? `data:image/${target.split('.').pop()};base64,${Buffer.from(content).toString('base64')}`
        : undefined;
    },
    isNumbered: (list) => {
      const found = findAll(numbering, 'w:num').find((each) => attributeOf(each, 'w:numId') === list);
      const base = attributeOf(child(found, 'w:abstractNumId'));
      const design = findAll(numbering, 'w:abstractNum').find((each) => attributeOf(each, 'w:abstractNumId') === base);
      return attributeOf(child(design, 'w:lvl', 'w:numFmt')) !== 'bullet';
    },
  };
}

const blocksOf = (element: Element | undefined, parts: Parts): Block[] =>
  elementsOf(element).flatMap((each): Block[] => {
    if (each.name === 'w:p') return paragraphOf(each, parts);
    return each.name === 'w:tbl' ? [tableOf(each, parts)] : [];
  });

function paragraphOf(paragraph: Element, parts: Parts): Block[] {
  const properties = child(paragraph, 'w:pPr');
  const runs = findAll(paragraph, 'w:r').map(runOf);
  const pictures = findAll(paragraph, 'w:drawing').flatMap((drawing) => pictureOf(drawing, parts));
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '') return pictures;
  const level = levelOf(attributeOf(child(properties, 'w:pStyle')) ?? '');
  if (level !== undefined) return [{ kind: 'heading', level, text }];
  const list = attributeOf(child(properties, 'w:numPr', 'w:numId'));
  const align = { both: 'justify', center: 'center', right: 'right', end: 'right' }[
    attributeOf(child(properties, 'w:jc')) ?? ''
  ];
  const item = list === undefined ? undefined : parts.isNumbered(list) ? ('number' as const) : ('bullet' as const);
  return [{ kind: 'paragraph', runs, align: align ?? 'left', ...(item && { item }) }, ...pictures];
}

/** The title is 1, so that the document's own headings begin with 2. */
const levelOf = (style: string): number | undefined => {
  if (style === 'Title') return 1;
  const heading = /^Heading(\d)$/.exec(style);
  return heading ? Number(heading[1]) + 1 : undefined;
};

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !['false', '0', 'off', 'none'].includes(attributeOf(element) ?? '');

function runOf(run: Element): Run {
  const look = child(run, 'w:rPr');
  const text = elementsOf(run)
    .map((part) => {
      if (part.name === 'w:t') return part.children.join('');
      if (part.name === 'w:tab') return '\t';
      return part.name === 'w:br' && attributeOf(part, 'w:type') !== 'page' ? '\n' : '';
    })
    .join('');
  return { text, bold: isOn(child(look, 'w:b')), italic: isOn(child(look, 'w:i')) };
}

function pictureOf(drawing: Element, parts: Parts): Block[] {
  const source = parts.picture(attributeOf(findAll(drawing, 'a:blip')[0], 'r:embed'));
  const title = attributeOf(findAll(drawing, 'wp:docPr')[0], 'descr') ?? 'Рисунок';
  return source ? [{ kind: 'picture', source, title }] : [];
}

function tableOf(table: Element, parts: Parts): Block {
  const rows: TableCell[][] = [];
  /** Cells that may yet grow downwards, by the column they begin in. */
  const open = new Map<number, TableCell>();
  for (const line of elementsOf(table, 'w:tr')) {
    const header = isOn(child(line, 'w:trPr', 'w:tblHeader'));
    const cells: TableCell[] = [];
    let column = 0;
    for (const element of elementsOf(line, 'w:tc')) {
      const properties = child(element, 'w:tcPr');
      const columns = Number(attributeOf(child(properties, 'w:gridSpan')) ?? 1);
      const merge = child(properties, 'w:vMerge');
      const above = open.get(column);
      if (merge && attributeOf(merge) !== 'restart' && above) above.rows += 1;
      else {
        const cell = { blocks: blocksOf(element, parts), columns, rows: 1, header };
        cells.push(cell);
        open.set(column, cell);
      }
      column += columns;
    }
    rows.push(cells);
  }
  const widths = elementsOf(child(table, 'w:tblGrid'), 'w:gridCol').map((each) =>
    Number(attributeOf(each, 'w:w') ?? 0),
  );
  const border = attributeOf(child(table, 'w:tblPr', 'w:tblBorders', 'w:top')) ?? 'single';
  return { kind: 'table', rows, widths, bordered: !['none', 'nil'].includes(border) };
}
