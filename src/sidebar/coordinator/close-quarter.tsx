import { useEffect, useState } from 'preact/hooks';
import type { ClosingPlan, CoordinatorPanel } from '../../model/coordinator-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { List } from './list';
import { OutcomeCard } from './outcome';
import { Screen } from './screen';

interface Props {
  api: PanelApi<CoordinatorPanel>;
  onDone(words: string): Promise<void>;
  onBack(): void;
}

type Outcome = ReturnType<CoordinatorPanel['actions']['close']>;

/** «Закрыть квартал…»: first what it would do, then it is done. */
export function CloseQuarter({ api, onDone, onBack }: Props) {
  const [plan, setPlan] = useState<ClosingPlan | null>(null);
  const [underway, setUnderway] = useState('Вкладки сверяются со сводом…');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const tried = async (words: string, work: () => Promise<void>): Promise<void> => {
    setUnderway(words);
    setTrouble(null);
    try {
      await work();
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setUnderway('');
  };
  const load = () => void tried('Вкладки сверяются со сводом…', async () => setPlan(await api.act('plan')));
  useEffect(load, [api]);
  const close = (title: string) =>
    tried('Квартал закрывается, это занимает несколько минут…', async () => {
      let step = await api.act('close', title);
      while (step.more) {
        setOutcome(step);
        step = await api.act('close', title);
      }
      setOutcome(step);
    });
  const isDone = outcome !== null && !outcome.more && trouble === null;
  return (
    <Screen
      title={plan ? `Закрыть ${plan.title}` : 'Закрыть квартал'}
      onBack={isDone ? () => void onDone(`${outcome.title}.`) : onBack}
    >
      <p role="status">{underway}</p>
      {trouble && <TroubleCard trouble={trouble} {...(plan === null ? { onRetry: load } : {})} />}
      {outcome && <OutcomeCard outcome={outcome} />}
      {plan && outcome === null && <Plan plan={plan} />}
      {plan && !isDone && plan.unread.length === 0 && (
        <button type="button" class="primary" disabled={underway !== ''} onClick={() => void close(plan.title)}>
          Закрыть {plan.title}
        </button>
      )}
    </Screen>
  );
}

const Plan = ({ plan }: { plan: ClosingPlan }) => (
  <>
    {plan.early && <p class="wrong">Квартал ещё не закончился.</p>}
    <List title="Не читаются вкладки: пока они не починены, квартал не закрыть" items={plan.unread} wrong />
    <List title="Не сдали" items={plan.owing} wrong />
    <List title="Сдали, но не приняты" items={plan.waiting} />
    {plan.errors > 0 && <p class="wrong">Ошибок не исправлено: {plan.errors}. Такие строки не войдут в показатели.</p>}
    <List title="Что изменилось" items={plan.changes} />
    <section>
      <h2>Что будет заморожено</h2>
      <p>{plan.frozen}</p>
      <p class="note">Вкладки школ откроются для следующего квартала.</p>
    </section>
  </>
);
