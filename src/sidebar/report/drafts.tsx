import { useState } from 'preact/hooks';
import type { ReportContents, ReportPanel } from '../../model/report-panel';
import type { PanelApi } from '../api';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';

interface Props {
  period: ReportContents['periods'][number];
  api: PanelApi<ReportPanel>;
}

/** Drafts of recommendations become rows that people edit, delete and confirm. */
export function Drafts({ period: { key, title }, api }: Props) {
  const [state, setState] = useState<'asked' | { said: string } | { trouble: Trouble } | null>(null);
  const enter = async (): Promise<void> => {
    setState('asked');
    try {
      setState({ said: await api.act('enterDrafts', key) });
    } catch (error) {
      setState({ trouble: troubleOf(error) });
    }
  };
  const isTrouble = state !== null && state !== 'asked' && 'trouble' in state;
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">Рекомендации за {title}</h2>
      <p>Проекты из показателей и рисковых профилей станут строками вкладки «Рекомендации и меры».</p>
      <button type="button" disabled={state === 'asked'} onClick={() => void enter()}>
        Внести проекты рекомендаций
      </button>
      <p role="status">{state === 'asked' ? 'Вносятся…' : state !== null && 'said' in state ? state.said : ''}</p>
      {isTrouble && <TroubleCard trouble={state.trouble} onRetry={() => void enter()} />}
    </section>
  );
}
