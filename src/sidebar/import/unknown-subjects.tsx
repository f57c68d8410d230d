import { counted } from '../../import';
import type { ImportContents } from '../../model/import-panel';
import { keyOfSubject, type SaidSubjects, type UnknownSubject } from './subjects';

interface Props {
  subjects: readonly UnknownSubject[];
  said: SaidSubjects;
  contents: ImportContents;
  disabled: boolean;
  onSay(subject: string, word: string): void;
}

const UNKNOWN = '?';

/** Subjects that a form has under no such name: asked once in this browser. */
export function UnknownSubjects({ subjects, said, contents, disabled, onSay }: Props) {
  if (subjects.length === 0) return null;
  const titleOf = (form: string): string => contents.forms.find(({ key }) => key === form)?.title ?? form;
  return (
    <section aria-labelledby="subjects" class="strangers">
      <h2 id="subjects">Какой это предмет?</h2>
      <p class="note">В форме такого названия нет. Этот браузер запомнит ответ.</p>
      {subjects.map((subject, at) => {
        const key = keyOfSubject(subject);
        return (
          <p class="choice" key={key}>
            <label for={`subject-${at}`}>
              {subject.text}, «{titleOf(subject.form)}», {counted(subject.rows, 'строка', 'строки', 'строк')}
            </label>
            <select
              id={`subject-${at}`}
              disabled={disabled}
              value={said[key] ?? UNKNOWN}
              onChange={(event) => onSay(key, event.currentTarget.value)}
            >
              {said[key] === undefined && <option value={UNKNOWN}>– выберите предмет –</option>}
              <option value="">Не вносить</option>
              {contents.subjects[subject.form]!.words.map((word) => (
                <option key={word} value={word}>
                  {word}
                </option>
              ))}
            </select>
          </p>
        );
      })}
    </section>
  );
}
