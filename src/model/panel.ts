/**
 * What a panel in the browser and the server say to each other. Plain values only, no dates: one of them would make the
 * call fail.
 */
export interface PanelShape {
  /** What the panel shows first. */
  readonly contents: unknown;
  /** What it may ask of the server, by name. */
  readonly actions: Readonly<Record<string, (...args: never[]) => unknown>>;
}

/** A refusal comes in words for whoever looks at the panel; an error of the call itself is Google's own. */
export type PanelAnswer<T = unknown> = { readonly done: T } | { readonly refused: string };
