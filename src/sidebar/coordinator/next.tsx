import { useState } from 'preact/hooks';
import type { Board } from '../../model/coordinator-panel';

interface Props {
  board: Board;
  underway: boolean;
  onCollect(): void;
  onRemind(schools: readonly string[]): void;
}

/** What to do now: a sentence and a button. */
export function Next({ board: { next, debtors }, underway, onCollect, onRemind }: Props) {
  return (
    <section class="next" aria-label="Что сделать">
      <p>{next.words}</p>
      {next.action === 'copy' && <Copy text={debtors} main />}
      {next.action === 'remind' && (
        <button type="button" class="primary" disabled={underway} onClick={() => onRemind(next.schools)}>
          {next.label}
        </button>
      )}
      {next.action === 'collect' && (
        <button type="button" class="primary" disabled={underway} onClick={onCollect}>
          Собрать свод
        </button>
      )}
    </section>
  );
}

interface AlwaysProps extends Omit<Props, 'onRemind'> {
  onClose(): void;
  onReopen(): void;
}

/** What can be done on any day, but for what is to be done now anyway. */
export function Always({ board: { next, debtors, schools }, underway, onCollect, onClose, onReopen }: AlwaysProps) {
  if (schools.length === 0) return null;
  return (
    <section class="always" aria-label="Свод и закрытие">
      {next.action !== 'collect' && (
        <button type="button" disabled={underway} onClick={onCollect}>
          Собрать свод
        </button>
      )}
      {next.action !== 'copy' && debtors !== '' && <Copy text={debtors} />}
      <button type="button" disabled={underway} onClick={onClose}>
        Закрыть квартал…
      </button>
      <button type="button" disabled={underway} onClick={onReopen}>
        Открыть период снова…
      </button>
    </section>
  );
}

/** Copies the list; where the browser does not allow it, shows the list to be copied by hand. */
function Copy({ text, main = false }: { text: string; main?: boolean }) {
  const [state, setState] = useState<'idle' | 'copied' | 'by hand'>('idle');
  const copy = () =>
    Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setState('copied'),
      () => setState('by hand'),
    );
  return (
    <>
      <button type="button" class={main ? 'primary' : ''} onClick={() => void copy()}>
        Скопировать список должников
      </button>
      <p role="status">{state === 'copied' ? 'Скопировано: вставьте в письмо или чат.' : ''}</p>
      {state === 'by hand' && (
        <p class="choice">
          <label for="debtors">Браузер не дал скопировать. Выделите и скопируйте сами:</label>
          <textarea id="debtors" readOnly rows={6} value={text} onFocus={(event) => event.currentTarget.select()} />
        </p>
      )}
    </>
  );
}
