import { strFromU8, unzipSync } from 'fflate';

/** The texts of an archive by their names; null of a file that is no .zip. */
export function textsOfArchive(bytes: Uint8Array): Readonly<Record<string, string>> | null {
  try {
    const unpacked = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
    return Object.fromEntries(unpacked.map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    return null;
  }
}
