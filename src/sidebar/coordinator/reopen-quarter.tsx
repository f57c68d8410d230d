import { useState } from 'preact/hooks';
import type { CoordinatorPanel, ReopeningPlan } from '../../model/coordinator-panel';
import type { PanelApi } from '../api';
import { TroubleCard } from '../trouble-card';
import { List } from './list';
import { OutcomeCard } from './outcome';
import { usePlannedWork } from './planned-work';
import { Screen } from './screen';

interface Props {
  api: PanelApi<CoordinatorPanel>;
  onDone(words: string): Promise<void>;
  onBack(): void;
}

type Outcome = ReturnType<CoordinatorPanel['actions']['reopen']>;

/** «Открыть период снова…»: first what it would do and who stands in the way; it is done with a reason. */
export function ReopenQuarter({ api, onDone, onBack }: Props) {
  const [why, setWhy] = useState('');
  const { plan, underway, outcome, trouble, done, load, carryOut } = usePlannedWork<ReopeningPlan, Outcome>(
    'Вкладки просматриваются…',
    () => api.act('planReopening'),
  );
  const reopen = (title: string) =>
    carryOut('Период открывается снова, это занимает несколько минут…', () => api.act('reopen', title, why));
  const isPossible = plan !== null && plan.unread.length === 0 && plan.typed.length === 0;
  return (
    <Screen
      title={plan ? `Открыть снова ${plan.title}` : 'Открыть период снова'}
      onBack={done ? () => void onDone(`${done.title}.`) : onBack}
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
      {isPossible && !done && (
        <button
          type="button"
          class="primary"
          disabled={underway !== '' || (!plan.begun && why.trim() === '')}
          onClick={() => reopen(plan.title)}
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
