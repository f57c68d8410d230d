import type { ServiceHost } from '../runtime/execution';
import type { DriveFile, World } from '../runtime/world';
import { blobState } from './blob';
import { queryFiles } from './drive-query';
import { modifiedOf, revise, revisionsTold } from './drive-revisions';
import { strict } from './strict';

const GOOGLE_DOC = 'application/vnd.google-apps.document';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Of one request with media, as Apps Script sends it [K]. */
const UPLOAD_LIMIT = 5 * 1024 * 1024;
const DEFAULT_FIELDS = ['kind', 'id', 'name', 'mimeType'];
const WRITABLE = ['name', 'mimeType', 'appProperties', 'parents', 'description', 'trashed'];

type Resource = Partial<Pick<DriveFile, 'name' | 'mimeType' | 'parents' | 'description' | 'trashed'>> & {
  appProperties?: Record<string, string | null>;
};
type Options = Record<string, unknown> & { fields?: string };

const failure = (host: ServiceHost, method: string, reason: string, collection = 'files'): never =>
  host.fail(`API call to drive.${collection}.${method} failed with error: ${reason}`, 'GoogleJsonResponseException');

const shapeOf = (file: DriveFile, now: number): Record<string, unknown> => ({
  kind: 'drive#file',
  id: file.id,
  name: file.name,
  mimeType: file.mimeType,
  description: file.description,
  appProperties: file.appProperties,
  parents: file.parents,
  createdTime: file.createdTime,
  modifiedTime: modifiedOf(file, now),
  version: String(file.version),
  trashed: file.trashed,
  webViewLink:
    file.mimeType === GOOGLE_DOC
      ? `https://docs.google.com/document/d/${file.id}/edit?usp=drivesdk`
      : `https://drive.google.com/file/d/${file.id}/view?usp=drivesdk`,
  owners: [{ emailAddress: file.owner, me: true }],
  size: file.mimeType === GOOGLE_DOC ? undefined : String(file.bytes.length),
});

/** Only the fields asked for, as v3 does: without `fields`, kind, id, name and mimeType [D]. */
const pick = (host: ServiceHost, file: DriveFile, fields: string[]): Record<string, unknown> => {
  const shape = shapeOf(file, host.now());
  const names = fields.includes('*') ? Object.keys(shape) : fields;
  for (const name of names) if (!(name in shape)) throw new Error(`Drive file field ${name} is not implemented`);
  return Object.fromEntries(names.filter((name) => shape[name] !== undefined).map((name) => [name, shape[name]]));
};

const namesOf = (fields: unknown): string[] =>
  String(fields)
    .split(',')
    .map((name) => name.trim().replace(/[(/].*$/, ''));

const fieldsOf = (options: Options | undefined): string[] =>
  options?.fields === undefined ? DEFAULT_FIELDS : namesOf(options.fields);

const checkResource = (host: ServiceHost, method: string, resource: unknown): Resource => {
  if (typeof resource !== 'object' || resource === null) return failure(host, method, 'Bad Request');
  const wrong = Object.keys(resource).find((name) => !WRITABLE.includes(name));
  if (wrong === 'title') failure(host, method, 'Invalid field selection title: in v3 it is name');
  if (wrong !== undefined) throw new Error(`Drive.Files.${method} with ${wrong} is not implemented`);
  return resource as Resource;
};

const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));

const checkMedia = (host: ServiceHost, method: string, media: unknown, wanted: string | undefined) => {
  if (media === undefined || media === null) return undefined;
  const blob = blobState(media) ?? failure(host, method, 'mediaData parameter only supports Blob types for upload.');
  if (blob.bytes.length > UPLOAD_LIMIT) failure(host, method, 'Request Too Large');
  const converts = wanted === GOOGLE_DOC && blob.type !== GOOGLE_DOC;
  if (converts && blob.type === DOCX && !isZip(blob.bytes)) failure(host, method, 'Bad Request. The file is corrupt.');
  if (converts && !['text/plain', 'text/html', DOCX].includes(blob.type ?? '')) {
    failure(host, method, `Conversion of ${blob.type} to ${GOOGLE_DOC} is not supported.`);
  }
  return blob;
};

/** `drive.file`: a user sees the files this add-on made for this user, and no others [D]. */
const findFile = (host: ServiceHost, world: World, method: string, id: unknown, collection?: string): DriveFile =>
  world.files.find((file) => file.id === id && file.owner === host.user()) ??
  failure(host, method, `File not found: ${id}.`, collection);

const apply = (file: DriveFile, resource: Resource, stamp: string): void => {
  const { appProperties, ...rest } = resource;
  Object.assign(file, structuredClone(rest));
  for (const [key, value] of Object.entries(appProperties ?? {})) {
    if (value === null) delete file.appProperties[key];
    else file.appProperties[key] = String(value);
  }
  file.modifiedTime = stamp;
  delete file.settles;
  file.version += 1;
};

const makeCreate =
  (host: ServiceHost, world: World) =>
  (given: unknown, media?: unknown, options?: Options): unknown =>
    host.call('Drive.Files.create', () => {
      const resource = checkResource(host, 'create', given);
      const blob = checkMedia(host, 'create', media, resource.mimeType);
      const stamp = new Date(host.now()).toISOString();
      const file: DriveFile = {
        id: world.id(44),
        owner: host.user(),
        name: blob?.name ?? 'Untitled',
        mimeType: blob?.type ?? 'application/octet-stream',
        bytes: blob?.bytes ?? Buffer.alloc(0),
        uploadedType: blob?.type ?? '',
        appProperties: {},
        parents: ['root'],
        createdTime: stamp,
        modifiedTime: stamp,
        version: 0,
        trashed: false,
        revisions: [],
      };
      apply(file, resource, stamp);
      revise(world, file, host.now());
      world.files.push(file);
      return host.give(pick(host, file, fieldsOf(options)));
    });

const makeUpdate =
  (host: ServiceHost, world: World) =>
  (given: unknown, id: unknown, media?: unknown, options?: Options): unknown =>
    host.call('Drive.Files.update', () => {
      const file = findFile(host, world, 'update', id);
      const resource = checkResource(host, 'update', given);
      if ('parents' in resource)
        failure(host, 'update', 'The parents field is not directly writable in update requests.');
      const blob = checkMedia(host, 'update', media, resource.mimeType ?? file.mimeType);
      if (blob) Object.assign(file, { bytes: blob.bytes, uploadedType: blob.type });
      apply(file, resource, new Date(host.now()).toISOString());
      if (blob) revise(world, file, host.now());
      return host.give(pick(host, file, fieldsOf(options)));
    });

const makeList =
  (host: ServiceHost, world: World) =>
  (options: Options = {}): unknown =>
    host.call('Drive.Files.list', () => {
      const mine = world.files.filter((file) => file.owner === host.user());
      const found = queryFiles(mine, options.q === undefined ? '' : String(options.q));
      const asked = options.fields === undefined ? undefined : /files\(([^)]*)\)/.exec(options.fields)?.[1];
      const fields = asked === undefined ? DEFAULT_FIELDS : namesOf(asked);
      const files = found.slice(0, Number(options.pageSize ?? 100)).map((file) => pick(host, file, fields));
      return host.give({ kind: 'drive#fileList', incompleteSearch: false, files });
    });

/** Advanced Drive service v3: files the add-on makes itself. The resource comes first, then the id, then the media [D]. */
export const createDrive = (host: ServiceHost, world: World) =>
  strict('Drive', {
    Revisions: strict('Drive.Revisions', {
      list: (id: unknown, options: Options = {}) =>
        host.call('Drive.Revisions.list', () =>
          host.give(revisionsTold(findFile(host, world, 'list', id, 'revisions'), options, host.now())),
        ),
    }),
    Files: strict('Drive.Files', {
      create: makeCreate(host, world),
      update: makeUpdate(host, world),
      list: makeList(host, world),
      get: (id: unknown, options?: Options) =>
        host.call('Drive.Files.get', () => {
          const file = findFile(host, world, 'get', id);
          if (options?.alt !== undefined) throw new Error('Drive.Files.get of media is not implemented');
          return host.give(pick(host, file, fieldsOf(options)));
        }),
      remove: (id: unknown) =>
        host.call('Drive.Files.remove', () => {
          const file = findFile(host, world, 'delete', id);
          world.files.splice(world.files.indexOf(file), 1);
        }),
    }),
  });
