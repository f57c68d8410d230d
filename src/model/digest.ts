/**
 * A short name for a text: equal texts give equal digests, others almost surely do not (53 bits, base 36). Fast and in
 * plain JavaScript, so that it serves at every edit; it protects against slips, not against forgers.
 * After cyrb53 by bryc (public domain).
 */
export function digest(text: string): string {
  const { imul } = Math;
  let a = START_A;
  let b = START_B;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = imul(a ^ code, 2654435761);
    b = imul(b ^ code, 1597334677);
  }
  return named(a, b);
}

const START_A = 0xdeadbeef | 0;
const START_B = 0x41c6ce57;

function named(first: number, second: number): string {
  const { imul } = Math;
  const a = imul(first ^ (first >>> 16), 2246822507) ^ imul(second ^ (second >>> 13), 3266489909);
  const b = imul(second ^ (second >>> 16), 2246822507) ^ imul(a ^ (a >>> 13), 3266489909);
  return inDigits(4294967296 * (2097151 & b) + (a >>> 0));
}

const SIX_DIGITS = 36 ** 6;

/** In base 36, in two pieces: the engine writes a number beyond 32 bits seven times as long as two small ones. */
function inDigits(number: number): string {
  const above = Math.floor(number / SIX_DIGITS);
  if (above === 0) return number.toString(36);
  return above.toString(36) + (number - above * SIX_DIGITS).toString(36).padStart(6, '0');
}

/** The digest of many texts as of one, which need not be put together for it. */
export class Digesting {
  private a = START_A;
  private b = START_B;

  add(text: string): this {
    const { imul } = Math;
    let { a, b } = this;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      a = imul(a ^ code, 2654435761);
      b = imul(b ^ code, 1597334677);
    }
    this.a = a;
    this.b = b;
    return this;
  }

  end(): string {
    return named(this.a, this.b);
  }
}
