import type { ServiceHost } from '../runtime/execution';
import { isText, mismatch } from './signature';
import { strict } from './strict';

interface BlobState {
  bytes: Buffer;
  type: string | null;
  name: string | null;
}

/** Blobs made in one execution may be read by a service of another (`globals`), hence by identity and not by realm. */
const states = new WeakMap<object, BlobState>();

export interface Blob {
  getBytes(): number[];
  getDataAsString(charset?: string): string;
  getContentType(): string | null;
  setContentType(type: string | null): Blob;
  setContentTypeFromExtension(): Blob;
  getName(): string | null;
  setName(name: string): Blob;
  setBytes(bytes: number[]): Blob;
  setDataFromString(text: string, charset?: string): Blob;
  copyBlob(): Blob;
  getBlob(): Blob;
  getAs(type: string): Blob;
  isGoogleType(): boolean;
}

export const blobState = (value: unknown): BlobState | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const known = states.get(value);
  if (known) return known;
  // A BlobSource other than a blob itself (an HtmlOutput, a chart) hands over its blob.
  const source = value as { getBlob?: () => object };
  const known2 = 'getBlob' in source && typeof source.getBlob === 'function' ? states.get(source.getBlob()) : undefined;
  return known2;
};

/** Bytes in Apps Script are Java's: whole numbers from -128 to 127, in an array or an Int8Array of any realm [K]. */
export const signedBytes = (value: unknown): Buffer | undefined => {
  if (Object.prototype.toString.call(value) === '[object Int8Array]') {
    const view = value as Int8Array;
    return Buffer.from(Buffer.from(view.buffer, view.byteOffset, view.byteLength));
  }
  if (!Array.isArray(value)) return undefined;
  const bytes = Buffer.allocUnsafe(value.length);
  for (let at = 0; at < value.length; at++) {
    const byte = value[at];
    if (typeof byte !== 'number' || !Number.isInteger(byte) || byte < -128 || byte > 127) return undefined;
    bytes[at] = byte & 0xff;
  }
  return bytes;
};

export const giveBytes = (host: ServiceHost, bytes: Buffer): number[] =>
  host.give(Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)));

const EXTENSIONS: Record<string, string> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

const decode = (host: ServiceHost, bytes: Buffer, charset: string): string => {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    return host.fail(`Invalid argument: charset. Should be of type: Charset`);
  }
};

export const encode = (host: ServiceHost, text: string, charset = 'UTF-8'): Buffer => {
  if (/^utf-?8$/i.test(charset)) return Buffer.from(text, 'utf8');
  if (/^(us-)?ascii$/i.test(charset)) return Buffer.from(text.replace(/[^\0-\x7f]/gu, '?'), 'latin1');
  if (!/^(windows-125\d|koi8-r|iso-8859-\d+)$/i.test(charset)) throw new Error(`Charset ${charset} is not implemented`);
  const letters = decode(host, Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), charset);
  return Buffer.from(Array.from(text, (letter) => Math.max(0, letters.indexOf(letter)) || 0x3f));
};

export const makeBlob = (host: ServiceHost, state: BlobState): Blob => {
  const bytesOf = (method: string, args: unknown[]) => signedBytes(args[0]) ?? mismatch(host, method, args);
  const blob: Blob = strict('Blob', {
    getBytes: () => giveBytes(host, state.bytes),
    getDataAsString: (charset = 'UTF-8') => decode(host, state.bytes, charset),
    getContentType: () => state.type,
    setContentType: (type) => {
      state.type = type;
      return blob;
    },
    setContentTypeFromExtension: () => {
      state.type = EXTENSIONS[state.name?.split('.').pop()?.toLowerCase() ?? ''] ?? null;
      return blob;
    },
    getName: () => state.name,
    setName: (name) => {
      state.name = name;
      return blob;
    },
    setBytes: (...args) => {
      state.bytes = bytesOf('Blob.setBytes', args);
      return blob;
    },
    setDataFromString: (text, charset) => {
      state.bytes = encode(host, text, charset);
      return blob;
    },
    copyBlob: () => makeBlob(host, { ...state }),
    getBlob: () => blob,
    getAs: (type) => {
      if (type !== state.type) throw new Error(`Blob.getAs from ${state.type} to ${type} is not implemented`);
      return makeBlob(host, { ...state });
    },
    isGoogleType: () => state.type?.startsWith('application/vnd.google-apps') ?? false,
  } satisfies Blob);
  states.set(blob, state);
  return blob;
};

/** `Utilities.newBlob(data, contentType?, name?)`: text is UTF-8 and `text/plain` unless said otherwise [D]. */
export const newBlob = (host: ServiceHost, args: unknown[]): Blob => {
  const [data, type, name] = args;
  const rest = [type, name].every((value) => value === undefined || value === null || isText(value));
  const bytes = isText(data) ? Buffer.from(data, 'utf8') : signedBytes(data);
  if (!bytes || !rest || args.length > 3) return mismatch(host, 'Utilities.newBlob', args);
  const state = {
    bytes,
    type: (type as string) ?? (isText(data) ? 'text/plain' : null),
    name: (name as string) ?? null,
  };
  return makeBlob(host, state);
};
