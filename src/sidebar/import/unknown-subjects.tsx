import { counted } from '../../import';
import type { ImportContents } from '../../model/import-panel';
import { Choice } from '../choice';
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
          <Choice
            key={key}
            id={`subject-${at}`}
            title={`${subject.text}, «${titleOf(subject.form)}», ${counted(subject.rows, 'строка', 'строки', 'строк')}`}
            value={said[key] ?? UNKNOWN}
            options={[
              ...(said[key] === undefined ? [[UNKNOWN, '– выберите предмет –'] as const] : []),
              ['', 'Не вносить'],
              ...contents.subjects[subject.form]!.words,
            ]}
            disabled={disabled}
            onChoice={(word) => onSay(key, word)}
          />
        );
      })}
    </section>
  );
}
