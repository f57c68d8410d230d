import type { DriveFile, World } from '../runtime/world';

const DOCUMENT = 'application/vnd.google-apps.document';

/** Contents have been written: by the add-on, or by a person. */
function written(world: World, file: DriveFile, now: number): void {
  const told = now + world.uncertain.revisionsLate * 1000;
  file.revisions.push({ id: world.id(8), modifiedTime: new Date(now).toISOString(), told });
}

/** An import: a revision of its own, and `modifiedTime` may move once more when the conversion is through. */
export function revise(world: World, file: DriveFile, now: number): void {
  written(world, file, now);
  const { modifiedMoves } = world.uncertain;
  if (file.mimeType === DOCUMENT && modifiedMoves > 0) file.settles = now + modifiedMoves * 1000;
}

export const modifiedOf = ({ modifiedTime, settles }: DriveFile, now: number): string =>
  settles !== undefined && settles <= now ? new Date(settles).toISOString() : modifiedTime;

export function editDocument(world: World, file: DriveFile, bytes: Buffer = Buffer.from('by hand')): void {
  file.bytes = bytes;
  file.modifiedTime = new Date(world.clock.now()).toISOString();
  delete file.settles;
  written(world, file, world.clock.now());
}

export function shareDocument(world: World, file: DriveFile): void {
  if (!world.uncertain.modifiedMovesOnSharing) return;
  file.modifiedTime = new Date(world.clock.now()).toISOString();
  delete file.settles;
}

const FIELDS = ['kind', 'id', 'mimeType', 'modifiedTime'];

/** Oldest first, in pages; what has just been written is not among them yet [issues]. */
export function revisionsTold(file: DriveFile, options: Record<string, unknown>, now: number): object {
  const asked = /revisions\(([^)]*)\)/.exec(String(options.fields ?? ''))?.[1];
  const fields = asked === undefined ? FIELDS : asked.split(',').map((name) => name.trim());
  const told = file.revisions.filter((revision) => revision.told <= now);
  const from = Number(options.pageToken ?? 0);
  const to = from + Number(options.pageSize ?? 200);
  const shape = ({ id, modifiedTime }: DriveFile['revisions'][number]): Record<string, unknown> => ({
    kind: 'drive#revision',
    id,
    mimeType: file.mimeType,
    modifiedTime,
  });
  const revisions = told.slice(from, to).map((revision) => {
    const shaped = shape(revision);
    for (const name of fields)
      if (!(name in shaped)) throw new Error(`Drive revision field ${name} is not implemented`);
    return Object.fromEntries(fields.map((name) => [name, shaped[name]]));
  });
  return { kind: 'drive#revisionList', revisions, ...(to < told.length ? { nextPageToken: String(to) } : {}) };
}
