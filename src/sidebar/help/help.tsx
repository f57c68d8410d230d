import { useState } from 'preact/hooks';
import type { HelpPanel } from '../../model/help-panel';
import type { PanelProps } from '../start-panel';
import { type Trouble, troubleOf } from '../trouble';
import { TroubleCard } from '../trouble-card';
import { countOf, found } from './found';
import { stemsOf } from './search';
import { Forms, Indicators, SECTIONS, Steps } from './sections';

/** How to fill in, what is asked, how it is counted: all on one page, with a search over it. */
export function Help({ contents, api }: PanelProps<HelpPanel>) {
  const [query, setQuery] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const stems = stemsOf(query);
  const shown = found(contents, stems);
  const count = countOf(shown);
  const openTab = () => {
    setTrouble(null);
    api.act('openTab').catch((error) => setTrouble(troubleOf(error)));
  };
  return (
    <>
      <Search query={query} onQuery={setQuery} found={stems.length > 0 ? count : null} />
      <main>
        {count === 0 ? (
          <Nothing query={query} onClear={() => setQuery('')} />
        ) : (
          <>
            <Steps steps={shown.steps} stems={stems} />
            <Forms forms={shown.forms} stems={stems} />
            <Indicators indicators={shown.indicators} stems={stems} />
          </>
        )}
        <button type="button" class="tab-link" onClick={openTab}>
          Открыть вкладку «Справка»
        </button>
        {trouble && <TroubleCard trouble={trouble} />}
      </main>
    </>
  );
}

interface SearchProps {
  query: string;
  /** How many were found; null while nothing is searched for. */
  found: number | null;
  onQuery(query: string): void;
}

function Search({ query, found, onQuery }: SearchProps) {
  return (
    <header class="search">
      <h1 class="unseen">{document.title}</h1>
      <label for="query">Найти в справке</label>
      <input
        id="query"
        type="search"
        autocomplete="off"
        placeholder="например, успеваемость"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
      />
      <p role="status">{found === null ? '' : `Найдено: ${found}`}</p>
      {found === null && <Contents />}
    </header>
  );
}

/** Ways to the sections: the page is long and the sidebar narrow. */
function Contents() {
  const go = (id: string) => {
    const heading = document.getElementById(id);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav aria-label="Разделы">
      {Object.entries(SECTIONS).map(([id, { brief }]) => (
        <button type="button" key={id} onClick={() => go(id)}>
          {brief}
        </button>
      ))}
    </nav>
  );
}

function Nothing({ query, onClear }: { query: string; onClear(): void }) {
  return (
    <div class="nothing">
      <p>По запросу «{query.trim()}» ничего нет. Попробуйте одно слово или его начало: «качеств», «н/а», «опека».</p>
      <button type="button" onClick={onClear}>
        Показать всё
      </button>
    </div>
  );
}
