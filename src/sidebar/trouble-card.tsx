import type { Trouble } from './trouble';

interface Props {
  trouble: Trouble;
  onRetry?: () => void;
}

/** What is wrong and what to do. */
export function TroubleCard({ trouble: { title, words, steps }, onRetry }: Props) {
  return (
    <div class="trouble" role="alert">
      <h2>{title}</h2>
      <p>{words}</p>
      {steps.length > 1 ? (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : (
        steps.map((step) => <p key={step}>{step}</p>)
      )}
      {onRetry && (
        <button type="button" class="primary" onClick={onRetry}>
          Повторить
        </button>
      )}
    </div>
  );
}
