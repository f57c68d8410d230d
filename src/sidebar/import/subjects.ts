import { canonicalText } from '../../import';
import type { ImportContents, SubjectList } from '../../model/import-panel';
import type { SentCounts } from '../../model/imported';

/** What was said of subjects that a form does not know: the form's own word, `''` to leave its rows out; by `keyOfSubject`. */
export type SaidSubjects = Readonly<Record<string, string>>;

/** A subject of a file that the form it goes to does not have. */
export interface UnknownSubject {
  readonly form: string;
  /** As it stands in the file: it is not sent. */
  readonly text: string;
  readonly rows: number;
}

export const keyOfSubject = ({ form, text }: Pick<UnknownSubject, 'form' | 'text'>): string =>
  `${form} ${canonicalText(text)}`;

/** Counts that were read, with the form they go to. */
export type Going = SentCounts & { readonly form: string };

function isKnown({ words, names }: SubjectList, text: string): boolean {
  const spelt = canonicalText(text);
  return [...words, ...Object.values(names).flat()].some((word) => canonicalText(word) === spelt);
}

const subjectOf = ({ counts }: Going): string | null => (typeof counts.subject === 'string' ? counts.subject : null);

/** Each once, with how many rows wait for it. */
export function unknownSubjects(going: readonly Going[], { subjects }: ImportContents): UnknownSubject[] {
  const found = new Map<string, UnknownSubject>();
  for (const item of going) {
    const text = subjectOf(item);
    const list = subjects[item.form];
    if (text === null || !list || isKnown(list, text)) continue;
    const key = keyOfSubject({ form: item.form, text });
    found.set(key, { form: item.form, text, rows: (found.get(key)?.rows ?? 0) + 1 });
  }
  return [...found.values()];
}

/** What is sent: of subjects only words that the form has, so that no cell of the file leaves the browser by them. */
export function withKnownSubjects(
  going: readonly Going[],
  { subjects }: ImportContents,
  said: SaidSubjects,
): SentCounts[] {
  return going.flatMap((item): SentCounts[] => {
    const { form, kind, school, counts } = item;
    const text = subjectOf(item);
    const list = subjects[form];
    if (text === null || (list && isKnown(list, text))) return [{ kind, school, counts }];
    // A form that tells no subjects apart is not told them.
    if (!list) {
      const { subject: _, ...others } = counts;
      return [{ kind, school, counts: others }];
    }
    const word = said[keyOfSubject({ form, text })];
    return word ? [{ kind, school, counts: { ...counts, subject: word } }] : [];
  });
}
