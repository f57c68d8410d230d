import type { SetUpPanel } from '../../model/set-up-panel';
import type { PanelApi } from '../api';
import { TroubleCard } from '../trouble-card';
import { useRestore } from './use-restore';

interface Props {
  api: PanelApi<SetUpPanel>;
  /** An archive has been begun with: the same one is to be chosen again. */
  begun: boolean;
}

/** A whole workbook out of its archive, into this empty one. */
export function Restore({ api, begun }: Props) {
  const { underway, step, trouble, choose } = useRestore(api);
  const isDone = step !== null && !step.more;
  return (
    <details class="restore" open={begun}>
      <summary>Есть архив такой книги? Восстановить…</summary>
      {begun && !isDone && (
        <p class="warn">Восстановление начато и не закончено: выберите тот же архив, работа продолжится.</p>
      )}
      {!isDone && (
        <>
          <p>
            Архив делает «Выгрузить и сохранить…». Вкладки школ, реестры и закрытые периоды вернутся в эту пустую книгу.
          </p>
          <label class="file">
            <span>Выбрать архив .zip…</span>
            <input
              type="file"
              accept=".zip"
              disabled={underway !== ''}
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) choose(file);
                // The same file can be chosen again.
                currentTarget.value = '';
              }}
            />
          </label>
        </>
      )}
      <p role="status" class="note">
        {underway}
      </p>
      {step && (
        <div class="done">
          <h2>{step.title}</h2>
          {step.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {trouble && <TroubleCard trouble={trouble} />}
    </details>
  );
}
