import type { PanelAnswer, PanelShape } from '../model/panel';
import { Refused } from './trouble';

interface Runner {
  withSuccessHandler(handler: (answer: PanelAnswer | null) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  panelCall(panel: string, action: string, args: readonly unknown[]): void;
}
declare const google: { script: { run: Runner } };

/** The server's side of a panel, by promises. What it refuses is thrown as `Refused`, in words for the person. */
export interface PanelApi<S extends PanelShape> {
  load(): Promise<S['contents']>;
  act<K extends keyof S['actions'] & string>(
    action: K,
    ...args: Parameters<S['actions'][K]>
  ): Promise<ReturnType<S['actions'][K]>>;
}

/** The one way from a page to the server. */
export function apiOf<S extends PanelShape>(panel: string): PanelApi<S> {
  const call = <T>(action: string, args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      const took = (answer: PanelAnswer | null) => {
        // Google calls the success handler with nothing when the answer could not be carried over.
        if (answer === null) reject(new Error('no answer'));
        else if ('refused' in answer) reject(new Refused(answer.refused));
        else resolve(answer.done as T);
      };
      google.script.run.withSuccessHandler(took).withFailureHandler(reject).panelCall(panel, action, args);
    });
  return { load: () => call('load', []), act: (action, ...args) => call(action, args) };
}
