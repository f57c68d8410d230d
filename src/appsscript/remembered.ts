/** What the workbook remembers between runs. Asked for once a run: nobody else changes it while a run has the lock. */
let known: Record<string, string> | null = null;

const store = () => PropertiesService.getDocumentProperties();

export const allRemembered = (): Readonly<Record<string, string>> => {
  known ??= store().getProperties();
  return known;
};

export const remembered = (key: string): string | null => allRemembered()[key] ?? null;

export function remember(key: string, value: string): void {
  store().setProperty(key, value);
  if (known) known[key] = value;
}

export function forget(key: string): void {
  store().deleteProperty(key);
  if (known) delete known[key];
}

/** Before the lock somebody else may have been at work. */
export const lookAgain = (): void => {
  known = null;
};
