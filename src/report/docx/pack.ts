import { type Document, Packer } from 'docx';

/** In place of the moment of writing, so that the same tree gives the same bytes. */
const WRITTEN_AT = '2020-01-01T00:00:00Z';

/** A file within the file: what stands in it, words or bytes. */
export interface DocxPart {
  readonly path: string;
  readonly data: string | Uint8Array;
}

interface Compiler {
  compile(
    document: Document,
    prettify: undefined,
    overrides: readonly DocxPart[],
  ): ReadonlyMap<string, string | Uint8Array>;
}

/** The document's parts, synchronously: the public Packer only promises its result, which Apps Script's entry points cannot await. `finished` gives a part of it as it is to stand. */
export function partsOf(
  document: Document,
  title: string,
  finished: (part: string, path: string) => string,
): DocxPart[] {
  const parts = compiler().compile(document, undefined, [coreProperties(title)]);
  return [...parts].map(([path, data]) => ({ path, data: typeof data === 'string' ? finished(data, path) : data }));
}

/** A private member of docx 9.15.2, hence the pinned version and a test of its shape. */
function compiler(): Compiler {
  const { compiler } = Packer as unknown as { compiler?: Partial<Compiler> };
  if (typeof compiler?.compile !== 'function') {
    throw new Error('docx: Packer.compiler.compile is gone; this renderer was written for docx 9.15.2');
  }
  return compiler as Compiler;
}

/** Written here because docx puts the present moment into it and knows no language. */
const coreProperties = (title: string): DocxPart => ({
  path: 'docProps/core.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${WRITTEN_AT}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${WRITTEN_AT}</dcterms:modified>` +
    '<dc:language>ru-RU</dc:language>' +
    '</cp:coreProperties>',
});

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
