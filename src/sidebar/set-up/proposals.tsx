import type { SetUpContents } from '../../model/set-up-panel';
import type { SetUpControls } from './use-set-up';

interface Props {
  proposals: SetUpContents['proposals'];
  setUp: SetUpControls;
}

/** Values that are ours and no source's: taken by a click, and marked so where they then stand. */
export function Proposals({ proposals, setUp: { state, takeProposals } }: Props) {
  return (
    <details>
      <summary>Предложенные значения</summary>
      <p>
        Эти значения «Настроек» предлагают авторы надстройки, они не из документа. Свои значения района не меняются;
        принятые можно исправить в «Настройках».
      </p>
      <ul>
        {proposals.map(({ key, title, value }) => (
          <li key={key}>
            {title}: {value}
          </li>
        ))}
      </ul>
      <button type="button" disabled={state.taken !== ''} onClick={takeProposals}>
        Принять предложенное
      </button>
      <p role="status">{state.taken}</p>
    </details>
  );
}
