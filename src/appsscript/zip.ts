import { type Zippable, zipSync } from 'fflate';

/** A file of the archive: its bytes, 0 to 255. */
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Written as every file's time, so that the same contents are the same archive. */
const LONG_AGO = new Date(2000, 0, 1);

/** What makes archives; its code lies as text and is run when one is made. */
export const zipped = (files: readonly ZippedFile[]): Uint8Array => {
  const entries: Zippable = {};
  for (const { name, bytes } of files) entries[name] = [bytes, { mtime: LONG_AGO }];
  return zipSync(entries);
};
