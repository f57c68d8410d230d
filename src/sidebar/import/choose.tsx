import { recognisers } from '../../import';

interface Props {
  period: string;
  began: boolean;
  /** Nothing of what was chosen is of use. */
  lost: boolean;
  disabled: boolean;
  onChoose(files: readonly File[]): void;
}

const ACCEPTED = '.xlsx,.xls,.csv,.txt,.html,.htm';

/** Which file; what is understood, and where it goes. */
export function Choose({ period, began, lost, disabled, onChoose }: Props) {
  return (
    <section aria-label="Выбор файла" class="choose">
      {!began && (
        <p>
          Числа из файла встанут на вкладки школ: <b>{period}</b>
        </p>
      )}
      {!began && (
        <p>Файл читается здесь, в браузере: в книгу уходят только числа по школам, фамилии никуда не передаются.</p>
      )}
      <label class={began ? 'file' : 'file first'}>
        <span>{began ? 'Выбрать другие файлы…' : 'Выбрать файл…'}</span>
        <input
          type="file"
          multiple
          accept={ACCEPTED}
          disabled={disabled}
          onChange={({ currentTarget }) => {
            onChoose([...(currentTarget.files ?? [])]);
            // The same file, mended, can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      {(!began || lost) && (
        <details>
          <summary>Какие файлы подойдут</summary>
          <ul>
            {[...new Set(recognisers.map(({ title }) => title))].map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
          <p>Форматы: .xlsx, .csv и .xls, который скачан из журнала. Можно выбрать сразу несколько.</p>
        </details>
      )}
    </section>
  );
}
