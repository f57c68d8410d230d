/** More different words than any district types; beyond them a function starts remembering anew. */
const MOST = 20_000;

/** A pure function of a text that remembers what it has given: people type the same few words again and again. */
export function remembering<T extends NonNullable<unknown> | null>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const given = known.get(text);
    if (given !== undefined) return given;
    const made = make(text);
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
