import { useState } from 'preact/hooks';
import type { Board } from '../../model/coordinator-panel';

interface Props {
  board: Board;
  underway: boolean;
  onCollect(): void;
}

/** What to do now: a sentence and a button; below it, what can always be done. */
export function Next({ board: { next, debtors }, underway, onCollect }: Props) {
  return (
    <section class="next" aria-label="Что сделать">
      <p>{next.words}</p>
      {next.action === 'copy' && <Copy text={debtors} />}
      {next.action !== 'none' && (
        <button
          type="button"
          class={next.action === 'collect' ? 'primary' : ''}
          disabled={underway}
          onClick={onCollect}
        >
          Собрать свод
        </button>
      )}
    </section>
  );
}

/** Copies the list; where the browser does not allow it, shows the list to be copied by hand. */
function Copy({ text }: { text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'by hand'>('idle');
  const copy = () =>
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setState('copied'),
      () => setState('by hand'),
    );
  return (
    <>
      <button type="button" class="primary" onClick={() => void copy()}>
        Скопировать список должников
      </button>
      <p role="status">{state === 'copied' ? 'Скопировано: вставьте в письмо или чат.' : ''}</p>
      {state === 'by hand' && (
        <p>
          <label for="debtors">Браузер не дал скопировать. Выделите и скопируйте сами:</label>
          <textarea id="debtors" readOnly rows={6} value={text} onFocus={(event) => event.currentTarget.select()} />
        </p>
      )}
    </>
  );
}
