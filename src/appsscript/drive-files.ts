import type { Revision } from '../pipeline';
import { Refusal } from './book';

type DriveService = NonNullable<typeof Drive>;
type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

export const FIELDS = { fields: 'id,trashed,appProperties' };
const REVISIONS = { pageSize: 1000, fields: 'nextPageToken,revisions(id,modifiedTime)' };

/** `Drive` is undefined where the advanced service is switched off. */
export function driveService(): DriveService {
  if (typeof Drive !== 'undefined' && Drive) return Drive;
  throw new Refusal('Не включена служба Drive: откройте «Расширения», «Apps Script», «Службы» и добавьте Drive API.');
}

/** Null when the document was deleted or belongs to another coordinator: the add-on sees only files it made itself. */
export function fileOf(id: string): File | null {
  try {
    return driveService().Files.get(id, FIELDS) as File;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** By its code: the words may be in the account's language. */
const isNotFound = (error: unknown): boolean =>
  (error as { details?: { code?: number } }).details?.code === 404 || /not found/i.test(String(error));

export const fileByToken = (token: string): File | null =>
  driveService().Files.list({
    q: `appProperties has { key='token' and value='${token}' } and trashed = false`,
    fields: 'files(id,trashed,appProperties)',
  }).files?.[0] ?? null;

/** Oldest first. */
export function revisionsOf(id: string): Revision[] {
  const found: Revision[] = [];
  let pageToken: string | undefined;
  do {
    const page = driveService().Revisions.list(id, { ...REVISIONS, ...(pageToken ? { pageToken } : {}) });
    for (const revision of page.revisions ?? []) found.push({ id: revision.id!, at: revision.modifiedTime! });
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}
