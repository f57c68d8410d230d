import { useState } from 'preact/hooks';
import { recognisers, type Taught } from '../../import';

interface Props {
  /** Captions of the tables that nobody has recognised. */
  captions: readonly string[];
  taught: Taught;
  disabled: boolean;
  onTeach(taught: Taught): void;
}

/** Which column is which, where a file's captions are none of the known ones: asked once in this browser. */
export function Columns({ captions, taught, disabled, onTeach }: Props) {
  const [chosen, setChosen] = useState<Taught>(taught);
  if (captions.length === 0) return null;
  return (
    <>
      {recognisers.map(({ title, columns }) =>
        columns ? (
          <details class="columns" key={title}>
            <summary>Это «{title}»? Покажите столбцы</summary>
            <p class="note">Этот браузер запомнит ответ.</p>
            {columns.map(({ key, title: column, required }) => (
              <p class="choice" key={key}>
                <label for={`column-${key}`}>
                  {column}
                  {required ? '' : ' (если есть)'}
                </label>
                <select
                  id={`column-${key}`}
                  disabled={disabled}
                  value={captions.includes(chosen[key] ?? '') ? chosen[key] : ''}
                  onChange={(event) => setChosen({ ...chosen, [key]: event.currentTarget.value })}
                >
                  <option value="">– нет –</option>
                  {captions.map((caption) => (
                    <option key={caption} value={caption}>
                      {caption}
                    </option>
                  ))}
                </select>
              </p>
            ))}
            <button
              type="button"
              disabled={disabled || columns.some(({ key, required }) => required && !chosen[key])}
              onClick={() =>
                onTeach(Object.fromEntries(Object.entries(chosen).filter(([, caption]) => caption !== '')))
              }
            >
              Прочитать по этим столбцам
            </button>
          </details>
        ) : null,
      )}
    </>
  );
}
