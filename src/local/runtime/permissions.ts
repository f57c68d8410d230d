import type { ExecutionKind } from '../google/host';

const AUTH = 'https://www.googleapis.com/auth/';
const CURRENT_BOOK = [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`];
const ANY_BOOK = [`${AUTH}spreadsheets`];
const CONTAINER_UI = [`${AUTH}script.container.ui`];

/** Scopes by class or method, any one of which is enough, as the reference lists them per method [D]. */
const SCOPES: [pattern: RegExp, anyOf: string[]][] = [
  [/^SpreadsheetApp\.(create|open|openById|openByUrl)$/, ANY_BOOK],
  // The reference lists no scope for these: they are refused in a simple trigger only ("add menu items" is all that
  // AuthMode.LIMITED may do with the user interface [D]).
  [/^Ui\.(showSidebar|showModalDialog|showModelessDialog)$|^Spreadsheet\.show$/, CONTAINER_UI],
  [/^SpreadsheetApp\.(getUi|new[A-Z].*)$|Builder\./, []],
  [/^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|Protection|NamedRange|Filter|EmbeddedChart)\./, CURRENT_BOOK],
  [/^ScriptApp\.(newTrigger|getProjectTriggers|getUserTriggers|deleteTrigger)$/, [`${AUTH}script.scriptapp`]],
  [/^(ClockTriggerBuilder|SpreadsheetTriggerBuilder)\.create$/, [`${AUTH}script.scriptapp`]],
  [/^Session\.(getActiveUser|getEffectiveUser)$/, [`${AUTH}userinfo.email`]],
  [/^MailApp\./, [`${AUTH}script.send_mail`]],
  [/^Drive\./, [`${AUTH}drive.file`, `${AUTH}drive`]],
];

const known = new Map<string, string[]>();

const scopesOf = (method: string): string[] => {
  const before = known.get(method);
  if (before) return before;
  const found = SCOPES.find(([pattern]) => pattern.test(method))?.[1] ?? [];
  known.set(method, found);
  return found;
};

const named = (scopes: string[]): string => (scopes.length === 1 ? scopes[0]! : `(${scopes.join(' || ')})`);

/** Advanced services answer as the REST API behind them does: `Drive.Files.create` is `drive.files.create` [K]. */
const refusalOfAdvanced = (method: string, reason: string): Refusal => {
  const [service, collection, verb] = method.split('.') as [string, string, string];
  return {
    name: 'GoogleJsonResponseException',
    message: `API call to ${service.toLowerCase()}.${collection.toLowerCase()}.${verb} failed with error: ${reason}`,
  };
};

export interface Refusal {
  name: string;
  message: string;
}

/** Why a script of this kind, under a manifest with these scopes, may not call the method; undefined when it may. */
export const refusalOf = (method: string, kind: ExecutionKind, granted: ReadonlySet<string>): Refusal | undefined => {
  if (kind === 'outside') return undefined;
  const needed = scopesOf(method);
  if (kind === 'simple-trigger') return refusalInSimpleTrigger(method, needed);
  if (needed.length === 0 || needed.some((scope) => granted.has(scope))) return undefined;
  if (method.startsWith('Drive.')) {
    return refusalOfAdvanced(method, 'Request had insufficient authentication scopes.');
  }
  const message = `Specified permissions are not sufficient to call ${method}. Required permissions: ${named(needed)}`;
  return { name: 'Exception', message };
};

const refusalInSimpleTrigger = (method: string, needed: string[]): Refusal | undefined => {
  if (method === 'Ui.alert' || method === 'Ui.prompt') return noPermission(method, CONTAINER_UI);
  // A simple trigger may work with the workbook it is bound to, and learns no more of a user than a blank address [D].
  if (needed.length === 0 || needed === CURRENT_BOOK || method.startsWith('Session.')) return undefined;
  if (method.startsWith('Drive.')) return refusalOfAdvanced(method, 'Login Required');
  return noPermission(method, needed);
};

const noPermission = (method: string, needed: string[]): Refusal => ({
  name: 'Exception',
  message: `You do not have permission to call ${method}. Required permissions: ${named(needed)}`,
});
