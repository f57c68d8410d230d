import { useState } from 'preact/hooks';
import type { CellPlace, Explained, ExplainPanel, Explanation, Selected } from '../../model/explain-panel';
import type { PanelProps } from '../start-panel';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { Documents } from './documents';
import { Figure } from './figure';

/** Where a figure comes from: of the selected cell or of a document, and of each of its parts in turn. */
export function Explain({ contents: { selected, documents }, api }: PanelProps<ExplainPanel>) {
  const [words, setWords] = useState('words' in selected ? selected.words : '');
  // The way down to what is shown: the last one is in sight.
  const [way, setWay] = useState<readonly Explanation[]>('explanation' in selected ? [selected.explanation] : []);
  const [underway, setUnderway] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function doing<T>(what: string, call: Promise<T>): Promise<T | null> {
    setUnderway(what);
    setTrouble(null);
    try {
      return await call;
    } catch (error) {
      setTrouble(troubleOf(error));
      return null;
    } finally {
      setUnderway('');
    }
  }

  async function look(): Promise<void> {
    const found: Selected | null = await doing('Читается выбранная ячейка…', api.act('selected'));
    if (!found) return;
    setWords('words' in found ? found.words : '');
    setWay('explanation' in found ? [found.explanation] : []);
  }

  async function open(of: Explained, from: readonly Explanation[]): Promise<void> {
    const found = await doing('Разбирается…', api.act('explain', of));
    if (found) {
      setWords('');
      setWay([...from, found]);
    }
  }

  const shown = way[way.length - 1];
  return (
    <main aria-busy={underway !== ''}>
      <h1 class="unseen">{document.title}</h1>
      <button type="button" class="primary look" disabled={underway !== ''} onClick={() => void look()}>
        Объяснить выбранную ячейку
      </button>
      <p role="status" class="note">
        {underway}
      </p>
      {trouble && <TroubleCard trouble={trouble} />}
      {words !== '' && <p class="warn">{words}</p>}
      {way.length > 1 && (
        <nav aria-label="Откуда пришли">
          <button type="button" onClick={() => setWay(way.slice(0, -1))}>
            Назад: {way[way.length - 2]!.title}
          </button>
        </nav>
      )}
      {shown && (
        <Figure
          key={JSON.stringify(shown.of)}
          explanation={shown}
          onOpen={(of) => void open(of, way)}
          onShow={(place: CellPlace) => void doing('', api.act('show', place))}
        />
      )}
      <Documents documents={documents} api={api} doing={doing} onOpen={(of) => void open(of, [])} />
    </main>
  );
}
