import { useState } from 'preact/hooks';
import type { Board, BoardSchool, CoordinatorPanel } from '../../model/coordinator-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { Always, Next } from './next';
import { OutcomeCard } from './outcome';
import { Schools } from './schools';

type Outcome = ReturnType<CoordinatorPanel['actions']['remind']>;

interface Props {
  board: Board;
  api: PanelApi<CoordinatorPanel>;
  /** What has just been done on another screen. */
  done: string;
  onBoard(board: Board): void;
  onDone(words: string): void;
  onClose(): void;
  onReopen(): void;
  onReview(school: BoardSchool): void;
  onGiveBack(school: BoardSchool): void;
}

/** The day of the coordinator: how many have handed in, how the night went, what to do next, school by school. */
export function Day({ board, api, done, onBoard, onDone, onClose, onReopen, onReview, onGiveBack }: Props) {
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
  const remind = (schools: readonly string[]) =>
    busy('Письма отправляются…', async () => {
      setOutcome(await api.act('remind', schools));
      onBoard(await api.load());
    });
  const enable = () =>
    busy('Ночной сбор включается…', async () => {
      setOutcome(await api.act('enable'));
      onBoard(await api.load());
    });
  const open = (school: string) => busy('', async () => void (await api.act('openTab', school)));
  return (
    <main>
      <h1 class="unseen">{document.title}</h1>
      <State board={board} underway={underway !== ''} onEnable={() => void enable()} />
      <Next
        board={board}
        underway={underway !== ''}
        onCollect={() => void collect()}
        onRemind={(of) => void remind(of)}
      />
      <p role="status" class="note">
        {underway || done}
      </p>
      {outcome && <OutcomeCard outcome={outcome} />}
      {trouble && <TroubleCard trouble={trouble} />}
      <Schools
        schools={board.schools}
        underway={underway !== ''}
        onOpen={(school) => void open(school.key)}
        onRemind={(school) => void remind([school.key])}
        onAccept={(school) => void accept(school)}
        onReview={onReview}
        onGiveBack={onGiveBack}
      />
      <Always
        board={board}
        underway={underway !== ''}
        onCollect={() => void collect()}
        onClose={onClose}
        onReopen={onReopen}
      />
    </main>
  );
}

interface StateProps {
  board: Board;
  underway: boolean;
  onEnable(): void;
}

const State = ({ board, underway, onEnable }: StateProps) => (
  <section class="state" aria-label="Сбор данных">
    <p class="summary">
      {board.period}: {board.summary.toLowerCase()}
    </p>
    <p>{board.deadline}</p>
    <p class="note">{board.collected === '' ? 'Свод ещё не собран' : `Данные на ${board.collected}`}</p>
    {board.nightFailed ? (
      <div class="trouble">
        <p>{board.night}</p>
        <button type="button" disabled={underway} onClick={onEnable}>
          Включить ночной сбор снова
        </button>
      </div>
    ) : (
      board.night !== '' && <p class="note">{board.night}</p>
    )}
  </section>
);
