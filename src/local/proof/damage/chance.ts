import { type Random, randomFrom } from '../random';

/** A number made of a text, the same for the same text (FNV-1a). */
const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5);

/** A stream of choices that depends on nothing but its seed: a failure is found again by its seed. */
export class Chance {
  private readonly random: Random;

  constructor(seed: string) {
    this.random = randomFrom(hashOf(seed));
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.random.whole(high - low + 1);
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Impossible();
    return this.random.pick(list);
  }

  yes(): boolean {
    return this.random.whole(2) === 0;
  }
}

/** There is nothing left on the tab that this damage could be done to. */
export class Impossible extends Error {}
