import { strFromU8 } from 'fflate';

/** The upper half of windows-1251. */
const UPPER =
  'ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';

const PIECE = 8192;

function inPieces(bytes: Uint8Array, decode: (piece: Uint8Array) => string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += decode(bytes.subarray(at, at + PIECE));
  return text;
}

const fromWindows = (bytes: Uint8Array): string =>
  inPieces(bytes, (piece) =>
    Array.from(piece, (byte) => (byte < 128 ? String.fromCharCode(byte) : UPPER[byte - 128]!)).join(''),
  );

function fromUtf16(bytes: Uint8Array): string {
  const units: string[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) units.push(String.fromCharCode(bytes[at]! | (bytes[at + 1]! << 8)));
  return units.join('');
}

function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    const following =
      byte < 0x80
        ? 0
        : byte >= 0xc2 && byte < 0xe0
          ? 1
          : byte >= 0xe0 && byte < 0xf0
            ? 2
            : byte >= 0xf0 && byte < 0xf5
              ? 3
              : -1;
    if (following < 0) return false;
    for (let next = 0; next < following; next += 1) {
      at += 1;
      if (((bytes[at] ?? 0) & 0xc0) !== 0x80) return false;
    }
  }
  return true;
}

/** The text of a file that does not say how it is written: UTF-8 where it can be, otherwise as Windows writes Russian. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return fromUtf16(bytes);
  const text = isUtf8(bytes) ? strFromU8(bytes) : fromWindows(bytes);
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
