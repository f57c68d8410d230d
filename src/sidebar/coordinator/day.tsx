import { useState } from 'preact/hooks';
import type { Board, BoardSchool, CoordinatorPanel } from '../../model/coordinator-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { Next } from './next';
import { Schools } from './schools';

type Outcome = ReturnType<CoordinatorPanel['actions']['collect']>;

interface Props {
  board: Board;
  api: PanelApi<CoordinatorPanel>;
  /** What has just been done on another screen. */
  done: string;
  onBoard(board: Board): void;
  onDone(words: string): void;
  onReview(school: BoardSchool): void;
  onGiveBack(school: BoardSchool): void;
}

/** The day of the coordinator: how many have handed in, how the night went, what to do next, school by school. */
export function Day({ board, api, done, onBoard, onDone, onReview, onGiveBack }: Props) {
  const [underway, setUnderway] = useState('');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function busy(words: string, work: () => Promise<void>): Promise<void> {
    setUnderway(words);
    setTrouble(null);
    setOutcome(null);
    onDone('');
    try {
      await work();
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setUnderway('');
  }
  const collect = () =>
    busy('Свод собирается…', async () => {
      let step = await api.act('collect');
      while (step.more) {
        setOutcome(step);
        step = await api.act('collect');
      }
      setOutcome(step);
      onBoard(await api.load());
    });
  const accept = ({ key, name }: BoardSchool) =>
    busy(`Вкладка принимается: ${name}…`, async () => {
      const words = await api.act('accept', key);
      onBoard(await api.load());
      onDone(words);
    });
  const open = (school: string) => busy('', async () => void (await api.act('openTab', school)));
  return (
    <main>
      <h1 class="unseen">{document.title}</h1>
      <State board={board} />
      <Next board={board} underway={underway !== ''} onCollect={() => void collect()} />
      <p role="status" class="note">
        {underway || done}
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
      <Schools
        schools={board.schools}
        underway={underway !== ''}
        onOpen={(school) => void open(school.key)}
        onAccept={(school) => void accept(school)}
        onReview={onReview}
        onGiveBack={onGiveBack}
      />
    </main>
  );
}

const State = ({ board }: { board: Board }) => (
  <section class="state" aria-label="Сбор данных">
    <p class="summary">
      {board.period}: {board.summary.toLowerCase()}
    </p>
    <p>{board.deadline}</p>
    <p class="note">{board.collected === '' ? 'Свод ещё не собран' : `Данные на ${board.collected}`}</p>
    {board.night !== '' && <p class="note">{board.night}</p>}
  </section>
);
