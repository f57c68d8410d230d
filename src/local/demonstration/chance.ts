// Looked up once: in jest's context each look-up of a global is slow, and the hash makes millions.
const { imul } = Math;

/**
 * Chance without a state: a number in [0, 1) that depends on nothing but the words, so that a new form or one more
 * subject changes none of the figures already invented.
 */
export const chance = (...words: readonly (string | number)[]): number => hash(words) / 2 ** 32;

/** About normal, mean 0 and deviation 1: the four bytes of the hash added up and stretched. */
export function bell(...words: readonly (string | number)[]): number {
  const bits = hash(words);
  const bytes = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
  return (bytes / 255 - 2) * Math.sqrt(3);
}

/** FNV-1a with the finalizer of MurmurHash3: neighbouring words give unrelated numbers of 32 bits. */
function hash(words: readonly (string | number)[]): number {
  const text = words.join('|');
  let bits = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) bits = imul(bits ^ text.charCodeAt(i), 0x01000193);
  bits = imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
