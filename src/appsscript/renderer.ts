import type { ReportDocument } from '../model';

interface Renderer {
  toDocx(document: ReportDocument): Uint8Array;
}

/** `dist/docx.html`: the renderer's code, in letters that no reader of HTML changes. */
const FILE = 'docx';

let loaded: Renderer | null = null;

/**
 * The bytes of a .docx file. The renderer lies as text in a file of its own: script files are all run with every
 * keystroke in the workbook, and this one is needed only when a report is built.
 */
export function toDocx(document: ReportDocument): Uint8Array {
  loaded ??= loadRenderer();
  return loaded.toDocx(document);
}

export function loadRenderer(): Renderer {
  const letters = HtmlService.createTemplateFromFile(FILE).getRawContent().replace(/\s+/g, '');
  const code = Utilities.newBlob(Utilities.base64Decode(letters)).getDataAsString('UTF-8');
  return new Function(`${code}\nreturn Renderer;`)() as Renderer;
}
