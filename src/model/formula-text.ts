import type { Form, Weights } from './form';
import { type AnyIndicator, type Indicator, isDerived } from './indicator';

/** A weighted sum in the words of the form's columns: «(«5» + «4») », «5 × «5» + 4 × «4»». */
export function sumText(weights: Weights, form: Form): string {
  const parts = Object.entries(weights).map(([key, weight], index) => {
    const title = form.fields[key]?.title ?? key;
    const quoted = title.startsWith('«') ? title : `«${title}»`;
    const size = Math.abs(weight) === 1 ? quoted : `${Math.abs(weight)} × ${quoted}`;
    if (index === 0) return weight < 0 ? `−${size}` : size;
    return weight < 0 ? ` − ${size}` : ` + ${size}`;
  });
  return parts.length > 1 ? `(${parts.join('')})` : parts.join('');
}

/** A word with a comma of its own is quoted among others. */
const whole = (word: string): string => (word.includes(',') ? `«${word}»` : word);

/** Which rows count: «; только: уровень – муниципальная». */
function whereText({ where = {}, from }: Indicator): string {
  const only = Object.entries(where).map(([key, words]) => {
    const title = from.fields[key]?.title ?? key;
    return `${title.charAt(0).toLowerCase()}${title.slice(1)} – ${[words].flat().map(whole).join(', ')}`;
  });
  return only.length === 0 ? '' : `; только: ${only.join('; ')}`;
}

/** The formula of an indicator in Russian, made from its declaration. */
export function formulaText(indicator: AnyIndicator): string {
  if (isDerived(indicator)) return indicator.formula;
  const { numerator, denominator, from, scale } = indicator;
  const percent = scale === 1 ? '' : ` × ${scale} %`;
  return `${sumText(numerator, from)} / ${sumText(denominator, from)}${percent}${whereText(indicator)}`;
}
