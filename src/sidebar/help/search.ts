/** Word endings say nothing about what is meant: «отметки» finds «отметка». */
const ENDING = /[аеиоуыэюяьй]{1,2}$/;

export const plain = (text: string): string => text.toLowerCase().replace(/ё/g, 'е');

const stemOf = (word: string): string => (word.length > 4 ? word.replace(ENDING, '') : word);

/** The beginnings of words that a query asks for; none when nothing is asked. */
export const stemsOf = (query: string): string[] =>
  plain(query)
    .split(/[^\p{L}\p{N}%+×/]+/u)
    .filter((word) => word !== '')
    .map(stemOf);

/** Every word asked for stands somewhere in the texts. */
export function matches(stems: readonly string[], ...texts: readonly string[]): boolean {
  const text = plain(texts.join(' '));
  return stems.every((stem) => text.includes(stem));
}

/** A text cut into pieces, every other one of them found: the first is not. */
export function pieces(text: string, stems: readonly string[]): string[] {
  if (stems.length === 0) return [text];
  // Cutting by the lowered text keeps the places: lowering Russian and Latin letters changes no lengths.
  const escaped = stems.map((stem) => stem.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const found = [...plain(text).matchAll(new RegExp(escaped.join('|'), 'g'))];
  const cut: string[] = [];
  let from = 0;
  for (const { 0: word, index } of found) {
    cut.push(text.slice(from, index), text.slice(index, index + word.length));
    from = index + word.length;
  }
  return [...cut, text.slice(from)];
}
