import { strToU8, zipSync } from 'fflate';
import type { ReportDocument } from '../../../src/model/document';
import { docxParts } from '../../../src/report/docx';

/** The bytes of a .docx file, put together as Google does. */
export function toDocx(report: ReportDocument, pictures: readonly Uint8Array[] = []): Uint8Array {
  const files = docxParts(report, pictures).map(({ path, data }) => [
    path,
    typeof data === 'string' ? strToU8(data) : data,
  ]);
  return zipSync(Object.fromEntries(files), { mtime: '2020-01-01T00:00:00' });
}
