import { type Form, quoted } from '../model';

interface PastedWords {
  readonly form: Form;
  readonly rows: number;
  readonly unknown: readonly string[];
  readonly lost: readonly string[];
}

const NAMED = 2;
const LONGEST = 20;

const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words);

const listed = (words: readonly string[]): string => {
  const more = words.length - NAMED;
  return (
    words
      .slice(0, NAMED)
      .map((word) => quoted(short(word)))
      .join(', ') + (more > 0 ? ` и ещё ${more}` : '')
  );
};

/** What became of a table that was pasted with its titles; fits into a corner. */
export function pastedWords({ form, rows, unknown, lost }: PastedWords): string {
  const done = `${quoted(short(form.title))}: по заголовкам разложено строк: ${rows}.`;
  if (lost.length > 0)
    return `${done} Они встали на место строк ${listed(lost)}: если те нужны, отмените вставку (Ctrl+Z) и вставьте ниже.`;
  if (unknown.length === 0) return done;
  const many = unknown.length > 1;
  return `${done} Не ${many ? 'поняты графы' : 'понята графа'} ${listed(unknown)}: ${many ? 'их' : 'её'} значения – в «Пояснении»; перенесите нужное, остальное сотрите.`;
}
