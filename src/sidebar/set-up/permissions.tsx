import type { SetUpPermission } from '../../model/set-up-panel';

interface Props {
  permissions: readonly SetUpPermission[];
  grantUrl: string;
}

/** Each permission and what it is for; the screen of Google that frightens, explained. */
export function Permissions({ permissions, grantUrl }: Props) {
  const refused = permissions.filter(({ granted }) => !granted);
  return (
    <section aria-labelledby="permissions">
      <h2 id="permissions" tabIndex={-1}>
        Что разрешить и зачем
      </h2>
      <ul class="permissions">
        {permissions.map(({ title, why, granted }) => (
          <li key={title} class={granted ? 'granted' : ''}>
            <b>
              {granted ? '✓ ' : '– '}
              {title}
            </b>
            <span class="unseen">{granted ? ' (разрешение дано)' : ' (разрешения нет)'}</span>
            <br />
            {why}
          </li>
        ))}
      </ul>
      {refused.length === 0 ? (
        <p>Всё разрешено, больше Google спрашивать не будет.</p>
      ) : (
        grantUrl !== '' && (
          <p>
            <a href={grantUrl} target="_blank" rel="noopener">
              Выдать разрешения
            </a>{' '}
            – и откройте эту панель ещё раз.
          </p>
        )
      )}
      <h3>Если Google пишет «не проверил это приложение»</h3>
      <p>
        Так бывает с каждой надстройкой, которую район поставил себе сам, а не взял из магазина. Код виден вам целиком:
        «Расширения», «Apps Script».
      </p>
      <Warning />
      <ol class="points">
        <li>Нажмите «Дополнительные настройки» – мелкий текст внизу слева.</li>
        <li>Нажмите «Перейти на страницу «Качество образования» (небезопасно)».</li>
        <li>Отметьте разрешения и нажмите «Продолжить».</li>
      </ol>
      <p class="note">
        Кнопка «Вернуться в безопасное место» просто закроет окно: ничего не сломается, можно начать снова.
      </p>
    </section>
  );
}

/** The screen as Google shows it, as far as one must know it again. */
function Warning() {
  return (
    <svg
      viewBox="0 0 260 150"
      role="img"
      aria-label="Окно Google: «Google не проверил это приложение». Внизу слева – ссылка «Дополнительные настройки», справа – кнопка «Вернуться в безопасное место»"
      class="drawing"
    >
      <rect x="1" y="1" width="258" height="148" rx="6" class="frame" />
      <path d="M130 14 l13 23 h-26 z" class="sign" />
      <text x="130" y="33" text-anchor="middle" class="mark">
        !
      </text>
      <text x="130" y="57" text-anchor="middle" class="title">
        Google не проверил это приложение
      </text>
      <rect x="30" y="68" width="200" height="5" class="line" />
      <rect x="30" y="79" width="160" height="5" class="line" />
      <text x="14" y="120" class="link">
        Дополнительные настройки
      </text>
      <path d="M14 124 h132" class="under" />
      <rect x="170" y="105" width="80" height="23" rx="3" class="button" />
      <text x="210" y="120" text-anchor="middle" class="small">
        Вернуться…
      </text>
      <path d="M84 146 v-14 m-5 6 l5 -7 l5 7" class="arrow" />
    </svg>
  );
}
