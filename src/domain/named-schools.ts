import { type Cell, DISTRICT, SCHOOLS_APART, type School, textOf } from '../model';
import { normalText } from './identity';

/** Keys of the schools that a cell names, by key or name and «; » between them; words that name none stay as they are. */
export function namedSchools(cell: Cell | null | undefined, schools: readonly School[]): string {
  const words = textOf(cell);
  if (words === '') return '';
  const known = keysOf(schools);
  const keyOf = (part: string): string | undefined => known.get(part) ?? known.get(normalText(part));
  const whole = keyOf(words);
  if (whole !== undefined) return whole;
  const apart = (between: RegExp): string[] =>
    words
      .split(between)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const byComma = apart(/[;,\n]/);
  const parts = byComma.every((part) => keyOf(part) !== undefined) ? byComma : apart(/[;\n]/);
  return parts.map((part) => keyOf(part) ?? part).join(SCHOOLS_APART);
}

const known = new WeakMap<readonly School[], ReadonlyMap<string, string>>();

/** Keys of schools by what they may be called; put in order once for all cells of a register. */
function keysOf(schools: readonly School[]): ReadonlyMap<string, string> {
  const found = known.get(schools);
  if (found) return found;
  const keys = new Map(schools.flatMap(({ key, name }) => [[normalText(name), key] as const, [key, key] as const]));
  keys.set(normalText(DISTRICT), DISTRICT);
  known.set(schools, keys);
  return keys;
}

/** How to find the parts of a kept value that are neither a school's key nor the district. */
export function unknownAmong(schools: readonly School[]): (value: string) => string[] {
  const known = new Set([DISTRICT, ...schools.map(({ key }) => key)]);
  return (value) => value.split(SCHOOLS_APART).filter((part) => part !== '' && !known.has(part));
}
