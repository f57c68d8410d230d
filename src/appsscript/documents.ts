import { canonicalJson, type ReportDocument } from '../model';
import { toDocx } from '../pipeline';
import { Refusal } from './book';
import { hashOf } from './hash';

const DOCUMENT = 'application/vnd.google-apps.document';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Files = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;
type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

/** A document as remembered: its link stays the same while nobody edits it. */
interface Remembered {
  readonly id: string;
  readonly hash: string;
  /** Drive's modifiedTime after our own write. */
  readonly modified: string;
}

export interface WrittenDocument {
  readonly id: string;
  readonly url: string;
  readonly hash: string;
  /** What was done with it, in words. */
  readonly words: string;
}

/** The hash tells whether two reports say the same; the bytes of the file may differ. */
export const hashOfTree = (document: ReportDocument): string => hashOf(canonicalJson(document));

const keyOf = ({ kind, period, edition }: ReportDocument): string => `report:${kind}:${period}:${edition}`;
const urlOf = (id: string): string => `https://docs.google.com/document/d/${id}/edit`;

/**
 * Writes a report as a Google Doc. Unchanged: nothing is written. Changed and untouched by people: the same document
 * gets the new contents. Edited by a person or out of reach: a new document, the old one stays as it is.
 */
export function writeDocument(document: ReportDocument): WrittenDocument {
  const files = driveFiles();
  const properties = PropertiesService.getDocumentProperties();
  const key = keyOf(document);
  const hash = hashOfTree(document);
  const stored = properties.getProperty(key);
  const old = stored ? (JSON.parse(stored) as Remembered) : null;
  const found = old ? find(files, old.id) : null;
  const untouched = old !== null && found !== null && found.modifiedTime === old.modified;
  if (old && untouched && old.hash === hash) {
    return { id: old.id, url: urlOf(old.id), hash, words: 'Отчёт не изменился, документ оставлен как есть.' };
  }
  const blob = blobOf(document);
  const fields = { fields: 'id,modifiedTime' };
  const file =
    old && untouched
      ? files.update({ name: document.title }, old.id, blob, fields)
      : files.create(
          { name: document.title, mimeType: DOCUMENT, appProperties: { report: key.slice(0, 100) } },
          blob,
          fields,
        );
  const id = file.id!;
  const remembered: Remembered = { id, hash, modified: file.modifiedTime! };
  properties.setProperty(key, JSON.stringify(remembered));
  return { id, url: urlOf(id), hash, words: wordsFor(old, found !== null, untouched) };
}

function wordsFor(old: Remembered | null, found: boolean, untouched: boolean): string {
  if (!old) return 'Отчёт создан.';
  if (untouched) return 'Отчёт обновлён в том же документе.';
  const why = found ? 'изменён вручную' : 'недоступен (удалён или создан другим координатором)';
  return `Создан новый документ: прежний ${why}. Он не тронут: ${urlOf(old.id)}`;
}

/** `Drive` is undefined where the advanced service is switched off. */
function driveFiles(): Files {
  if (typeof Drive !== 'undefined' && Drive) return Drive.Files;
  throw new Refusal('Не включена служба Drive: откройте «Расширения», «Apps Script», «Службы» и добавьте Drive API.');
}

/** Null when the document was deleted or belongs to another coordinator: the add-on sees only files it made itself. */
function find(files: Files, id: string): File | null {
  try {
    const file = files.get(id, { fields: 'id,modifiedTime,trashed' }) as File;
    return file.trashed ? null : file;
  } catch (error) {
    if (/not found/i.test(String(error))) return null;
    throw error;
  }
}

function blobOf(document: ReportDocument): GoogleAppsScript.Base.Blob {
  const bytes = toDocx(document);
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Utilities.newBlob(Array.from(signed), DOCX, `${document.title}.docx`);
}
