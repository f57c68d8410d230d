const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Places of the time within an entry of the list and within the header before a file's bytes. */
const [IN_LIST, BEFORE_FILE] = [12, 10];
const ENTRY_LENGTH = 46;

/** 1 January 2000, midnight, as a zip says it. */
const LONG_AGO = (((2000 - 1980) << 9) | (1 << 5) | 1) << 16;

/** Every file of an archive dated alike, so that the same contents are the same bytes. Archives have no comments here. */
export function withoutTimes(archive: Buffer): Buffer {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== END) throw new Error('no end of a zip archive');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(entry) !== ENTRY) throw new Error('no entry of a zip archive');
    archive.writeUInt32LE(LONG_AGO, entry + IN_LIST);
    archive.writeUInt32LE(LONG_AGO, archive.readUInt32LE(entry + 42) + BEFORE_FILE);
    const [name, extra, comment] = [28, 30, 32].map((at) => archive.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ];
    entry += ENTRY_LENGTH + name + extra + comment;
  }
  return archive;
}
