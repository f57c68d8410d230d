import { useState } from 'preact/hooks';
import type { Board, BoardSchool, CoordinatorPanel } from '../../model/coordinator-panel';
import type { PanelProps } from '../start-panel';
import { CloseQuarter } from './close-quarter';
import { Day } from './day';
import { GiveBack } from './give-back';
import { ReopenQuarter } from './reopen-quarter';
import { ReviewTab } from './review';

type Screen =
  | { readonly show: 'day' }
  | { readonly show: 'closing' }
  | { readonly show: 'reopening' }
  | { readonly show: 'review'; readonly school: BoardSchool }
  | { readonly show: 'giving back'; readonly school: BoardSchool };

/** The panel's screens; the one that is left to begins with what it was left for. */
export function Coordinator({ contents, api }: PanelProps<CoordinatorPanel>) {
  const [board, setBoard] = useState<Board>(contents);
  const [screen, setScreen] = useState<Screen>({ show: 'day' });
  const [done, setDone] = useState('');
  const home = (): void => setScreen({ show: 'day' });
  const finished = async (words: string): Promise<void> => {
    setDone(words);
    setBoard(await api.load());
    home();
  };
  if (screen.show === 'review') return <ReviewTab school={screen.school} api={api} onDone={finished} onBack={home} />;
  if (screen.show === 'giving back')
    return <GiveBack school={screen.school} api={api} onDone={finished} onBack={home} />;
  if (screen.show === 'closing') return <CloseQuarter api={api} onDone={finished} onBack={home} />;
  if (screen.show === 'reopening') return <ReopenQuarter api={api} onDone={finished} onBack={home} />;
  return (
    <Day
      board={board}
      api={api}
      done={done}
      onBoard={setBoard}
      onDone={setDone}
      onClose={() => setScreen({ show: 'closing' })}
      onReopen={() => setScreen({ show: 'reopening' })}
      onReview={(school) => setScreen({ show: 'review', school })}
      onGiveBack={(school) => setScreen({ show: 'giving back', school })}
    />
  );
}
