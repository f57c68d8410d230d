/** The server's own refusal: words that say what is wrong and what to do. */
export class Refused extends Error {}

/** What a panel shows when a call has failed. */
export interface Trouble {
  readonly title: string;
  readonly words: string;
  /** What to try, in this order. */
  readonly steps: readonly string[];
}

/**
 * What Google says when the browser is logged in with several accounts and the page of the panel runs under another one
 * than the workbook, in the languages of our users.
 */
const ANOTHER_ACCOUNT =
  /PERMISSION_DENIED|server error occurred while reading from storage|Authorization is required|(нет|отсутству\S*|требу\S*)\s.*(доступ|разрешени|авторизаци)|сервер\S* ошибк\S* .*хранилищ/i;
const NO_CONNECTION =
  /NetworkError|Connection failure|HTTP 0|Failed to fetch|Ошибка сети|не удалось (установить )?соедин/i;

const ACCOUNTS: Trouble = {
  title: 'Панель не допущена к книге',
  words:
    'Так бывает, когда в браузере открыты два аккаунта Google: панель работает под одним, а доступ к книге есть у другого.',
  steps: [
    'Откройте книгу в окне инкогнито или в отдельном профиле браузера и войдите там только под тем аккаунтом, у которого есть доступ к книге.',
    'Или выйдите из всех аккаунтов Google и войдите сначала под этим.',
    'Если аккаунт один, закройте панель, откройте её из меню ещё раз и подтвердите разрешения.',
  ],
};

const CONNECTION: Trouble = {
  title: 'Нет связи с Google',
  words: 'Запрос не дошёл до сервера. Введённое не изменено.',
  steps: ['Проверьте интернет и нажмите «Повторить».'],
};

const FAILURE: Trouble = {
  title: 'Сервер не ответил',
  words: 'Google прервал работу панели. Введённое не изменено.',
  steps: [
    'Нажмите «Повторить» через минуту.',
    'Если сбой повторится, откройте «Расширения», «Apps Script», «Выполнения» и передайте запись разработчику.',
  ],
};

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refused) return { title: 'Не выполнено', words: error.message, steps: [] };
  const said = error instanceof Error ? error.message : String(error);
  if (ANOTHER_ACCOUNT.test(said)) return ACCOUNTS;
  return NO_CONNECTION.test(said) ? CONNECTION : FAILURE;
}
