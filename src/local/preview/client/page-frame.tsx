import { useLayoutEffect, useReducer } from 'preact/hooks';
import { CardDialog } from './card-dialog';
import { EntryLine } from './entry-line';
import { Grid } from './grid';
import { MenuBar } from './menu-bar';
import { menusOf } from './menus';
import type { Model } from './model';
import { PanelFrame } from './panel-frame';
import { ReadingDialog } from './reading-dialog';
import { TabStrip } from './tab-strip';
import { Toasts } from './toasts';

/** The whole page: a spreadsheet's window around the grid. */
export function Page({ model }: { model: Model }) {
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  // Before anything is asked: an effect after the first painting has missed what came before it.
  useLayoutEffect(() => model.subscribe(() => redraw()), [model]);
  const { phase, scene, layout, card, sidebar, dialog, reading } = model.state;
  return (
    <>
      <aside class="banner" aria-label="О просмотре">
        <strong>Учебный просмотр:</strong> всё происходит на этом компьютере, в Google ничего не отправляется.{' '}
        {scene.training && 'Учебные данные: все числа вымышлены.'}
      </aside>
      {phase.kind !== 'ready' || !layout ? (
        <Waiting model={model} />
      ) : (
        <>
          <Head model={model} />
          <main class="desk">
            <Grid model={model} layout={layout} />
            {sidebar && 'html' in sidebar && <PanelFrame model={model} panel={sidebar} />}
          </main>
          <TabStrip model={model} />
        </>
      )}
      {dialog && 'html' in dialog && <PanelFrame model={model} panel={dialog} />}
      {reading && <ReadingDialog model={model} reading={reading} />}
      {card && <CardDialog key={card.title + card.message} card={card} />}
      <Toasts model={model} />
    </>
  );
}

function Waiting({ model }: { model: Model }) {
  const { phase, card } = model.state;
  const failed = phase.kind === 'failed';
  const text = phase.kind === 'ready' ? 'Открывается книга…' : phase.text;
  return (
    <main class="waiting">
      <h1>{failed ? 'Книгу показать нельзя' : 'Готовим книгу района'}</h1>
      <p role={failed ? 'alert' : 'status'}>{text}</p>
      {!failed && !card && <div class="progress" aria-hidden="true" />}
    </main>
  );
}

function Head({ model }: { model: Model }) {
  const { scene, user, busy } = model.state;
  return (
    <header class="head">
      <div class="title-row">
        <h1>Качество образования</h1>
        <span class="clock">{scene.now}</span>
        <span class="busy" role="status">
          {busy ? `${busy}…` : ''}
        </span>
        <label class="person">
          Я —{' '}
          <select value={user} onChange={(event) => void model.become(event.currentTarget.value)}>
            {scene.people.map((person, index) => (
              <option key={person.user} value={person.user}>
                {index === 0 ? 'координатор района' : `школа: ${person.title}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <MenuBar menus={menusOf(model)} />
      <EntryLine model={model} />
    </header>
  );
}
