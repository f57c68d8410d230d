import type { ReportDocument } from '../model';
import { codeOf } from './code-file';

interface Renderer {
  toDocx(document: ReportDocument, pictures: readonly Uint8Array[]): Uint8Array;
}

/** The bytes of a .docx file, with a picture for each chart. What makes them is large and is run only when a report is built. */
export const toDocx = (document: ReportDocument, pictures: readonly Uint8Array[] = []): Uint8Array =>
  codeOf<Renderer>('docx').toDocx(document, pictures);
