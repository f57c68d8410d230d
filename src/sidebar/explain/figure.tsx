import { useEffect, useRef } from 'preact/hooks';
import type { CellPlace, Explained, ExplainedPart, Explanation, Term } from '../../model/explain-panel';
import { LeftOut, Rows } from './rows';

interface Props {
  explanation: Explanation;
  onOpen(of: Explained): void;
  onShow(place: CellPlace): void;
}

/** One figure: what it is, how it is made, of what, and what it was before. */
export function Figure({ explanation, onOpen, onShow }: Props) {
  const { title, about, value, interval, formula, numerator, denominator, notes, corrections } = explanation;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article>
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p class="note">{about}</p>
      <p class="value">{value}</p>
      {interval !== '' && <p class="note">{interval}</p>}
      {formula !== '' && (
        <section aria-label="Формула">
          <h3>Формула</h3>
          <p>{formula}</p>
          {numerator && denominator && (
            <dl>
              <Sum title="Числитель" term={numerator} />
              <Sum title="Знаменатель" term={denominator} />
            </dl>
          )}
        </section>
      )}
      <section aria-label="Что учтено">
        <h3>Что учтено</h3>
        <ul class="plain">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <Parts title="Из чего сложено" parts={explanation.parts} onOpen={onOpen} />
      <Rows explanation={explanation} onShow={onShow} />
      <LeftOut rows={explanation.leftOut} onShow={onShow} />
      <Parts title="По годам, тот же вид итогов" parts={explanation.history} onOpen={onOpen} self={explanation.of} />
      {corrections.length > 0 && (
        <section aria-label="Исправлено после закрытия">
          <h3>Исправлено после закрытия</h3>
          <ul class="plain">
            {corrections.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function Sum({ title, term: { words, sum } }: { title: string; term: Term }) {
  return (
    <div>
      <dt>
        {title}: <b>{sum}</b>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}

interface PartsProps extends Pick<Props, 'onOpen'> {
  title: string;
  parts: readonly ExplainedPart[];
  /** What is in sight already and needs no button. */
  self?: Explained;
}

function Parts({ title, parts, onOpen, self }: PartsProps) {
  if (parts.length === 0) return null;
  const here = JSON.stringify(self);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul class="parts">
        {parts.map(({ title: name, value, of }) => (
          <li key={name + value}>
            {of && JSON.stringify(of) !== here ? (
              <button type="button" onClick={() => onOpen(of)}>
                <span>{name}</span> <b>{value}</b>
              </button>
            ) : (
              <p>
                <span>{name}</span> <b>{value}</b>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
