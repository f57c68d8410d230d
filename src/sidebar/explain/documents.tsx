import { useState } from 'preact/hooks';
import type { DocumentFigures, ExplainContents, Explained, ExplainPanel } from '../../model/explain-panel';
import type { PanelApi } from '../api';
import { Choice } from '../choice';

interface Props {
  documents: ExplainContents['documents'];
  api: PanelApi<ExplainPanel>;
  doing<T>(what: string, call: Promise<T>): Promise<T | null>;
  onOpen(of: Explained): void;
}

/** More are found by their number or words. */
const IN_SIGHT = 30;

/** A figure of a document, by the number that the document gives it under «Как рассчитано», or by words. */
export function Documents({ documents, api, doing, onOpen }: Props) {
  const [chosen, setChosen] = useState(0);
  const [figures, setFigures] = useState<DocumentFigures | null>(null);
  if (documents.length === 0)
    return (
      <section aria-labelledby="documents">
        <h2 id="documents">Цифра документа</h2>
        <p class="note">Отчётов ещё нет. Постройте отчёт, и его цифры можно будет искать по номеру.</p>
      </section>
    );
  const read = async () => {
    const { key } = documents[chosen]!;
    setFigures(await doing('Перечитываются цифры документа…', api.act('figuresOf', key)));
  };
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">Цифра документа</h2>
      <Choice
        id="document"
        title="Документ"
        value={String(chosen)}
        options={documents.map(({ title }, index) => [String(index), title] as const)}
        onChoice={(index) => {
          setChosen(Number(index));
          setFigures(null);
        }}
      />
      {figures ? (
        <List figures={figures} onOpen={onOpen} />
      ) : (
        <button type="button" onClick={() => void read()}>
          Показать цифры документа
        </button>
      )}
    </section>
  );
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s\u00a0-]+/g, '');

function List({ figures: { figures, changed }, onOpen }: { figures: DocumentFigures; onOpen(of: Explained): void }) {
  const [wanted, setWanted] = useState('');
  const asked = plain(wanted);
  const isNumber = /^ф?\d+$/.test(asked);
  const found = figures.filter(({ id, title }) =>
    isNumber ? plain(id).replace('ф', '') === asked.replace('ф', '') : plain(title).includes(asked),
  );
  return (
    <>
      {changed !== '' && <p class="warn">{changed}</p>}
      <p class="choice">
        <label for="wanted">Номер цифры, показатель или школа</label>
        <input
          id="wanted"
          type="search"
          placeholder="Ф-12"
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </p>
      <p role="status" class="note">
        {found.length === 0 ? 'Такой цифры в документе нет.' : `Найдено цифр: ${found.length}`}
      </p>
      <ul class="parts">
        {found.slice(0, IN_SIGHT).map(({ id, title, value, tables, of }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(of)}>
              <span>
                {id}. {title}
                {tables.length > 0 && ` (табл. ${tables.join(', ')})`}
              </span>{' '}
              <b>{value}</b>
            </button>
          </li>
        ))}
      </ul>
      {found.length > IN_SIGHT && <p class="note">Показаны первые {IN_SIGHT}. Уточните номер или слова.</p>}
    </>
  );
}
