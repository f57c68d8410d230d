import type { ReportDocument } from '../model/document';

/** Left to the bundler: a static import would initialise `docx` on every keystroke in the workbook, with `onEdit`. */
declare function require(id: './docx-file'): typeof import('./docx-file');

/**
 * Renders a tree to the bytes of a .docx file, synchronously. The same tree gives the same bytes.
 * Characters XML cannot hold are dropped; empty content is a blank line.
 */
export const toDocx = (document: ReportDocument): Uint8Array => require('./docx-file').docxFile(document);
