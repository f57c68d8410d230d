import type { ClosingPlan, CoordinatorPanel } from '../../model/coordinator-panel';
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

type Outcome = ReturnType<CoordinatorPanel['actions']['close']>;

/** «Закрыть квартал…»: first what it would do, then it is done. */
export function CloseQuarter({ api, onDone, onBack }: Props) {
  const { plan, underway, outcome, trouble, done, load, carryOut } = usePlannedWork<ClosingPlan, Outcome>(
    'Вкладки сверяются со сводом…',
    () => api.act('plan'),
  );
  const close = (title: string) =>
    carryOut('Квартал закрывается, это занимает несколько минут…', () => api.act('close', title));
  return (
    <Screen
      title={plan ? `Закрыть ${plan.title}` : 'Закрыть квартал'}
      onBack={done ? () => void onDone(`${done.title}.`) : onBack}
    >
      <p role="status">{underway}</p>
      {trouble && <TroubleCard trouble={trouble} {...(plan === null ? { onRetry: load } : {})} />}
      {outcome && <OutcomeCard outcome={outcome} />}
      {plan && outcome === null && <Plan plan={plan} />}
      {plan && !done && plan.unread.length === 0 && (
        <button type="button" class="primary" disabled={underway !== ''} onClick={() => close(plan.title)}>
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
