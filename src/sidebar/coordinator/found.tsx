import { useState } from 'preact/hooks';
import type { ReviewedForm, ReviewedIssue } from '../../model/coordinator-panel';
import type { Noted } from './give-back';

/** What can be done about what was found. */
export interface Doing {
  mayGiveBack: boolean;
  isNoted(note: Noted): boolean;
  onNote(note: Noted): void;
  onGo(row: number): void;
  onExplain(form: string, row: number | null, words: string): Promise<void>;
}

interface Props extends Doing {
  form: ReviewedForm;
  issue: ReviewedIssue;
}

/** One thing that was found on a tab: where, what, and what can be done about it from here. */
export function Found({ form, issue, mayGiveBack, isNoted, onNote, onGo, onExplain }: Props) {
  const { row, whole, name, words, kind } = issue;
  const place = whole ? form.title : `строка ${row}${name === '' ? '' : `, ${name}`}`;
  const at = whole ? null : row;
  const note = { form: form.key, row: at, words, place };
  return (
    <li class={kind === 'error' ? 'card error' : 'card'}>
      <p>
        <strong>{kind === 'error' ? 'Ошибка' : 'Вопрос'}</strong>, {whole ? 'вся форма' : place}
      </p>
      <p>{words}</p>
      <div class="buttons">
        <button type="button" onClick={() => onGo(row)}>
          К ячейке<span class="unseen"> {place}</span>
        </button>
        {mayGiveBack && (
          <button type="button" aria-pressed={isNoted(note)} onClick={() => onNote(note)}>
            {isNoted(note) ? 'В замечаниях' : 'В замечания'}
            <span class="unseen"> {place}</span>
          </button>
        )}
      </div>
      {kind === 'question' && <Explain place={place} onExplain={(said) => onExplain(form.key, at, said)} />}
    </li>
  );
}

function Explain({ place, onExplain }: { place: string; onExplain(words: string): Promise<void> }) {
  const [words, setWords] = useState('');
  const [underway, setUnderway] = useState(false);
  const send = (): void => {
    setUnderway(true);
    void onExplain(words).then(() => setUnderway(false));
  };
  return (
    <details>
      <summary>
        Пояснить<span class="unseen"> {place}</span>
      </summary>
      <textarea
        rows={2}
        maxLength={300}
        aria-label={`Пояснение: ${place}`}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <button type="button" disabled={underway || words.trim() === ''} onClick={send}>
        Записать на вкладку
      </button>
    </details>
  );
}
