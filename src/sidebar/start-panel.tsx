import { type ComponentType, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PanelShape } from '../model/panel';
import { apiOf, type PanelApi } from './api';
import { type Trouble, troubleOf } from './trouble';
import { TroubleCard } from './trouble-card';

export interface PanelProps<S extends PanelShape> {
  readonly contents: S['contents'];
  readonly api: PanelApi<S>;
}

/** Shows a panel's page: waiting, what the server gave, or what went wrong and how to go on. */
export function startPanel<S extends PanelShape>(key: string, View: ComponentType<PanelProps<S>>): void {
  const api = apiOf<S>(key);
  render(<Panel api={api} View={View} />, document.getElementById('panel')!);
}

type Phase<S extends PanelShape> = { contents: S['contents'] } | { trouble: Trouble } | null;

interface Props<S extends PanelShape> {
  api: PanelApi<S>;
  View: ComponentType<PanelProps<S>>;
}

function Panel<S extends PanelShape>({ api, View }: Props<S>) {
  const [phase, setPhase] = useState<Phase<S>>(null);
  const load = () => {
    setPhase(null);
    api.load().then(
      (contents) => setPhase({ contents }),
      (error) => setPhase({ trouble: troubleOf(error) }),
    );
  };
  useEffect(load, [api]);
  if (phase === null) return <Waiting />;
  if ('contents' in phase) return <View contents={phase.contents} api={api} />;
  return (
    <main>
      <h1 class="unseen">{document.title}</h1>
      <TroubleCard trouble={phase.trouble} onRetry={load} />
    </main>
  );
}

const LONG = 10_000;
const BARS = [1, 2, 3, 4, 5, 6];

function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main>
      <h1 class="unseen">{document.title}</h1>
      <p class="waiting" role="status">
        {long ? 'Google отвечает медленно, подождите ещё немного…' : 'Загружается…'}
      </p>
      <div class="bars" aria-hidden="true">
        {BARS.map((bar) => (
          <i key={bar} />
        ))}
      </div>
    </main>
  );
}
