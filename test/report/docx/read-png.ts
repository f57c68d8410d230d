import { inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** How many of its pixels are anything but white. */
  readonly inked: number;
  /** Different levels of grey among them. */
  readonly greys: number;
}

const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** What a PNG of eight bits a channel shows, as far as a grey print would. */
export function readPng(bytes: Uint8Array): Picture {
  const png = Buffer.from(bytes);
  const [width, height, type] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]!];
  const pixel = CHANNELS[type]!;
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const rows = unfiltered(raw, { row: width * pixel, height, pixel });
  const greys = new Set<number>();
  let inked = 0;
  for (const row of rows)
    for (let x = 0; x < row.length; x += pixel) {
      const grey = pixel < 3 ? row[x]! : Math.round(0.3 * row[x]! + 0.59 * row[x + 1]! + 0.11 * row[x + 2]!);
      if (grey === 255) continue;
      inked += 1;
      greys.add(grey);
    }
  return { width, height, inked, greys: greys.size };
}

function unfiltered(raw: Buffer, { row, height, pixel }: { row: number; height: number; pixel: number }): Buffer[] {
  let above = Buffer.alloc(row);
  return Array.from({ length: height }, (_, y) => {
    const start = y * (row + 1);
    const filter = raw[start]!;
    const line = Buffer.from(raw.subarray(start + 1, start + 1 + row));
    for (let x = 0; x < row; x += 1) {
      const [left, up, corner] = [line[x - pixel] ?? 0, above[x]!, x < pixel ? 0 : above[x - pixel]!];
      line[x] = (line[x]! + predicted(filter, left, up, corner)) & 0xff;
    }
    above = line;
    return line;
  });
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 4) {
    const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value)) as [
      number,
      number,
      number,
    ];
    return a <= b && a <= c ? left : b <= c ? up : corner;
  }
  return [0, left, up, (left + up) >> 1][filter]!;
}
