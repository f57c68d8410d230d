import type { PanelAnswer, PanelShape } from '../model';
import { Refusal } from './book';
import { alone, type Command } from './command';
import { refuseBusy, sentenceOf } from './run';

export interface PanelAction<Args extends readonly unknown[], Result> extends Pick<Command, 'changes' | 'needs'> {
  run(...args: Args): Result;
}

type ActionOf<F> = F extends (...args: infer Args) => infer Result ? PanelAction<Args, Result> : never;

/** The server's side of a panel; its page is built from src/sidebar/<key>. */
export interface Panel<S extends PanelShape = PanelShape> {
  readonly key: string;
  readonly title: string;
  /** What the page shows first: changes nothing. */
  load(): S['contents'];
  readonly actions: { readonly [K in keyof S['actions']]: ActionOf<S['actions'][K]> };
}

export function openPanel({ key, title }: Pick<Panel, 'key' | 'title'>): null {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(key).setTitle(title));
  return null;
}

export type AnyPanel = Omit<Panel, 'actions'> & {
  readonly actions: Readonly<Record<string, PanelAction<never[], unknown>>>;
};
type PanelCall = (key: string, action: string, args: readonly unknown[]) => PanelAnswer;

/**
 * The one function that pages of panels call. Every editor of the workbook can call it with anything, so what an action
 * changes is asked for here.
 */
export const panelCallOf =
  (panels: readonly AnyPanel[]): PanelCall =>
  (key, action, args) => {
    try {
      const panel = panels.find((item) => item.key === key);
      if (!panel) throw new Refusal(OUTDATED);
      return { done: (action === 'load' ? panel.load() : acted(panel, action, args)) ?? null };
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(error instanceof Error ? error.stack : error);
      return { refused: sentenceOf(error) };
    }
  };

const OUTDATED = 'Дополнение обновилось, пока панель была открыта. Закройте панель и откройте её из меню ещё раз.';

function acted({ actions }: AnyPanel, name: string, args: readonly unknown[]): unknown {
  const action = Object.keys(actions).includes(name) ? actions[name] : undefined;
  if (!action) throw new Refusal(OUTDATED);
  return alone(action, () => action.run(...(args as never[])), refuseBusy);
}
