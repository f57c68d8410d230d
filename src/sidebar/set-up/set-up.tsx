import { useEffect, useRef, useState } from 'preact/hooks';
import type { SetUpPanel } from '../../model/set-up-panel';
import type { PanelProps } from '../start-panel';
import { TroubleCard } from '../trouble-card';
import { Created } from './created';
import { District } from './district';
import { Permissions } from './permissions';
import { Restore } from './restore';
import { useSetUp } from './use-set-up';
import { WhatItDoes } from './what-it-does';

const SCREENS = ['Что делает', 'Разрешения', 'Район'] as const;
const DISTRICT = 2;

/** Three screens: what it does, what it may do, and the district; then the tabs are made. */
export function SetUp({ contents, api }: PanelProps<SetUpPanel>) {
  const [screen, setScreen] = useState(contents.isNew ? 0 : DISTRICT);
  const setUp = useSetUp(api, contents);
  const { state } = setUp;
  const top = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // Whoever goes on by keyboard goes on from the top of the next screen, not from the opening of the panel.
    if (!first.current) top.current?.querySelector('h2')?.focus();
    first.current = false;
  }, [screen, state.created !== null]);
  const busy = state.busy !== null;
  const next = (
    <p class="steps-on">
      {screen > 0 && (
        <button type="button" onClick={() => setScreen(screen - 1)}>
          Назад
        </button>
      )}
      <button type="button" class="primary" onClick={() => setScreen(screen + 1)}>
        Дальше
      </button>
    </p>
  );
  return (
    <main ref={top}>
      <h1 class="unseen">{document.title}</h1>
      <nav aria-label="Шаги настройки">
        <ol class="screens">
          {SCREENS.map((title, index) => (
            <li key={title}>
              <button
                type="button"
                aria-current={index === screen ? 'step' : undefined}
                disabled={busy}
                onClick={() => setScreen(index)}
              >
                {index + 1}. {title}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {screen === 0 && (
        <>
          <WhatItDoes />
          {next}
          {contents.isNew && <Restore api={api} begun={contents.restoring} />}
        </>
      )}
      {screen === 1 && (
        <>
          <Permissions permissions={contents.permissions} grantUrl={contents.grantUrl} />
          {next}
        </>
      )}
      {screen === DISTRICT && !state.created && <District contents={contents} setUp={setUp} />}
      {screen === DISTRICT && state.created && (
        <Created
          created={state.created}
          automation={state.automation}
          automatic={contents.automatic}
          busy={busy}
          setUp={setUp}
        />
      )}
      <p role="status" class="status">
        {statusOf(state.busy, state.steps)}
      </p>
      {state.trouble && <TroubleCard trouble={state.trouble} onRetry={setUp.again} />}
    </main>
  );
}

function statusOf(busy: ReturnType<typeof useSetUp>['state']['busy'], steps: number): string {
  if (busy === 'saving') return 'Сохраняется…';
  if (busy === 'automating') return 'Включается автоматический сбор…';
  if (busy !== 'creating') return '';
  const again = steps > 1 ? ` Продолжение ${steps}.` : '';
  return `Создаются вкладки.${again} Это может занять несколько минут.`;
}
