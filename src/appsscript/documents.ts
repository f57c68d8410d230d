import { canonicalJson, type ReportDocument } from '../model';
import { Refusal } from './book';
import { hashOf } from './hash';
import { toDocx } from './renderer';

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

/** Kept in a document property under the report's key. */
interface Memory {
  readonly written: Remembered | null;
  /** Said before Drive is asked to write: a run that dies before `written` is renewed is recognised by the token. */
  readonly writing?: { readonly token: string; readonly hash: string };
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

/** One document for each kind, period, edition and subject; without a subject it is as version 0.1.0 kept it. */
const keyOf = ({ kind, period, edition, subject }: ReportDocument): string =>
  ['report', kind, period, edition, ...(subject === undefined ? [] : [subject])].join(':');
const urlOf = (id: string): string => `https://docs.google.com/document/d/${id}/edit`;

/**
 * Writes a report as a Google Doc. Unchanged: nothing is written. Changed and untouched by people: the same document
 * gets the new contents. Edited by a person or out of reach: a new document, the old one stays as it is.
 */
export function writeDocument(document: ReportDocument): WrittenDocument {
  const files = driveFiles();
  const key = keyOf(document);
  const hash = hashOfTree(document);
  const { old, found } = recall(files, key);
  const untouched = old !== null && found !== null && found.modifiedTime === old.modified;
  if (untouched && old.hash === hash) {
    return { id: old.id, url: urlOf(old.id), hash, words: 'Отчёт не изменился, документ оставлен как есть.' };
  }
  const token = Utilities.getUuid();
  remember(key, { written: old, writing: { token, hash } });
  const blob = blobOf(document);
  const resource = { name: document.title, appProperties: { report: key, token } };
  const file = untouched
    ? files.update(resource, old.id, blob, FIELDS)
    : files.create({ ...resource, mimeType: DOCUMENT }, blob, FIELDS);
  const id = file.id!;
  remember(key, { written: { id, hash, modified: file.modifiedTime! } });
  return { id, url: urlOf(id), hash, words: wordsFor(old, found !== null, untouched) };
}

const FIELDS = { fields: 'id,modifiedTime,trashed,appProperties' };

const remember = (key: string, memory: Memory): void => {
  PropertiesService.getDocumentProperties().setProperty(key, JSON.stringify(memory));
};

/** The document as it was last written, an unfinished write that did reach Drive included. */
function recall(files: Files, key: string): { old: Remembered | null; found: File | null } {
  const stored = PropertiesService.getDocumentProperties().getProperty(key);
  const { written, writing } = (stored ? JSON.parse(stored) : { written: null }) as Memory;
  const found = written ? find(files, written.id) : null;
  if (!writing) return { old: written, found };
  const reached = found?.appProperties?.token === writing.token ? found : findByToken(files, writing.token);
  if (!reached) return { old: written, found };
  const old = { id: reached.id!, hash: writing.hash, modified: reached.modifiedTime! };
  // At once: from here on a later change of the document is a person's.
  remember(key, { written: old });
  return { old, found: reached };
}

const findByToken = (files: Files, token: string): File | null =>
  files.list({
    q: `appProperties has { key='token' and value='${token}' } and trashed = false`,
    fields: 'files(id,modifiedTime,trashed,appProperties)',
  }).files?.[0] ?? null;

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
    const file = files.get(id, FIELDS) as File;
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
