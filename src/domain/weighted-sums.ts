import type { Entry, Indicator, Weights } from '../model';
import { normalText } from './identity';

/** The weights of a sum, made ready for many rows. */
export interface Terms {
  readonly keys: readonly string[];
  readonly weights: readonly number[];
}

export const termsOf = (weights: Weights): Terms => ({ keys: Object.keys(weights), weights: Object.values(weights) });

/** Σ weight × field over a row; null when a field it uses is blank. */
export function sumOf({ keys, weights }: Terms, numbers: Entry['numbers']): number | null {
  let sum = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const number = numbers[keys[index]!];
    if (number === null || number === undefined) return null;
    sum += weights[index]! * number;
  }
  return sum;
}

export const weighted = (weights: Weights, numbers: Entry['numbers']): number | null =>
  sumOf(termsOf(weights), numbers);

/** What a row's words say of whether it belongs to the indicator; `null` where they cannot be read. */
export type Belongs = (entry: Entry) => boolean | null;

/** The test of an indicator's `where`, made ready for many rows. */
export function belongsTo({ where, from }: Pick<Indicator, 'where' | 'from'>): Belongs {
  const wanted = Object.entries(where ?? {}).map(([key, words]) => {
    const { kind, choices = [] } = from.fields[key]!;
    const known = kind === 'choice' ? new Set(choices.map(normalText)) : null;
    return { key, known, words: new Set([words].flat().map(normalText)) };
  });
  return ({ texts }) => {
    let belongs: boolean | null = true;
    for (const { key, known, words } of wanted) {
      const text = normalText(texts[key] ?? '');
      if (words.has(text)) continue;
      if (text !== '' && (known === null || known.has(text))) return false;
      belongs = null;
    }
    return belongs;
  };
}

/** The indicator's value of a single row, unrounded; null when the row does not belong to it or a field is blank. */
export function rowValue(indicator: Indicator): (entry: Entry) => number | null {
  const belongs = indicator.where ? belongsTo(indicator) : null;
  const [numerator, denominator] = [termsOf(indicator.numerator), termsOf(indicator.denominator)];
  return (entry) => {
    if (belongs && belongs(entry) !== true) return null;
    const top = sumOf(numerator, entry.numbers);
    const bottom = sumOf(denominator, entry.numbers);
    return top === null || bottom === null || bottom === 0 ? null : (indicator.scale * top) / bottom;
  };
}
