import { useEffect, useState } from 'preact/hooks';
import type { CoordinatorPanel, ReopeningPlan } from '../../model/coordinator-panel';
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

type Outcome = ReturnType<CoordinatorPanel['actions']['reopen']>;

/** «Открыть период снова…»: first what it would do and who stands in the way; it is done with a reason. */
export function ReopenQuarter({ api, onDone, onBack }: Props) {
  const [plan, setPlan] = useState<ReopeningPlan | null>(null);
  const [why, setWhy] = useState('');
  const [underway, setUnderway] = useState('Вкладки просматриваются…');
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
  const load = () => void tried('Вкладки просматриваются…', async () => setPlan(await api.act('planReopening')));
  useEffect(load, [api]);
  const reopen = (title: string) =>
    tried('Период открывается снова, это занимает несколько минут…', async () => {
      let step = await api.act('reopen', title, why);
      while (step.more) {
        setOutcome(step);
        step = await api.act('reopen', title, why);
      }
      setOutcome(step);
    });
  const isDone = outcome !== null && !outcome.more && trouble === null;
  const isPossible = plan !== null && plan.unread.length === 0 && plan.typed.length === 0;
  return (
    <Screen
      title={plan ? `Открыть снова ${plan.title}` : 'Открыть период снова'}
      onBack={isDone ? () => void onDone(`${outcome.title}.`) : onBack}
    >
      <p role="status">{underway}</p>
      {trouble && <TroubleCard trouble={trouble} {...(plan === null ? { onRetry: load } : {})} />}
      {outcome && <OutcomeCard outcome={outcome} />}
      {plan && outcome === null && <Plan plan={plan} />}
      {isPossible && outcome === null && !plan.begun && (
        <p class="choice">
          <label for="why">Почему (останется в Журнале, без фамилий)</label>
          <textarea
            id="why"
            rows={3}
            maxLength={200}
            value={why}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        </p>
      )}
      {isPossible && !isDone && (
        <button
          type="button"
          class="primary"
          disabled={underway !== '' || (!plan.begun && why.trim() === '')}
          onClick={() => void reopen(plan.title)}
        >
          Открыть снова {plan.title}
        </button>
      )}
    </Screen>
  );
}

const Plan = ({ plan }: { plan: ReopeningPlan }) => (
  <>
    <List title="Не читаются вкладки: пока они не починены, период не открыть" items={plan.unread} wrong />
    <List title="Уже вводят следующий период" items={plan.typed} wrong />
    {plan.typed.length > 0 && (
      <p>
        Пока введённое стоит на вкладках, период не открыть: оно пропало бы. Уберите его или внесите число закрытого
        периода через «Исправить закрытый период…».
      </p>
    )}
    <List title="Что будет" items={plan.notes} />
  </>
);
