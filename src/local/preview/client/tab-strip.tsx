import { useEffect, useRef, useState } from 'preact/hooks';
import { MenuList } from './menu-bar';
import type { Model } from './model';

/** The workbook's tabs, and a list of all of them, hidden ones too. */
export function TabStrip({ model }: { model: Model }) {
  const { scene, layout } = model.state;
  const [listed, setListed] = useState(false);
  const strip = useRef<HTMLElement>(null);
  const all = useRef<HTMLButtonElement>(null);
  const current = layout?.sheet;
  useEffect(() => {
    strip.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  useEffect(() => {
    const away = (event: MouseEvent) => !strip.current?.contains(event.target as Node) && setListed(false);
    addEventListener('mousedown', away);
    return () => removeEventListener('mousedown', away);
  }, []);
  const items = scene.tabs.map(({ id, name, hidden }) => ({
    caption: hidden ? `${name} (скрыта)` : name,
    act: () => void model.showTab(id),
  }));
  const back = () => {
    setListed(false);
    all.current?.focus();
  };
  return (
    <nav class="tab-strip" aria-label="Вкладки книги" ref={strip}>
      <button
        type="button"
        class="all-tabs"
        ref={all}
        aria-haspopup="menu"
        aria-expanded={listed}
        onClick={() => setListed(!listed)}
      >
        ☰ Все вкладки
      </button>
      {listed && <MenuList label="Все вкладки" items={items} onDone={() => setListed(false)} onBack={back} />}
      <ul>
        {scene.tabs
          .filter(({ id, hidden }) => !hidden || id === current)
          .map(({ id, name, color }) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === current ? 'page' : undefined}
                style={color ? { boxShadow: `inset 0 -3px ${color}` } : undefined}
                onClick={() => void model.showTab(id)}
              >
                {name}
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}
