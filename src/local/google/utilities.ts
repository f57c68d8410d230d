import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import type { ServiceHost } from '../runtime/execution';
import type { World } from '../runtime/world';
import { type Blob, blobState, encode, giveBytes, makeBlob, newBlob, signedBytes } from './blob';
import { formatString } from './format-string';
import { formatDate } from './java-date';
import { parseCsv } from './parse-csv';
import { isText, mismatch } from './signature';
import { enumeration, strict } from './strict';

const Charset = enumeration('Charset', ['US_ASCII', 'UTF_8'] as const);
const DigestAlgorithm = enumeration('DigestAlgorithm', [
  'MD2',
  'MD5',
  'SHA_1',
  'SHA_256',
  'SHA_384',
  'SHA_512',
] as const);
const MacAlgorithm = enumeration('MacAlgorithm', [
  'HMAC_MD5',
  'HMAC_SHA_1',
  'HMAC_SHA_256',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
] as const);

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** Text or signed bytes. Which charset Google takes for text when none is named is not documented: then only ASCII passes. */
const bytesOf = (host: ServiceHost, method: string, value: unknown, charset: unknown): Buffer => {
  if (!isText(value)) return signedBytes(value) ?? mismatch(host, `Utilities.${method}`, [value]);
  if (charset === undefined && /[^\0-\x7f]/.test(value)) {
    throw new Error(`Utilities.${method} of text beyond ASCII without a charset is not implemented: name the charset`);
  }
  return encode(host, value, charset === Charset.US_ASCII ? 'US-ASCII' : 'UTF-8');
};

const createCoding = (host: ServiceHost) => {
  const decode = (method: string, text: unknown): number[] => {
    if (!isText(text)) return mismatch(host, `Utilities.${method}`, [text]);
    const clean = text.replace(/=+$/, '');
    if (/[^A-Za-z0-9+/_-]/.test(clean) || clean.length % 4 === 1) host.fail('Could not decode string.');
    return giveBytes(host, Buffer.from(clean, 'base64'));
  };
  const webSafe = (text: string): string => text.replace(/\+/g, '-').replace(/\//g, '_');
  return {
    base64Encode: (data: unknown, charset?: unknown) => bytesOf(host, 'base64Encode', data, charset).toString('base64'),
    base64EncodeWebSafe: (data: unknown, charset?: unknown) =>
      webSafe(bytesOf(host, 'base64EncodeWebSafe', data, charset).toString('base64')),
    base64Decode: (text: unknown, _charset?: unknown) => decode('base64Decode', text),
    base64DecodeWebSafe: (text: unknown, _charset?: unknown) => decode('base64DecodeWebSafe', text),
  };
};

const createDigests = (host: ServiceHost) => {
  const digest = (algorithm: unknown, value: unknown, charset?: unknown): number[] => {
    if (!Object.values(DigestAlgorithm).includes(algorithm as never)) {
      mismatch(host, 'Utilities.computeDigest', [algorithm, value]);
    }
    const name = String(algorithm).replace('_', '').toLowerCase();
    if (name === 'md2') throw new Error('Utilities.computeDigest with MD2 is not implemented');
    return giveBytes(
      host,
      createHash(name)
        .update(bytesOf(host, 'computeDigest', value, charset))
        .digest(),
    );
  };
  const sign = (algorithm: unknown, value: unknown, key: unknown, charset?: unknown): number[] => {
    const name = String(algorithm).replace('HMAC_', '').replace('_', '').toLowerCase();
    const secret = bytesOf(host, 'computeHmacSignature', key, charset);
    const text = bytesOf(host, 'computeHmacSignature', value, charset);
    return giveBytes(host, createHmac(name, secret).update(text).digest());
  };
  return {
    computeDigest: digest,
    computeHmacSignature: sign,
    computeHmacSha256Signature: (value: unknown, key: unknown, charset?: unknown) =>
      sign('HMAC_SHA_256', value, key, charset),
  };
};

/** The oldest date a ZIP file can tell, so that the same files always make the same bytes. */
const OLDEST_DATE = new Date(1980, 0, 1);

const packZip = (entries: readonly (readonly [name: string, bytes: Uint8Array])[]): Buffer => {
  const files = Object.fromEntries(entries);
  // What Google makes of it is not documented.
  if (Object.keys(files).length < entries.length) throw new Error('Utilities.zip of equal names is not implemented');
  return Buffer.from(zipSync(files, { mtime: OLDEST_DATE }));
};

const unpackZip = (host: ServiceHost, bytes: Uint8Array): [name: string, bytes: Uint8Array][] => {
  try {
    return Object.entries(unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') }));
  } catch {
    return host.fail('Invalid argument');
  }
};

const createPacking = (host: ServiceHost) => {
  const stateOf = (method: string, blob: unknown) => blobState(blob) ?? mismatch(host, `Utilities.${method}`, [blob]);
  return {
    newBlob: (...args: unknown[]) => newBlob(host, args),
    zip: (blobs: unknown[], name: string | null = 'archive.zip'): Blob => {
      const entries = blobs.map((each) => {
        const { name: entryName, bytes } = stateOf('zip', each);
        return [entryName ?? host.fail('Blob object must have non-null name for this operation.'), bytes] as const;
      });
      return makeBlob(host, { bytes: packZip(entries), type: 'application/zip', name });
    },
    unzip: (blob: unknown): Blob[] => {
      const blobs = host.give([]) as Blob[];
      const packed = stateOf('unzip', blob);
      // A workbook or a document is none for Google, unless it is called one.
      if (packed.type !== 'application/zip') host.fail('Invalid argument');
      for (const [name, bytes] of unpackZip(host, packed.bytes)) {
        blobs.push(makeBlob(host, { name, bytes: Buffer.from(bytes), type: null }));
      }
      return blobs;
    },
    gzip: (blob: unknown, name?: string): Blob => {
      const state = stateOf('gzip', blob);
      const packed = {
        bytes: gzipSync(state.bytes),
        type: 'application/x-gzip',
        name: name ?? `${state.name ?? 'archive'}.gz`,
      };
      return makeBlob(host, packed);
    },
    ungzip: (blob: unknown): Blob => {
      const { bytes, name, type } = stateOf('ungzip', blob);
      if (type !== 'application/x-gzip') host.fail('Invalid argument');
      return makeBlob(host, { bytes: gunzipSync(bytes), type: null, name: name?.replace(/\.gz$/, '') ?? null });
    },
  };
};

const createText = (host: ServiceHost) => ({
  formatDate: (...args: unknown[]) => {
    const [date, zone, pattern] = args;
    if (!isDate(date) || !isText(zone) || !isText(pattern)) return mismatch(host, 'Utilities.formatDate', args);
    return formatDate(date.getTime(), zone, pattern, (message) => host.fail(message));
  },
  formatString: (template: string, ...values: unknown[]) => formatString(template, values),
  parseCsv: (text: string, delimiter?: string) => host.give(parseCsv(text, delimiter)),
});

/** Pure computing: free of service cost, except `sleep`, which moves the clock. */
export const createUtilities = (host: ServiceHost, world: World, spend: (milliseconds: number) => void) => {
  const members: Record<string, (...args: never[]) => unknown> = {
    ...createCoding(host),
    ...createDigests(host),
    ...createPacking(host),
    ...createText(host),
    getUuid: () => {
      const hex = Buffer.from(world.id(32)).toString('hex').slice(0, 32);
      return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
    },
    sleep: (milliseconds: number) => spend(milliseconds),
  };
  const counted = Object.entries(members).map(([name, work]) => [
    name,
    (...args: never[]) => host.handle(`Utilities.${name}`, () => work(...args)),
  ]);
  return strict('Utilities', { Charset, DigestAlgorithm, MacAlgorithm, ...Object.fromEntries(counted) });
};
