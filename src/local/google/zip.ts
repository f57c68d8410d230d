import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { crc32 } from './crc32';

interface Entry {
  name: string;
  bytes: Buffer;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x800;
const DEFLATE = 8;
/** 1 January 1980, so that the same files always make the same bytes. */
const OLDEST_DATE = 0x21;

export const isZip = (bytes: Buffer): boolean => bytes.length >= 22 && bytes.readUInt32LE(0) === LOCAL;

/** What the local and the central header of an entry have in common. */
const fields = (entry: Entry, name: Buffer, packed: Buffer): Buffer => {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(DEFLATE, 4);
  header.writeUInt16LE(OLDEST_DATE, 8);
  header.writeUInt32LE(crc32(entry.bytes), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(entry.bytes.length, 18);
  header.writeUInt16LE(name.length, 22);
  return header;
};

const signature = (mark: number, ...more: number[]): Buffer => {
  const bytes = Buffer.alloc(4 + more.length * 2);
  bytes.writeUInt32LE(mark, 0);
  more.forEach((value, at) => {
    bytes.writeUInt16LE(value, 4 + at * 2);
  });
  return bytes;
};

export const packZip = (entries: Entry[]): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const packed = deflateRawSync(entry.bytes);
    const header = fields(entry, name, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    files.push(signature(LOCAL), header, name, packed);
    directory.push(signature(CENTRAL, 20), header, place, name);
    offset += 30 + name.length + packed.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(10);
  end.writeUInt32LE(length, 0);
  end.writeUInt32LE(offset, 4);
  return Buffer.concat([...files, ...directory, signature(END, 0, 0, entries.length, entries.length), end]);
};

/** Reads the entries the central directory names; undefined when the bytes are no zip. */
export const unpackZip = (bytes: Buffer): Entry[] | undefined => {
  const end = bytes.lastIndexOf(signature(END));
  if (end < 0) return undefined;
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    entries.push({ name, bytes: method === DEFLATE ? inflateRawSync(packed) : Buffer.from(packed) });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries.filter((entry) => !entry.name.endsWith('/'));
};
