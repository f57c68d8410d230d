/** Triggers of whoever runs: nobody else's can be seen. */
export const isInstalled = (handler: string): boolean =>
  ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === handler);

export function removeTriggers(handler: string): void {
  for (const trigger of ScriptApp.getProjectTriggers())
    if (trigger.getHandlerFunction() === handler) ScriptApp.deleteTrigger(trigger);
}
