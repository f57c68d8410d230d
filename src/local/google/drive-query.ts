import type { DriveFile } from '../runtime/world';

const unquote = (text: string): string => text.slice(1, -1).replace(/\\(.)/g, '$1');
const QUOTED = "'(?:[^'\\\\]|\\\\.)*'";

type Test = (file: DriveFile) => boolean;

const TERMS: [pattern: RegExp, make: (parts: string[]) => Test][] = [
  [
    /^trashed\s*=\s*(true|false)$/,
    ([, value]) =>
      (file) =>
        file.trashed === (value === 'true'),
  ],
  [
    new RegExp(`^(name|mimeType)\\s*(=|!=)\\s*(${QUOTED})$`),
    ([, field, operator, value]) => {
      return (file) => (file[field as 'name' | 'mimeType'] === unquote(value!)) === (operator === '=');
    },
  ],
  [
    new RegExp(`^name\\s+contains\\s+(${QUOTED})$`),
    ([, value]) => {
      return (file) => file.name.toLowerCase().includes(unquote(value!).toLowerCase());
    },
  ],
  [
    new RegExp(`^(${QUOTED})\\s+in\\s+parents$`),
    ([, value]) =>
      (file) =>
        file.parents.includes(unquote(value!)),
  ],
  [
    new RegExp(`^appProperties\\s+has\\s+\\{\\s*key\\s*=\\s*(${QUOTED})\\s+and\\s+value\\s*=\\s*(${QUOTED})\\s*\\}$`),
    ([, key, value]) => {
      return (file) => file.appProperties[unquote(key!)] === unquote(value!);
    },
  ],
];

/** Splits at `and` outside quotes and braces. */
const termsOf = (query: string): string[] =>
  (query.match(new RegExp(`(?:${QUOTED}|\\{[^}]*\\}|(?!\\sand\\s)[^'{])+`, 'g')) ?? [])
    .map((term) => term.replace(/^\s*and\s+/, '').trim())
    .filter((term) => term !== '');

/** Files that fit a Drive search query: terms joined by `and`. Anything richer is refused by name. */
export const queryFiles = (files: DriveFile[], query: string): DriveFile[] => {
  const tests = termsOf(query).map((term) => {
    for (const [pattern, make] of TERMS) {
      const parts = pattern.exec(term);
      if (parts) return make([...parts]);
    }
    throw new Error(`Drive search term is not implemented: ${term}`);
  });
  return files.filter((file) => tests.every((test) => test(file)));
};
