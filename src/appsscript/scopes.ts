import { Refusal } from './book';

const AUTH = 'https://www.googleapis.com/auth/';

/** What the manifest asks for, in the coordinator's words. People may grant some of it and refuse the rest. */
const SCOPES = {
  book: {
    scope: `${AUTH}spreadsheets.currentonly`,
    allows: 'читать и менять эту книгу',
    why: 'Проверять вкладки школ и собирать свод. Других ваших таблиц надстройка не видит.',
  },
  windows: {
    scope: `${AUTH}script.container.ui`,
    allows: 'показывать окна и панели',
    why: 'Такие, как эта.',
  },
  documents: {
    scope: `${AUTH}drive.file`,
    allows: 'создавать и обновлять документы отчётов',
    why: 'Только те файлы, которые надстройка создала сама. Остальной ваш Диск ей закрыт.',
  },
  triggers: {
    scope: `${AUTH}script.scriptapp`,
    allows: 'запускать сбор по расписанию',
    why: 'Собирать свод ночью, когда книга закрыта.',
  },
  mail: {
    scope: `${AUTH}script.send_mail`,
    allows: 'отправлять письма',
    why: 'Напоминать школам о сроке. Откажете – список должников можно скопировать.',
  },
} as const;

export type Scope = keyof typeof SCOPES;

/** Why something does not work, and where the permission is given. */
export class Unauthorised extends Refusal {
  constructor(
    readonly words: string,
    readonly url: string,
    /** A window with a link can be shown. */
    readonly canLink: boolean,
  ) {
    super(`${words} Выдать разрешение: ${url}`);
  }
}

/** Refuses `what` in words while its user has not granted all of `scopes`. */
export function refuseUnauthorised(what: string, scopes: readonly Scope[]): void {
  const asked = scopes.map((key) => SCOPES[key]);
  const info = authorization(asked.map(({ scope }) => scope));
  if (info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED) return;
  const granted = new Set(info.getAuthorizedScopes() ?? []);
  const missing = asked.filter(({ scope }) => !granted.has(scope));
  const named = missing.map(({ allows, scope }) => `«${allows}» (${scope.replace(AUTH, '')})`).join(', ');
  throw new Unauthorised(
    `${what} не работает: дополнению не разрешено ${named}. Дайте это разрешение и повторите.`,
    info.getAuthorizationUrl(),
    !missing.includes(SCOPES.windows),
  );
}

/** Every permission in words, whether it is given, and where to give those that are not. */
export function permissions(): { given: { title: string; why: string; granted: boolean }[]; url: string } {
  const asked = Object.values(SCOPES);
  const info = authorization(asked.map(({ scope }) => scope));
  const whole = info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.NOT_REQUIRED;
  const granted = new Set(info.getAuthorizedScopes() ?? []);
  return {
    given: asked.map(({ scope, allows, why }) => ({ title: allows, why, granted: whole || granted.has(scope) })),
    url: whole ? '' : info.getAuthorizationUrl(),
  };
}

interface Authorization extends GoogleAppsScript.Script.AuthorizationInfo {
  getAuthorizedScopes(): string[] | null;
}

/** The types do not know the question by scopes yet; see the reference of ScriptApp.getAuthorizationInfo. */
function authorization(scopes: readonly string[]): Authorization {
  const { getAuthorizationInfo } = ScriptApp as unknown as {
    getAuthorizationInfo(mode: GoogleAppsScript.Script.AuthMode, scopes: readonly string[]): Authorization;
  };
  return getAuthorizationInfo.call(ScriptApp, ScriptApp.AuthMode.FULL, [...scopes]);
}
