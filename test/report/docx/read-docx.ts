import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/** An element of a part, read by a strict parser that shares nothing with `docx`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** The parts of a .docx file by their paths: `word/document.xml` and so on. */
export async function readParts(bytes: Uint8Array): Promise<Record<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  const files = Object.values(zip.files).filter((file) => !file.dir);
  return Object.fromEntries(await Promise.all(files.map(async (file) => [file.name, await file.async('string')])));
}

/** Parses a part; throws where it is not well-formed. */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)!.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return elements(root)[0]!;
}

/** The document's body and its styles. */
export async function readDocx(bytes: Uint8Array) {
  const parts = await readParts(bytes);
  const body = find(parseXml(parts['word/document.xml']!), 'w:body')!;
  return { parts, body, styles: parseXml(parts['word/styles.xml']!) };
}

const elements = (element: Element): Element[] => element.children.filter((child) => typeof child !== 'string');

/** Every element of that name below, in the order of the document. */
export const findAll = (element: Element, name: string): Element[] =>
  elements(element).flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);

export const find = (element: Element, name: string): Element | undefined => findAll(element, name)[0];

/** A property's value: `attributeOf(paragraph, 'w:jc')` is «both». */
export const attributeOf = (element: Element, name: string, attribute = 'w:val'): string | undefined =>
  find(element, name)?.attributes[attribute];

/** Switched on: there, and not with a value that takes it back. */
export const isOn = (element: Element, name: string): boolean => {
  const found = find(element, name);
  return found !== undefined && !['false', '0', 'off'].includes(found.attributes['w:val'] ?? '');
};

/** What a reader sees: texts, and line breaks as `\n`. */
export const textOf = (element: Element): string =>
  element.name === 'w:t'
    ? element.children.join('')
    : element.name === 'w:br'
      ? '\n'
      : elements(element).map(textOf).join('');

export const paragraphs = (element: Element): Element[] => findAll(element, 'w:p');

export const paragraphWith = (element: Element, text: string): Element =>
  paragraphs(element).find((paragraph) => textOf(paragraph).includes(text)) ?? missing(text);

export const styleNamed = (styles: Element, name: string): Element =>
  findAll(styles, 'w:style').find((style) => attributeOf(style, 'w:name') === name) ?? missing(name);

function missing(what: string): never {
  throw new Error(`not in the document: ${what}`);
}
