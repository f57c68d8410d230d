import { useState } from 'preact/hooks';
import type { BoardSchool, CoordinatorPanel, GivenBack } from '../../model/coordinator-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { Screen } from './screen';

interface Props {
  school: Pick<BoardSchool, 'key' | 'name'>;
  api: PanelApi<CoordinatorPanel>;
  /** Remarks that were chosen while looking through the tab. */
  notes?: readonly Noted[];
  onDone(words: string): Promise<void>;
  onBack(): void;
}

export type Noted = GivenBack['notes'][number] & { readonly place: string };

/** «Вернуть…»: what is to be mended, in words that the school sees in the head of its tab and beside the rows. */
export function GiveBack({ school, api, notes = [], onDone, onBack }: Props) {
  const [comment, setComment] = useState('');
  const [underway, setUnderway] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  async function send(): Promise<void> {
    setUnderway(true);
    setTrouble(null);
    try {
      const own = notes.map(({ form, row, words }) => ({ form, row, words }));
      await onDone(await api.act('giveBack', school.key, { comment, notes: own }));
    } catch (error) {
      setTrouble(troubleOf(error));
      setUnderway(false);
    }
  }
  const isEmpty = comment.trim() === '' && notes.length === 0;
  return (
    <Screen title={`Вернуть: ${school.name}`} onBack={onBack}>
      <p class="choice">
        <label for="comment">Что исправить (школа увидит это вверху своей вкладки)</label>
        <textarea
          id="comment"
          rows={4}
          maxLength={300}
          value={comment}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      </p>
      {notes.length > 0 && (
        <>
          <p class="note">Рядом со строками:</p>
          <ul class="points">
            {notes.map(({ place, words }) => (
              <li key={place + words}>
                {place}: {words}
              </li>
            ))}
          </ul>
        </>
      )}
      <button type="button" class="primary" disabled={underway || isEmpty} onClick={() => void send()}>
        Вернуть школе
      </button>
      <p role="status" class="note">
        {underway ? 'Вкладка возвращается…' : ''}
      </p>
      {trouble && <TroubleCard trouble={trouble} />}
    </Screen>
  );
}
