import type { ReportDocument } from '../model';
import { codeOf } from './code-file';

interface Part {
  readonly path: string;
  readonly data: string | Uint8Array;
}

interface Renderer {
  docxParts(document: ReportDocument, pictures: readonly Uint8Array[]): readonly Part[];
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * A .docx file with a picture for each chart. What makes its parts is large and is run only when a report is built; Google
 * puts them together: the megabytes of a large district's report are packed by a script many times as long.
 */
export function docxOf(document: ReportDocument, pictures: readonly Uint8Array[] = []): GoogleAppsScript.Base.Blob {
  const parts = codeOf<Renderer>('docx').docxParts(document, pictures);
  return Utilities.zip(parts.map(blobOf), `${document.title}.docx`).setContentType(DOCX);
}

const blobOf = ({ path, data }: Part): GoogleAppsScript.Base.Blob =>
  typeof data === 'string'
    ? Utilities.newBlob(data, 'application/xml', path)
    : Utilities.newBlob(Array.from(new Int8Array(data.buffer, data.byteOffset, data.byteLength)), 'image/png', path);
