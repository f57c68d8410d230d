import type { SetUpStep } from '../../model/set-up-panel';
import type { SetUpControls } from './use-set-up';

interface Props {
  created: SetUpStep;
  automation: SetUpStep | null;
  /** Consolidations run by themselves already. */
  automatic: boolean;
  busy: boolean;
  setUp: SetUpControls;
}

/** What came of it, and the last step: consolidations that run by themselves. */
export function Created({ created, automation, automatic, busy, setUp }: Props) {
  return (
    <section class="done" aria-labelledby="created">
      <h2 id="created" tabIndex={-1}>
        {created.title}
      </h2>
      <Lines lines={created.lines} />
      {automation || automatic ? (
        <>
          {automation && <h3>{automation.title}</h3>}
          <Lines lines={automation?.lines ?? []} />
          <h3>Что дальше</h3>
          <ol class="points">
            <li>Откройте книгу школам: «Настройки доступа», роль «Редактор».</li>
            <li>Что у района уже есть в файлах – «Внести из файла…».</li>
            <li>Когда школы сдадут – «Собрать свод» и «Построить отчёт…».</li>
          </ol>
        </>
      ) : (
        <>
          <p>Остался один шаг: пусть свод собирается каждую ночь сам.</p>
          <button type="button" class="primary wide" disabled={busy} onClick={setUp.automate}>
            Включить автоматический сбор
          </button>
        </>
      )}
      <button type="button" class="wide" disabled={busy} onClick={setUp.edit}>
        Вернуться к школам и срокам
      </button>
    </section>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </>
);
