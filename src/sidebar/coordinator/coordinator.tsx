import { useState } from 'preact/hooks';
import type { Board, CoordinatorPanel } from '../../model/coordinator-panel';
import type { PanelProps } from '../start-panel';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { Next } from './next';
import { Schools } from './schools';

type Outcome = ReturnType<CoordinatorPanel['actions']['collect']>;

/** The day of the coordinator: how many have handed in, how the night went, what to do next, school by school. */
export function Coordinator({ contents, api }: PanelProps<CoordinatorPanel>) {
  const [board, setBoard] = useState<Board>(contents);
  const [underway, setUnderway] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function collect(): Promise<void> {
    setUnderway(true);
    setTrouble(null);
    setOutcome(null);
    try {
      let done = await api.act('collect');
      while (done.more) {
        setOutcome(done);
        done = await api.act('collect');
      }
      setOutcome(done);
      setBoard(await api.load());
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setUnderway(false);
  }

  const open = (school: string) => {
    setTrouble(null);
    api.act('openTab', school).catch((error) => setTrouble(troubleOf(error)));
  };
  return (
    <main>
      <h1 class="unseen">{document.title}</h1>
      <section class="state" aria-label="Сбор данных">
        <p class="summary">
          {board.period}: {board.summary.toLowerCase()}
        </p>
        <p>{board.deadline}</p>
        <p class="note">{board.collected === '' ? 'Свод ещё не собран' : `Данные на ${board.collected}`}</p>
        {board.night !== '' && <p class="note">{board.night}</p>}
      </section>
      <Next board={board} underway={underway} onCollect={() => void collect()} />
      <p role="status" class="note">
        {underway ? 'Свод собирается…' : ''}
      </p>
      {outcome && (
        <div class="done">
          <h2>{outcome.title}</h2>
          {outcome.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {trouble && <TroubleCard trouble={trouble} />}
      <Schools schools={board.schools} onOpen={open} />
    </main>
  );
}
