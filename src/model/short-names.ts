/** As much of a school's name as a message has room for. */
const LONGEST = 40;
const ROOM = 90;
const MARK = '…';

/**
 * A name in a message: in full while it is short, else its beginning, its number and its end. What tells schools apart is
 * seldom the first words, which are the same for all.
 */
export function shortName(name: string): string {
  const whole = name.replace(/\s+/g, ' ').trim();
  if (whole.length <= LONGEST) return whole;
  const number = /№\s?\d+/.exec(whole)?.[0] ?? '';
  const half = Math.floor((LONGEST - number.length) / 2) - MARK.length;
  const [head, tail] = [whole.slice(0, half).trim(), whole.slice(whole.length - half).trim()];
  const isSeen = number === '' || head.includes(number) || tail.includes(number);
  return [head, MARK, ...(isSeen ? [] : [number, MARK]), tail].join('');
}

/** As many as there is room for, the first one in any case: «Школа №1, Школа №2 и ещё 5». */
export function shortList(words: readonly string[], room = ROOM, separator = ', '): string {
  let told = '';
  for (const [index, word] of words.entries()) {
    const more = told === '' ? word : `${told}${separator}${word}`;
    if (index > 0 && more.length > room) return `${told} и ещё ${words.length - index}`;
    told = more;
  }
  return told;
}

export const shortNames = (names: readonly string[], room = ROOM): string => shortList(names.map(shortName), room);
