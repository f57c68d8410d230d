/** «Справка» in the sidebar: how to fill in, what each form asks, how each indicator is counted. */
export interface HelpPanel {
  readonly contents: HelpContents;
  readonly actions: {
    /** Goes to the tab «Справка». */
    openTab(): null;
  };
}

export interface HelpContents {
  readonly steps: readonly string[];
  readonly forms: readonly HelpForm[];
  readonly indicators: readonly HelpIndicator[];
}

export interface HelpForm {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  /** When it is handed in, in words. */
  readonly due: string;
  readonly fields: readonly { readonly key: string; readonly title: string; readonly help: string }[];
}

export interface HelpIndicator {
  readonly key: string;
  readonly title: string;
  /** Title of the form that it is counted from. */
  readonly form: string;
  readonly formula: string;
  /** More about it, a sentence each: whence, which way is better, what is aimed at. */
  readonly notes: readonly string[];
}
