import { useState } from 'preact/hooks';
import { recognisers, type Taught } from '../../import';
import { Choice } from '../choice';

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
              <Choice
                key={key}
                id={`column-${key}`}
                title={required ? column : `${column} (если есть)`}
                value={captions.includes(chosen[key] ?? '') ? chosen[key]! : ''}
                options={[['', '– нет –'], ...captions]}
                disabled={disabled}
                onChoice={(caption) => setChosen({ ...chosen, [key]: caption })}
              />
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
