import { normalText } from '../domain';
import type { Form } from '../model';

/** What stood in the fields of a row's name; null where that cannot be known from the name. */
export function namesIn({ identity, fields }: Form, name: string): Record<string, string> | null {
  const parts = name.split('|');
  if (parts.length !== identity.length) return null;
  const words: Record<string, string> = {};
  for (const [index, key] of identity.entries()) {
    const part = parts[index]!;
    const word = wordOf(key, part, fields[key]!.choices ?? []);
    if (word === undefined) return null;
    words[key] = word;
  }
  return words;
}

function wordOf(key: string, part: string, choices: readonly string[]): string | undefined {
  const [, from, to, letter = ''] = /^(\d+)-(\d+)([а-я]?)$/.exec(part) ?? [];
  if (key === 'grade') return from && (from === to ? from : `${from}-${to}`) + letter.toUpperCase();
  if (key === 'letter') return part.toUpperCase();
  return part === '' ? '' : choices.find((choice) => normalText(choice) === part);
}
