import { type Cell, isoDayOf, localDay, type School, textOf } from '../model';

/** «30.06.2023», typed as words or as a day. */
export function extensionIn(cell: Cell | undefined): Pick<School, 'extended'> {
  if (typeof cell === 'object') return { extended: localDay(cell) };
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(textOf(cell)) ?? [];
  if (!year) return {};
  const extended = isoDayOf(`${day}.${month}`, Number(year));
  return extended === null ? {} : { extended };
}

export interface Addresses {
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

/** Addresses in a cell, and what stands among them that is none. */
export function addressesIn(text: string): Addresses {
  const all = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const isGood = (word: string): boolean => /^[\w.%+-]+@[\w-]+(\.[\w-]+)+$/.test(word);
  return { good: all.filter(isGood), bad: all.filter((word) => !isGood(word)) };
}
